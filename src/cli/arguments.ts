import type { Command } from 'commander'
import { parseKnown } from '../app/app.ts'
import { type CalendarDate, parseCalendarDate, type YearMonth } from '../domain/calendar/calendar-date.ts'
import { monthOfPeriod, type PublicationKind } from '../domain/publication/kinds.ts'
import { Failure } from './failure.ts'

/** Readers of arguments. Each throws Failure with exit code 2: what came, and what was expected. */
export function day(text: string): CalendarDate {
  return parseCalendarDate(text) ?? wrong(text, 'a day of the calendar', 'one like 2019-10-04')
}

/** The month that a kind of paper is of, of a quarter its first. */
export function period(kind: PublicationKind, text: string): YearMonth {
  const month = monthOfPeriod(kind, text)
  if (month) return month
  return kind === 'kpi-return' ? wrong(text, 'a quarter', 'one like 2019-q4, or a month of it') : wrong(text, 'a month', 'one like 2019-10')
}

export function known(text: string): CalendarDate | number {
  return parseKnown(text) ?? wrong(text, 'a day or a position of the log', 'a day like 2019-10-04, or a number like 250')
}

export function workingDayCount(text: string): number {
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : wrong(text, 'a number of Working Days', 'a whole one from 1 to 9999')
}

/** One of a few words. */
export function oneOf<Word extends string>(words: readonly Word[], what: string): (text: string) => Word {
  return (text) => words.find((word) => word === text) ?? wrong(text, what, words.join(', ').replace(/, ([^,]*)$/, ' or $1'))
}

function wrong(text: string, what: string, remedy: string): never {
  throw new Failure(`“${text}” is not ${what}; give ${remedy}`, 2)
}

/** The options of every command that reads the register. */
export function readsRegister(command: Command): Command {
  return command
    .option('--asof <day>', 'the register as at the end of this day', day)
    .option('--known <when>', 'with what was recorded by this day, or by this position of the log', known)
    .option('--json', 'print JSON')
}

export const example = (...lines: readonly string[]): string =>
  ['', lines.length === 1 ? 'Example:' : 'Examples:', ...lines.map((line) => `  $ codicil ${line}`)].join('\n')
