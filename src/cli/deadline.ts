import type { Command } from 'commander'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { longDay, weekdayName } from '../domain/calendar/format.ts'
import { deadline, type FirstDay } from '../domain/calendar/working-days.ts'
import { day, example, workingDayCount } from './arguments.ts'
import { Failure } from './failure.ts'
import { answer } from './session.ts'
import { table } from './table.ts'

const ways: readonly FirstDay[] = ['counted', 'not counted']

/** `codicil deadline FROM N`: the day under each way of counting the first day. */
export function deadlineCommand(program: Command, root: string): void {
  program
    .command('deadline')
    .description('the day so many Working Days from another, counting it or not')
    .argument('<from>', 'a day like 2019-10-14', day)
    .argument('<count>', 'a whole number of Working Days', workingDayCount)
    .option('--json', 'print JSON')
    .addHelpText('after', example('deadline 2019-10-14 15'))
    .action((from, count, options) => deadlines(root, from, count, options))
}

function deadlines(root: string, from: CalendarDate, workingDays: number, options: { readonly json?: boolean }): Promise<void> {
  return answer(root, options, ({ register }) => {
    const found = ways.map((firstDay) => within(() => deadline(register.calendar, from, workingDays, firstDay)))
    const lines = found.flatMap(({ day, firstDay, arithmetic }) => [
      [day, `${weekdayName(day)} ${longDay(day)}, first day ${firstDay}`],
      ['', arithmetic],
    ])
    return {
      text: table(lines),
      json: { from, workingDays, deadlines: found.map(({ day, firstDay, arithmetic }) => ({ firstDay, day, arithmetic })) },
    }
  })
}

/** Where the holidays known end before the deadline, nothing is guessed. */
function within<T>(count: () => T): T {
  try {
    return count()
  } catch (error) {
    if (error instanceof RangeError) throw new Failure(error.message)
    throw error
  }
}
