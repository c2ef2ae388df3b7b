import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  earlier,
  firstFridayOf,
  lastOf,
  later,
  parseCalendarDate,
  type YearMonth,
} from '../../domain/calendar/calendar-date.ts'
import { type FoundIssued, issuedPapers, type Register, ruleOn } from '../../domain/register.ts'

/** The day up to which a paper reports: its date, or without a paper the month's first Friday, inferred. */
export type CutOff = { readonly day: CalendarDate; readonly basis: 'paper' | 'inferred' }

/**
 * What one paper covers. Events belong to the paper whose window holds the day they took effect: after `from`, up to and including `to`.
 * Windows of following months tile time: no event is in two papers or in none.
 */
export type Window = {
  readonly month: YearMonth
  /** The last paper's cut-off: not in this window. */
  readonly from: CalendarDate
  readonly fromBasis: CutOff['basis']
  /** This paper's cut-off: in this window. Earlier, while the window is not over. */
  readonly to: CalendarDate
  readonly toBasis: CutOff['basis']
  /** The next paper's cut-off: up to it things are expected "this month". */
  readonly next: CalendarDate
  /** Of the stage counts. */
  readonly asAt: CalendarDate
  /** Of the timescales: the end of the month before, unless the paper says another day. */
  readonly timescalesAsAt: CalendarDate
  /** The year of the timescales, 1 April to 31 March: '2019/20'. */
  readonly regulatoryYear: { readonly from: CalendarDate; readonly to: CalendarDate; readonly label: string }
  /** Whether the cut-off has passed on the day asked. */
  readonly state: 'complete' | 'so far' | 'not begun'
}

/** The first day that can be reported on: a window asks for the month before it, and its year for the one before. */
export const firstDayReported = calendarDate('1901-01-01')

type Papers = ReadonlyMap<string, FoundIssued>

/** The window of a month's paper, as it is known on a day, in a register of that day. */
export function windowOf(register: Register, month: YearMonth, asOf: CalendarDate): Window {
  const papers = papersOf(register)
  const previous = cutOff(papers, addMonths(month, -1))
  const own = cutOff(papers, month)
  const to = earlier(own.day, asOf)
  const timescales = papers.get(month)?.state.issued.value.timescalesAsAt ?? lastOf(addMonths(month, -1))
  const timescalesAsAt = earlier(timescales, to)
  return {
    month,
    from: earlier(previous.day, to),
    fromBasis: previous.basis,
    to,
    toBasis: own.basis,
    next: cutOff(papers, addMonths(month, 1)).day,
    asAt: to,
    timescalesAsAt,
    regulatoryYear: regulatoryYear(register, timescalesAsAt),
    state: asOf >= own.day ? 'complete' : asOf > previous.day ? 'so far' : 'not begun',
  }
}

/** Up to which day the report of a month tells, whatever day is asked for. */
export const cutOffOf = (register: Register, month: YearMonth): CalendarDate => cutOff(papersOf(register), month).day

export const isBegun = (register: Register, month: YearMonth, asOf: CalendarDate): boolean =>
  windowOf(register, month, asOf).state !== 'not begun'

/** The month's paper, where one was issued. */
export const paperOf = (register: Register, month: YearMonth): FoundIssued | undefined => papersOf(register).get(month)

export const isWithin = (window: Pick<Window, 'from' | 'to'>, day: CalendarDate): boolean => window.from < day && day <= window.to

function papersOf(register: Register): Papers {
  const issued = issuedPapers(register).filter(({ state }) => state.issued.value.kind === 'change-status')
  return new Map(issued.map((paper) => [paper.state.issued.value.month, paper]))
}

/** Never before the cut-off of an earlier month, so that a paper issued late leaves the next window empty rather than torn. */
function cutOff(papers: Papers, month: YearMonth): CutOff {
  const own = papers.get(month)
  const day = own ? own.state.issued.on.to : firstFridayOf(month)
  return { day: later(day, latestBefore(papers, month)), basis: own ? 'paper' : 'inferred' }
}

function latestBefore(papers: Papers, month: YearMonth): CalendarDate {
  let before = addMonths(month, -1)
  while (papers.has(before)) before = addMonths(before, -1)
  let latest = firstFridayOf(before)
  for (const [of, paper] of papers) if (of < month) latest = later(latest, paper.state.issued.on.to)
  return latest
}

/** Where the rulebook has no row `reporting-year`. Source: the report's "during 2019/20", and the Panel's budget year from 1 April. */
const YEAR_BEGINS = '04-01'

/** The year that a day is in, from the day and month on which the rulebook lets it begin: 1 April to 31 March. */
export function regulatoryYear(register: Register, day: CalendarDate): Window['regulatoryYear'] {
  const value = ruleOn(register, 'reporting-year', day)?.value.value
  const told = value?.kind === 'table' ? value.entries.begins : undefined
  const begins = told && parseCalendarDate(`2001-${told}`) ? told : YEAR_BEGINS
  const first = Number(day.slice(0, 4)) - (day.slice(5) < begins ? 1 : 0)
  const from = calendarDate(`${first}-${begins}`)
  const to = addDays(calendarDate(`${first + 1}-${begins}`), -1)
  return { from, to, label: `${first}/${String(first + 1).slice(2)}` }
}
