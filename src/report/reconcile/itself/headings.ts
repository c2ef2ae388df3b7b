import { type Finding, finding } from '../finding.ts'
import { type Block, type Place, placeIn } from '../paper.ts'
import type { PaperRead } from '../reading/read-paper.ts'

type Heading = { readonly number: number; readonly name: string; readonly text: string; readonly place: Place }

/** The headings against the paper's contents, where it has them; their numbers, each once and none left out. */
export function headingChecks({ blocks }: PaperRead): readonly Finding[] {
  const contents = contentsOf(blocks)
  const listed = contents.flatMap(numbered)
  const headings = blocks.flatMap((block) => (block.kind === 'heading' && !contents.includes(block) ? numbered(block) : []))
  return [...againstContents(listed, headings), ...numbering(headings)]
}

const LEADERS = /(?:\s*[.…·]{2,}\s*|\s+)\d{1,3}$/

function numbered(block: Block): readonly Heading[] {
  const [, number, name] = /^(\d{1,2})\.? (\p{Lu}.*)$/u.exec(block.text.replace(LEADERS, '')) ?? []
  if (number === undefined || name === undefined) return []
  return [{ number: Number(number), name, text: `${number}. ${name}`, place: placeIn(block) }]
}

/** The lines under the heading of the contents, up to where the first of them stands again. */
function contentsOf(blocks: readonly Block[]): readonly Block[] {
  const start = blocks.findIndex(({ text }) => /^(?:table of )?contents:?$/i.test(text))
  if (start === -1) return []
  const lines: Block[] = []
  const seen = new Set<string>()
  for (const block of blocks.slice(start + 1)) {
    const text = block.text.replace(LEADERS, '').toLowerCase()
    if (!/^(?:\d{1,2}(?:\.\d+)*\.? |appendix |annex )/.test(text) || seen.has(text)) break
    seen.add(text)
    lines.push(block)
  }
  return lines
}

const same = (a: Heading, b: Heading) => a.name.toLowerCase() === b.name.toLowerCase()

function againstContents(listed: readonly Heading[], headings: readonly Heading[]): readonly Finding[] {
  if (listed.length === 0) return []
  const lost = listed.filter((each) => !headings.some((heading) => same(each, heading)))
  const unlisted = headings.filter((each) => !listed.some((heading) => same(each, heading)))
  const renumbered = listed.flatMap((each) => {
    const heading = headings.find((other) => same(each, other))
    return heading && heading.number !== each.number ? [{ each, heading }] : []
  })
  const renamed = lost.flatMap((each) => {
    const heading = unlisted.find(({ number }) => number === each.number)
    return heading ? [{ each, heading }] : []
  })
  const note = (message: string, ...places: readonly Place[]) => finding('heading', ['warning', 'certain'], message, ...places)
  return [
    ...renamed.map(({ each, heading }) =>
      note(`The contents have “${each.text}”, and the heading is “${heading.text}”.`, each.place, heading.place),
    ),
    ...lost
      .filter((each) => !renamed.some((pair) => pair.each === each))
      .map((each) => note(`The contents have “${each.text}”, and the paper has no such heading.`, each.place)),
    ...unlisted
      .filter((each) => !renamed.some((pair) => pair.heading === each))
      .map((each) => note(`The heading “${each.text}” is not in the contents.`, each.place)),
    ...renumbered.map(({ each, heading }) =>
      note(`“${each.name}” is section ${each.number} in the contents, and ${heading.number} in its heading.`, each.place, heading.place),
    ),
  ]
}

const at = ({ place }: { readonly place: Place }) => place

function numbering(headings: readonly Heading[]): readonly Finding[] {
  const twice = headings.filter(({ number }, index) => headings.findIndex((other) => other.number === number) !== index)
  if (twice.length > 0) {
    const firsts = twice.flatMap(({ number }) => headings.find((other) => other.number === number) ?? [])
    const told = twice.map(({ text }, index) => `“${firsts[index]?.text}” and “${text}”`).join('; ')
    return [finding('heading', ['note', 'certain'], `Numbers of sections are used twice: ${told}.`, ...firsts.map(at), ...twice.map(at))]
  }
  const sorted = headings.map(({ number }) => number).sort((a, b) => a - b)
  const missing = sorted.flatMap((number, index) => (index > 0 && number - (sorted[index - 1] ?? 0) > 1 ? [number - 1] : []))
  return missing.map((number) => finding('heading', ['note', 'certain'], `There is no section ${number}.`, ...headings.slice(0, 1).map(at)))
}
