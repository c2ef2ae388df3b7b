const units = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const teens = ['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
/** From nought to ninety-nine, each at its own place. */
const words = ['no', ...units, ...teens, ...tens.flatMap((ten) => [ten, ...units.map((unit) => `${ten}-${unit}`)])]
/** The longer first: 'twenty-one' is no 'twenty'. */
const alternatives = [...words].sort((a, b) => b.length - a.length)
const number = `\\b(${alternatives.join('|')}|none|\\d{1,3})\\b`

/** A number as a sentence tells it: 'four', '12', 'no'. Undefined for anything else. */
export function numberOf(text: string): number | undefined {
  const word = text.toLowerCase()
  if (/^\d+$/.test(word)) return Number(word)
  const index = word === 'none' ? 0 : words.indexOf(word)
  return index === -1 ? undefined : index
}

/** Of a pattern in which `#` stands for a number: 'There (?:is|are) # Draft Proposals?'. Any case. */
export const withNumber = (pattern: string): RegExp => new RegExp(pattern.replaceAll('#', number), 'iu')
