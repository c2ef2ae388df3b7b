import { type CalendarDate, lastOf, type YearMonth } from '../../../domain/calendar/calendar-date.ts'
import { type Block, type Place, placeIn } from '../paper.ts'
import { daysIn, monthIn } from './days.ts'

type Told<T> = { readonly value: T; readonly place: Place }

/** What the paper says of itself: which month, when, for whom, and as at when its numbers are. */
export type Cover = {
  readonly title?: Told<string>
  readonly month?: YearMonth
  readonly date?: Told<CalendarDate>
  readonly reference?: Told<string>
  readonly action?: string
  readonly classification?: string
  /** Who is asked to note or to decide. */
  readonly addressee?: Told<string>
  /** Before whom this copy is, where the paper says so. */
  readonly before?: Told<string>
  /** The days between which it counts, where the paper states them. */
  readonly window?: { readonly from: CalendarDate; readonly to: CalendarDate }
  /** Each time that it says as at when its timescales are. */
  readonly timescales: readonly Told<CalendarDate>[]
  /** As at when the numbers of the stages are, where it says so. */
  readonly stripAsAt?: Told<CalendarDate>
}

export function coverOf(blocks: readonly Block[]): Cover {
  const titled = first(blocks, /^Change Status Report\b.*/i)
  const month = titled && monthIn(titled.value)
  const reference = first(blocks, /\bPaper Reference:?\s+(\S+)/i)
  const addressee = first(blocks, /^The (.+?) (?:is|are) (?:requested|asked|invited) to\b/)
  const before = first(blocks, /^This copy is before (.+?)[.;]/)
  const date = dateOf(blocks)
  const window = windowOf(blocks)
  const stripAsAt = told(blocks, STAGES_AS_AT, (text) =>
    /\b(?:this|the) (?:report|paper)\b/i.test(text) ? date?.value : daysIn(text, month)[0]?.day,
  )[0]
  const action = first(blocks, /\bAction:\s+(For \w+|\w+)/i)?.value
  const classification = first(blocks, /\bclassified as (\w+)/i)?.value
  return {
    ...(titled ? { title: titled } : {}),
    ...(month ? { month } : {}),
    ...(date ? { date } : {}),
    ...(reference ? { reference } : {}),
    ...(action ? { action } : {}),
    ...(classification ? { classification } : {}),
    ...(addressee ? { addressee } : {}),
    ...(before ? { before } : {}),
    ...(window ? { window } : {}),
    ...(stripAsAt ? { stripAsAt } : {}),
    timescales: told(blocks, /\bcorrect as at (.+?)\.?$/i, (text) => asAtDay(text, month)),
  }
}

/** 'Proposals currently in each stage, as at 1 November 2019', 'The numbers of the stages are as at the date of this report.' */
const STAGES_AS_AT =
  /(?:^(?:as at|position (?:as )?at)|\bin each stage,? \(?(?:as )?(?:at|on)|\b(?:figures|numbers|counts?|totals?|stages|proposals)\b[^.]{0,80}\b(?:as at|counted (?:at|on)|at the close of)) (.+?)[:.]?(?:$|(?<=[.:)])\s)/i

function told<T>(blocks: readonly Block[], pattern: RegExp, read: (text: string) => T | undefined): readonly Told<T>[] {
  return blocks.flatMap((block) => {
    const found = pattern.exec(block.text)
    const value = found ? read(found[1] ?? found[0]) : undefined
    return value === undefined ? [] : [{ value, place: placeIn(block) }]
  })
}

const first = (blocks: readonly Block[], pattern: RegExp): Told<string> | undefined => told(blocks, pattern, (text) => text)[0]

/** Days of a cover that are not its own: 'Timescales as at 31 October 2019', 'Meeting of the Panel 15 November 2019'. */
const OTHER_DAY = /\b(?:as at|timescales?|window|after|before|until|up to|meeting|next|clos\w+|opens?|deadline|version)\b/i

/** Where the cover ends. */
const BODY = /^(?:Proposals currently in each stage|Define\b|Modification\s+Type|[A-Z]{2,6} ?\d{2,4}[A-Z]? [‘“'"])/

/** The date of the paper: on its cover a day, alone or behind who wrote it; further on only a day alone. */
function dateOf(blocks: readonly Block[]): Told<CalendarDate> | undefined {
  const body = blocks.findIndex(({ text }) => BODY.test(text))
  const end = body === -1 ? blocks.length : body
  return dateAmong(blocks.slice(0, end), /^[\p{L} ]{0,40}$/u) ?? dateAmong(blocks.slice(end), /^$/)
}

function dateAmong(blocks: readonly Block[], before: RegExp): Told<CalendarDate> | undefined {
  for (const block of blocks) {
    const [day] = daysIn(block.text)
    if (!day?.day || OTHER_DAY.test(block.text) || !block.text.endsWith(day.written)) continue
    const rest = block.text
      .slice(0, day.at)
      .replace(/^(?:date|dated|issued|published)(?: on)?:?\s*/i, '')
      .trim()
    if (before.test(rest)) return { value: day.day, place: placeIn(block, day.written) }
  }
  return undefined
}

function windowOf(blocks: readonly Block[]): Cover['window'] {
  const [from, to] = told(blocks, /^Window:? (after .+)$/, (text) => daysIn(text).flatMap(({ day }) => day ?? []))[0]?.value ?? []
  return from && to ? { from, to } : undefined
}

/** 'the end of September 2019', or a day. */
function asAtDay(text: string, near: YearMonth | undefined): CalendarDate | undefined {
  const [, month] = /end of (.+)$/i.exec(text) ?? []
  const of = month === undefined ? undefined : monthIn(month)
  return of ? lastOf(of) : daysIn(text, near)[0]?.day
}
