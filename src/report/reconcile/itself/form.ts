import { type Finding, finding } from '../finding.ts'
import { type Block, placeIn } from '../paper.ts'
import type { PaperRead } from '../reading/read-paper.ts'
import type { Explained } from './explained.ts'
import { headingChecks } from './headings.ts'

/** Marks that do not pair, headings against contents, and whom the paper is for. */
export function formChecks(read: PaperRead, explained: Explained): readonly Finding[] {
  return [
    ...read.mentions.flatMap(titleMarks),
    ...read.blocks.flatMap((block) => brackets(block, hasTitleMarks(read, block))),
    ...headingChecks(read),
    ...headed(read),
    ...appendices(read),
    ...addressee(read),
    ...periods(read, explained),
  ]
}

function titleMarks({ written, title, marks, place }: PaperRead['mentions'][number]): readonly Finding[] {
  if (marks === undefined || marks === 'paired') return []
  const message =
    marks === 'not paired'
      ? `The title of ${written} is opened by one kind of mark and closed by another: ‘${title}'.`
      : `The mark that opens the title of ${written} is not closed.`
  return [finding('marks', ['note', 'certain'], message, place)]
}

/** Whether a title of the block has marks of which something is told already. */
const hasTitleMarks = ({ mentions }: PaperRead, block: Block): boolean =>
  mentions.some(
    ({ marks, title, place }) =>
      marks !== undefined && marks !== 'paired' && title !== undefined && block.lines.some(({ line }) => line === place.line),
  )

/** Brackets and double marks of a paragraph; a bracket after the letter or number of a list is none. */
function brackets(block: Block, marksAreTold: boolean): readonly Finding[] {
  const pairs = marksAreTold ? ['()', '[]'] : ['()', '[]', '“”']
  return pairs.flatMap((pair) => {
    const at = unpaired(block.text, pair)
    if (at === undefined) return []
    const near = block.text.slice(Math.max(0, at - 20), at + 20).trim()
    return [finding('marks', ['note', 'certain'], `${block.text[at]} has no partner, at “${near}”.`, placeIn(block, near))]
  })
}

/** '(see 1) and 2) below)': what follows the letter or number of a list may be a bracket of its own or none. */
function unpaired(text: string, pair: string): number | undefined {
  return unpairedIn(text, pair, true) === undefined ? undefined : unpairedIn(text, pair, false)
}

function unpairedIn(text: string, [opening, closing]: string, asOfLists: boolean): number | undefined {
  const open: number[] = []
  for (let at = 0; at < text.length; at++) {
    if (text[at] === opening) open.push(at)
    if (text[at] !== closing) continue
    const isOfList = /(^|\s)([a-z]|[ivx]+|\d{1,2})$/.test(text.slice(0, at))
    if (!(asOfLists && isOfList) && open.pop() === undefined && !isOfList) return at
  }
  return open[0]
}

/** A heading that is a reference, and a paragraph below it about another. */
function headed({ blocks, mentions }: PaperRead): readonly Finding[] {
  return blocks.flatMap((block, index) => {
    const above = block.kind === 'heading' ? mentions.find(({ written }) => written === block.text) : undefined
    const next = blocks[index + 1]
    const below = next && mentions.find(({ written }) => next.text.startsWith(written))
    if (!above || !next || !below || above.id === below.id) return []
    return [
      finding(
        'heading',
        ['error', 'certain'],
        `Below the heading ${above.written} stands ${below.written}.`,
        placeIn(block),
        placeIn(next),
      ),
    ]
  })
}

/** An appendix that the text names and the attachments do not have, or the other way round. */
function appendices({ blocks }: PaperRead): readonly Finding[] {
  const start = blocks.findIndex(({ text }) => /^Attachments?:?$/i.test(text))
  const attached: Block[] = []
  for (const block of start === -1 ? [] : blocks.slice(start + 1)) {
    if (block.kind !== 'item') break
    attached.push(block)
  }
  const named = (texts: readonly Block[]) =>
    new Map(
      texts.flatMap((block) => [...block.text.matchAll(/\bAppendix ([A-Z])\b/g)].map(([, letter]) => [letter as string, block] as const)),
    )
  const listed = named(attached)
  const told = named(blocks.filter((block) => !attached.includes(block)))
  const lost = [...told].filter(([letter]) => start !== -1 && !listed.has(letter))
  const unused = [...listed].filter(([letter]) => !told.has(letter))
  const [[called, where] = [], [is, attachment] = []] = [lost[0], unused[0]]
  if (lost.length === 1 && unused.length === 1 && where && attachment) {
    const message = `The text names Appendix ${called}, and what is attached is Appendix ${is}.`
    return [finding('heading', ['warning', 'certain'], message, placeIn(where), placeIn(attachment))]
  }
  return [
    ...lost.map(([letter, block]) =>
      finding('heading', ['warning', 'certain'], `The text names Appendix ${letter}, and it is not among the attachments.`, placeIn(block)),
    ),
    ...unused.map(([letter, block]) =>
      finding('heading', ['note', 'certain'], `Appendix ${letter} is attached, and the text does not name it.`, placeIn(block)),
    ),
  ]
}

/** The reference begins with the body it is for: SECP is the Panel's. Source: the references of papers to TABASC and to the Panel. */
function addressee({ cover: { reference, addressee: asked, before } }: PaperRead): readonly Finding[] {
  const [, prefix = ''] = /^([A-Z]{2,})_\d/.exec(reference?.value ?? '') ?? []
  if (!reference || !asked || before || prefix === '' || prefix === 'SECP') return []
  if (asked.value.replace(/[^A-Z]/g, '') === prefix || asked.value.toUpperCase().includes(prefix)) return []
  const message = `The ${asked.value} is asked, and the reference ${reference.value} is of a paper to ${prefix}.`
  return [finding('addressee', ['note', 'likely'], message, reference.place, asked.place)]
}

/** Decisions of "this month" in one place and of "the last month" in another, with no days told. */
function periods({ listings }: PaperRead, { period }: Explained): readonly Finding[] {
  const decided = listings.filter(({ topic }) => topic?.id === 'decisions.received' || topic?.id === 'authority.decisions')
  const [these, last] = [
    decided.find(({ sentence }) => /\bthis month\b/i.test(sentence)),
    decided.find(({ sentence }) => /\blast month\b/i.test(sentence)),
  ]
  if (period || !these || !last) return []
  const message =
    'Decisions are of “this month” in one section and of “the last month” in another, and the paper does not say from when to when.'
  return [finding('period', ['note', 'certain'], message, these.place, last.place)]
}
