const words = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map((unit) => `twenty-${unit}`),
  'thirty',
]
const number = `\\b(${words.join('|')}|none|\\d{1,3})\\b`

/** A number as a sentence tells it: 'four', '12', 'no'. Undefined for anything else. */
export function numberOf(text: string): number | undefined {
  const word = text.toLowerCase()
  if (/^\d+$/.test(word)) return Number(word)
  const index = word === 'none' ? 0 : words.indexOf(word)
  return index === -1 ? undefined : index
}

/** Of a pattern in which `#` stands for a number: 'There (?:is|are) # Draft Proposals?'. Any case. */
export const withNumber = (pattern: string): RegExp => new RegExp(pattern.replaceAll('#', number), 'iu')
