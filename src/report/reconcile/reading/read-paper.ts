import type { ReferenceGrammar } from '../../../domain/modification/reference.ts'
import type { PaperLine, PaperText } from '../../../domain/paper/paper-text.ts'
import { type Block, type Place, placeIn, placeOf, type WrittenDay } from '../paper.ts'
import { blocksOf } from './blocks.ts'
import { type Cover, coverOf } from './cover.ts'
import { daysIn } from './days.ts'
import { type Listing, listingsOf } from './listings.ts'
import { type Mention, mentionsIn } from './mentions.ts'
import { type DateRequest, dateRequestsIn, type Outcome, outcomesIn, type Raised, raisedIn } from './statements.ts'
import { type StripCell, stripOf } from './strip.ts'
import { type AssessmentRow, assessmentRows, type ProposalRow, proposalRows, type SummaryRow, summaryRows } from './tables.ts'

export type Link = { readonly address: string; readonly place: Place }

/** All that a paper says, as it is read: each part with the place where it stands. */
export type PaperRead = {
  readonly blocks: readonly Block[]
  /** What it says of how it counts, in an annex of its own; '' where it has none. */
  readonly definitions: string
  readonly cover: Cover
  readonly strip: readonly StripCell[]
  readonly listings: readonly Listing[]
  readonly raised: readonly Raised[]
  readonly outcomes: readonly Outcome[]
  readonly dateRequests: readonly DateRequest[]
  readonly assessments: readonly AssessmentRow[]
  readonly summary: readonly SummaryRow[]
  readonly proposals: readonly ProposalRow[]
  readonly mentions: readonly Mention[]
  readonly days: readonly (WrittenDay & { readonly place: Place })[]
  readonly links: readonly Link[]
}

export function readPaper(written: PaperText, grammar: ReferenceGrammar): PaperRead {
  const paper = { ...written, lines: withWholeAddresses(written.lines) }
  const { blocks, definitions } = apart(blocksOf(paper))
  const found = new Map(blocks.map((block) => [block, mentionsIn(block, grammar)]))
  const mentions = (block: Block) => found.get(block) ?? []
  const assessments = assessmentRows(blocks, mentions)
  const cover = withOwnDayFirst(coverOf(blocks), assessments[0]?.place)
  const { month } = cover
  return {
    blocks,
    definitions,
    cover,
    strip: stripOf(blocks),
    listings: listingsOf(blocks, grammar, month),
    raised: raisedIn(blocks, mentions, month),
    outcomes: outcomesIn(blocks, mentions, month),
    dateRequests: dateRequestsIn(blocks, month),
    assessments,
    summary: summaryRows(blocks),
    proposals: proposalRows(blocks),
    mentions: [...found.values()].flat(),
    days: blocks
      .filter(({ text }) => !AXIS.test(text))
      .flatMap((block) => daysIn(block.text, month).map((day) => ({ ...day, place: placeIn(block, day.written) }))),
    links: linksOf(paper),
  }
}

/** Of the days as at which timescales are, that of the assessments first: the last that is told before their tables. */
function withOwnDayFirst(cover: Cover, tables: Place | undefined): Cover {
  const own = tables && cover.timescales.filter(({ place }) => place.line < tables.line).at(-1)
  return own ? { ...cover, timescales: [own, ...cover.timescales.filter((each) => each !== own)] } : cover
}

/** What stands along a chart, as it comes out of a PDF: numbers and months and nothing else. */
const AXIS = /^(?:(?:\d{1,4}|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:\s+|$)){6,}$/

const ANNEX = /^(?:annex|appendix \w|notes?)?[:.]? *how (?:the )?figures are counted$/i

/** An annex that tells how the figures are counted is no part of what the paper claims; it ends with the next numbered section. */
function apart(all: readonly Block[]): { readonly blocks: readonly Block[]; readonly definitions: string } {
  const start = all.findIndex(({ text }) => ANNEX.test(text))
  if (start === -1) return { blocks: all, definitions: '' }
  const next = all.findIndex(({ kind, text }, index) => index > start && kind === 'heading' && /^\d+\. \p{Lu}/u.test(text))
  const end = next === -1 ? all.length : next
  const texts = all.slice(start, end).map(({ text }) => text)
  return { blocks: [...all.slice(0, start), ...all.slice(end)], definitions: texts.join(' ') }
}

/** An address that was broken over lines is put together in its first. */
function withWholeAddresses(lines: readonly PaperLine[]): readonly PaperLine[] {
  const whole: PaperLine[] = []
  let broken: PaperLine | undefined
  for (const line of lines) {
    const text = line.text.trim()
    if (broken && /^[a-z0-9-]+\/?$/.test(text) && text.length > 3) {
      broken = { ...broken, text: `${broken.text.trim()}${text}` }
      whole[whole.length - 1] = broken
      continue
    }
    if (broken && text === '') continue
    whole.push(line)
    broken = /^https?:\/\/\S*[^/\s]$/.test(text) ? line : undefined
  }
  return whole
}

function linksOf({ lines }: PaperText): readonly Link[] {
  return lines.flatMap((line) => {
    const written = [...line.text.matchAll(/https?:\/\/[^\s)>\]]+/g)].map(([address]) => address)
    return [...written, ...(line.links ?? [])].map((address) => ({ address, place: placeOf(line) }))
  })
}
