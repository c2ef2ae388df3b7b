import type { Command } from 'commander'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { conventionLabels, countings } from '../domain/calendar/working-days.ts'
import { capitalised } from '../report/words/capitalised.ts'
import { day, example } from './arguments.ts'
import { Failure } from './failure.ts'
import { answer } from './session.ts'
import { table } from './table.ts'

/** `codicil days FROM TO`: the count under each convention, with its arithmetic. */
export function daysCommand(program: Command, root: string): void {
  program
    .command('days')
    .description('the days from one day to another, under each convention')
    .argument('<from>', 'a day like 2019-07-30', day)
    .argument('<to>', 'a day like 2019-09-30', day)
    .option('--json', 'print JSON')
    .addHelpText('after', example('days 2019-07-30 2019-09-30'))
    .action((from, to, options) => days(root, from, to, options))
}

function days(root: string, from: CalendarDate, to: CalendarDate, options: { readonly json?: boolean }): Promise<void> {
  if (from > to) throw new Failure(`the first day, ${from}, is after the last, ${to}; give the earlier day first`, 2)
  return answer(root, options, ({ register }) => {
    const counts = countings(register.calendar, from, to).map(({ value, convention, arithmetic }) => ({
      convention,
      label: conventionLabels[convention],
      value,
      arithmetic,
    }))
    const lines = counts.flatMap(({ value, label, arithmetic }) => [
      [`${value}`, capitalised(label)],
      ['', arithmetic],
    ])
    return { text: table(lines), json: { from, to, counts } }
  })
}
