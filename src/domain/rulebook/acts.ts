import { type ActOf, fits, type Given, type Rules, unfit } from '../acting/act.ts'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import { longDay } from '../calendar/format.ts'
import { idOf, type Subject } from '../entry.ts'
import { refused } from '../refusal.ts'
import { find } from '../register.ts'
import { same } from '../same.ts'
import { type HolidayDeclared, type Row, rowInForce } from './rulebook.ts'

/** What is said of a row, all of it again. */
type RowTold = Omit<Row, 'id'>
/** A row is set anew, or superseded from a day on: what it said before stays in force for the days before. */
export type ChangeRule = ActOf<'ChangeRule', RowTold>
export type AddRule = ActOf<'AddRule', { readonly id: string } & RowTold>
/** It is in force up to a day, and not after. */
export type EndRule = ActOf<'EndRule', { readonly last: CalendarDate }>
/** A bank holiday: also one that is proclaimed weeks before. */
export type DeclareHoliday = ActOf<'DeclareHoliday', { readonly date: CalendarDate; readonly name: string }>
export type WithdrawHoliday = ActOf<'WithdrawHoliday'>
export type RulebookAct = ChangeRule | AddRule | EndRule | DeclareHoliday | WithdrawHoliday

const ruleOf = (given: Given, subject: Subject) => find(given.register, 'rule', idOf(subject))?.state

const isThere = (given: Given, subject: Subject) =>
  ruleOf(given, subject) ? fits : unfit(`the rulebook has no row ${idOf(subject)}`, 'add it')

const backwards = ({ from, to }: Row['inForce']) =>
  from !== undefined && to !== undefined && from > to
    ? refused(`it would be in force from ${longDay(from)} to ${longDay(to)}, which is backwards`, ['inForce'], ['give a later last day'])
    : undefined

export const rulebookRules: Rules<RulebookAct> = {
  ChangeRule: {
    row: 'rulebook-kept',
    overwrites: true,
    twoPeople: true,
    fits: isThere,
    tells: (given, { subject, act, recorded, ...told }) => {
      const row: Row = { id: idOf(subject), ...told }
      const present = ruleOf(given, subject)?.row.value
      if (present && same(present, row)) return refused('nothing in it is changed', [subject], ['change what is to be different'])
      return backwards(row.inForce) ?? [{ event: { type: 'RowSet', v: 1, row } }]
    },
  },
  AddRule: {
    row: 'rulebook-kept',
    twoPeople: true,
    fits: () => fits,
    tells: (given, { subject, act, recorded, ...row }) => {
      const rule: Subject = `rule/${row.id}`
      if (ruleOf(given, rule)) return refused(`the rulebook has a row ${row.id} already`, ['id'], ['change that row', 'choose another id'])
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(row.id))
        return refused(`a row is named like mrc-length, and “${row.id}” was given`, ['id'], ['use small letters, numbers and hyphens'])
      return backwards(row.inForce) ?? [{ subject: rule, event: { type: 'RowSet', v: 1, row } }]
    },
  },
  EndRule: {
    row: 'rulebook-kept',
    overwrites: true,
    twoPeople: true,
    fits: isThere,
    tells: (given, { subject, last }) => {
      const row = rowInForce(ruleOf(given, subject), given.day)?.value
      if (!row) return refused(`${idOf(subject)} is not in force on ${longDay(given.day)}`, [subject], ['look at its history'])
      const inForce = { ...row.inForce, to: last }
      return backwards(inForce) ?? [{ event: { type: 'RowSet', v: 1, row: { ...row, inForce } } }]
    },
  },
  DeclareHoliday: {
    row: 'rulebook-kept',
    twoPeople: true,
    fits: () => fits,
    tells: (given, { date, name }) => {
      if (find(given.register, 'holiday', date))
        return refused(`${longDay(date)} is a bank holiday already`, ['date'], ['give another day'])
      const event: HolidayDeclared = { type: 'HolidayDeclared', v: 1, date, name, division: 'england-and-wales' }
      const struck = given.recorded(`holiday/${date}`).findLast(({ noted }) => !noted)
      return [{ subject: `holiday/${date}`, event, ...(struck ? { refills: struck.place } : {}) }]
    },
  },
  WithdrawHoliday: {
    row: 'rulebook-kept',
    twoPeople: true,
    fits: (given, subject) =>
      find(given.register, 'holiday', idOf(subject)) ? fits : unfit(`${idOf(subject)} is no bank holiday`, 'look at the calendar'),
    tells: (given, { subject }) => {
      const declared = find(given.register, 'holiday', idOf(subject))?.state.declared
      return declared ? [{ event: null, refills: declared.place }] : []
    },
  },
}
