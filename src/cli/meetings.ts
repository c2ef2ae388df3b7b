import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { recordActs } from '../app/acting/record-acts.ts'
import { parseSubject } from '../app/importing/field-schemas.ts'
import { type CalendarLine, plansIn, readCalendar } from '../app/meeting/calendar-file.ts'
import { example } from './arguments.ts'
import { Failure, granted } from './failure.ts'
import { operator, print, withApp } from './session.ts'

type Options = { readonly body?: string; readonly dryRun?: boolean; readonly json?: boolean; readonly key?: string }

/** `codicil meetings plan FILE`: a year's meetings from a file. */
export function meetingsCommand(program: Command, root: string): void {
  program
    .command('meetings')
    .description('the meetings of the bodies')
    .command('plan')
    .description('plan the meetings of a file, CSV (body, day, number) or iCalendar, as one set; say what it cannot read')
    .argument('<file>', 'such as panel-2020.csv')
    .option('--body <body>', 'of which body they are, where the lines do not say: body/panel')
    .option('--dry-run', 'say what it would plan, and record nothing')
    .option('--key <key>', 'the same key again does nothing')
    .option('--json', 'print JSON')
    .addHelpText('after', example('meetings plan --dry-run panel-2020.csv'))
    .action((file: string, options: Options) => plan(root, file, options))
}

function plan(root: string, path: string, { body, dryRun = false, json = false, key = randomUUID() }: Options): Promise<void> {
  const text = textOf(path)
  const subject = body === undefined ? undefined : parseSubject(body.includes('/') ? body : `body/${body}`, ['body'])
  if (body !== undefined && !subject) throw new Failure(`expected a body such as body/panel, and “${body}” was given`, 2)
  return withApp(root, async (app) => {
    const { stamp } = await app.present()
    const lines = readCalendar(text, app.live.whole(stamp.moment), subject)
    const acts = plansIn(lines)
    const unread = lines.flatMap((line) => ('problem' in line ? [`${line.where}: ${line.problem}`] : []))
    // Who sends a file without looking gets the whole of it, or nothing.
    if (unread.length > 0 && !dryRun) throw new Failure(unread.join('; '))
    if (acts.length > 0) granted(await recordActs(app, acts, { principal: operator, key, dryRun }))
    const outcome = `${acts.length} ${acts.length === 1 ? 'meeting' : 'meetings'} ${dryRun ? 'would be planned; nothing was recorded' : 'planned'}`
    print(json, {
      text: [...lines.map((line) => `${line.where}: ${said(line)}`), outcome].join('\n'),
      json: { dryRun, lines: lines.map((line) => ({ where: line.where, says: said(line) })), planned: acts.length },
    })
    if (unread.length > 0) process.exitCode = 1
  })
}

function said(line: CalendarLine): string {
  if ('problem' in line) return `cannot be read: ${line.problem}`
  if ('already' in line) return line.already
  return `${line.meeting}${line.look ? ` (look: ${line.look})` : ''}`
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Failure(`there is no file ${path}; name a CSV or an iCalendar file`)
  }
}
