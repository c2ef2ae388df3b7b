import type { CalendarDate } from '../../../domain/calendar/calendar-date.ts'
import { type Block, type Place, placeIn } from '../paper.ts'
import { daysIn } from './days.ts'
import type { Mention } from './mentions.ts'

export type AssessmentTable = 'open' | 'completed' | 'requested'
/** A row of the DCC's timescales; what cannot be read, or is not known, is left out. */
export type AssessmentRow = {
  readonly table: AssessmentTable
  readonly mention: Mention
  readonly assessmentKind: string
  /** Where the kind is written otherwise: with a digit for a letter, in small letters. */
  readonly kindWritten?: string
  readonly day?: CalendarDate
  readonly target?: number
  readonly duration?: number
  readonly place: Place
}
/** A row of the summary: how many of a kind are open or completed, with their mean; `over` where it is not over all. */
export type SummaryRow = {
  readonly assessmentKind: string
  readonly measure: 'open' | 'completed'
  readonly total: number
  readonly mean?: number
  readonly place: Place
}
export type ProposalRow = {
  readonly measure: 'open' | 'concluded'
  readonly total: number
  readonly mean?: number
  /** The mean is told as one over fewer than all. */
  readonly partly: boolean
  readonly place: Place
}

const ROW = /^\S+(?: \d+[A-Z]?)? ((?=\d*[A-Za-z])[A-Za-z\d]{2,3}) (.+?) (?:(\d+) ?WD|not known|–|-) (?:(\d+) ?WD|not known|–|-)(?: |$)/
/** What is mistaken for a capital letter. */
const LOOKS_LIKE: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', l: 'I', 4: 'A', 5: 'S', 8: 'B' }
const SUMMARY = /^([A-Z]\w+(?: [A-Z]\w+)+) (open|completed)\b(?: during \S+)? (\d+) (?:(\d+) ?WD|–|-|not known)/
const PROPOSALS =
  /^Proposals (open|concluded)\b.*?(?:\)|\d{4}\/\d{2}| (?=\d)) ?(\d+) (?:(?:\d+|–|-) )?(?:(\d+) ?WD( over \d+ of \d+)?|–|-)(?: |$)/i

/** The rows of the tables of assessments, wherever a page breaks them: each follows the caption or the head that was last. */
export function assessmentRows(blocks: readonly Block[], mentions: (block: Block) => readonly Mention[]): readonly AssessmentRow[] {
  let table: AssessmentTable | undefined
  return blocks.flatMap((block) => {
    table = tableNamed(block.text) ?? table
    const row = ROW.exec(block.text)
    const [mention] = row ? mentions(block) : []
    if (!row || !mention || !table || !block.text.startsWith(mention.written)) return []
    const [, kindWritten = '', when = '', target, duration] = row
    const assessmentKind = kindWritten.replace(/[\dl]/g, (sign) => LOOKS_LIKE[sign] ?? sign).toUpperCase()
    const day = daysIn(when).at(-1)?.day
    return [
      {
        table,
        mention,
        assessmentKind,
        ...(kindWritten === assessmentKind ? {} : { kindWritten }),
        ...(day ? { day } : {}),
        ...(target === undefined ? {} : { target: Number(target) }),
        ...(duration === undefined ? {} : { duration: Number(duration) }),
        place: placeIn(block),
      },
    ]
  })
}

function tableNamed(text: string): AssessmentTable | undefined {
  if (/^open assessments$/i.test(text)) return 'open'
  if (/^assessments? completed\b/i.test(text)) return 'completed'
  if (/\brequested and not yet accepted:$/i.test(text)) return 'requested'
  if (!/^Modification\b.*\bType\b/i.test(text)) return undefined
  return /\bReturned\b/i.test(text)
    ? 'completed'
    : /\bAccepted\b/i.test(text)
      ? 'open'
      : /\bRequested\b/i.test(text)
        ? 'requested'
        : undefined
}

export function summaryRows(blocks: readonly Block[]): readonly SummaryRow[] {
  return blocks.flatMap((block) => {
    const [whole, name = '', measure, total, mean] = SUMMARY.exec(block.text) ?? []
    if (whole === undefined) return []
    const assessmentKind = name.replace(/[^A-Z]/g, '')
    return [
      {
        assessmentKind,
        measure: measure as SummaryRow['measure'],
        total: Number(total),
        ...(mean === undefined ? {} : { mean: Number(mean) }),
        place: placeIn(block),
      },
    ]
  })
}

export function proposalRows(blocks: readonly Block[]): readonly ProposalRow[] {
  return blocks.flatMap((block) => {
    const [whole, measure = '', total, mean, partly] = PROPOSALS.exec(block.text) ?? []
    if (whole === undefined) return []
    return [
      {
        measure: measure.toLowerCase() as ProposalRow['measure'],
        total: Number(total),
        ...(mean === undefined ? {} : { mean: Number(mean) }),
        partly: partly !== undefined,
        place: placeIn(block),
      },
    ]
  })
}
