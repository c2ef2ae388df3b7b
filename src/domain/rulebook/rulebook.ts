import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Entry } from '../entry.ts'
import { type Fact, fact } from '../fact.ts'
import { type Misfit, misfit } from '../misfit.ts'

/** How sure we are of a rule: found in a source, inferred from found facts, or only recalled. */
export type Certainty = 'found' | 'inferred' | 'recalled'
/** What breaking the rule does. Only *found* rows refuse by default: a rule that we only recall must not stop a lawful act. */
export type Enforcement = 'refuse' | 'ask a reason' | 'inform'
export type AppliesTo = 'new proposals' | 'steps not yet begun' | 'everything live'

/** A row's value: a number with its unit, a word, a list, or a table of words. */
export type RowValue =
  | { readonly kind: 'working days'; readonly days: number }
  | { readonly kind: 'months'; readonly months: number }
  | { readonly kind: 'seconds'; readonly seconds: number }
  | { readonly kind: 'words'; readonly words: number }
  | { readonly kind: 'time'; readonly time: string }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly entries: Readonly<Record<string, string>> }
  | { readonly kind: 'yes or no'; readonly yes: boolean }

export type Row = {
  readonly id: string
  readonly title: string
  readonly value: RowValue
  readonly clause: string
  /** The first and the last day on which it is in force; an open end has no `to`. */
  readonly inForce: { readonly from?: CalendarDate; readonly to?: CalendarDate }
  readonly appliesTo: AppliesTo
  readonly certainty: Certainty
  readonly enforcement: Enforcement
  readonly source: string
}

export type RowSet = { readonly type: 'RowSet'; readonly v: 1; readonly row: Row }
export type HolidayDeclared = {
  readonly type: 'HolidayDeclared'
  readonly v: 1
  readonly date: CalendarDate
  readonly name: string
  readonly division: 'england-and-wales'
}
export type RulebookEvent = RowSet | HolidayDeclared

/** One row with its history; the last is the one believed. */
export type RuleState = { readonly kind: 'rule'; readonly row: Fact<Row>; readonly earlier: readonly Fact<Row>[] }
export type HolidayState = { readonly kind: 'holiday'; readonly declared: Fact<HolidayDeclared> }

export function evolveRule(state: RuleState | undefined, entry: Entry, event: RowSet): RuleState {
  return { kind: 'rule', row: fact(entry, event.row), earlier: state ? [...state.earlier, state.row] : [] }
}

export function evolveHoliday(state: HolidayState | undefined, entry: Entry, event: HolidayDeclared): HolidayState | Misfit {
  if (state) return misfit(entry, `${event.date} was declared a bank holiday before`)
  return { kind: 'holiday', declared: fact(entry, event) }
}

/** The row in force on a day, among a row and the earlier ones of its id; undefined where none was. */
export function rowInForce(state: RuleState | undefined, day: CalendarDate): Fact<Row> | undefined {
  if (!state) return undefined
  return [state.row, ...[...state.earlier].reverse()].find(
    ({ value: { inForce } }) => (inForce.from ?? day) <= day && day <= (inForce.to ?? day),
  )
}
