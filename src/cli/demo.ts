import type { Command } from 'commander'
import { type Moved, moveDemo } from '../app/demo.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { longDay } from '../domain/calendar/format.ts'
import { day, example } from './arguments.ts'
import { granted } from './failure.ts'
import { print, withApp } from './session.ts'
import { table } from './table.ts'

/** `codicil demo --to DAY`: moves the clock forward; each source is imported on the day it arrived. */
export function demoCommand(program: Command, root: string): void {
  program
    .command('demo')
    .description("move the demonstration's clock forward, and see later facts arrive")
    .requiredOption('--to <day>', 'a day like 2019-11-29', day)
    .option('--json', 'print JSON')
    .addHelpText('after', example('demo --to 2019-11-29'))
    .action((options) => demo(root, options))
}

function demo(root: string, options: { readonly to: CalendarDate; readonly json?: boolean }): Promise<void> {
  return withApp(root, async (app) => {
    const moved = granted(await moveDemo(app, root, options.to))
    print(options.json === true, { text: text(moved), json: moved })
  })
}

function text({ today, sources }: Moved): string {
  const clock = `The clock shows ${longDay(today)}.`
  if (sources.length === 0) return `${clock} No source arrived.`
  const arrived = sources.length === 1 ? 'One source arrived:' : `${sources.length} sources arrived:`
  return `${clock} ${arrived}\n${table(sources.map(({ day, title, waiting }) => [day, `${title}${waits(waiting)}`]))}`
}

function waits(count: number): string {
  if (count === 0) return ''
  return count === 1 ? ' (one of its facts could not stand, and waits)' : ` (${count} of its facts could not stand, and wait)`
}
