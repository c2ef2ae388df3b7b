import { statSync } from 'node:fs'
import type { Command } from 'commander'
import type { App } from '../app/app.ts'
import { importFile } from '../app/import.ts'
import { type FactFile, readFactFile } from '../app/importing/fact-file.ts'
import { dueBy, readSample } from '../app/importing/sample.ts'
import type { Principal } from '../domain/access.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { longDay } from '../domain/calendar/format.ts'
import type { ImportOutcome } from '../domain/importing/facts.ts'
import { isRefused } from '../domain/refusal.ts'
import { example } from './arguments.ts'
import { Failure, granted } from './failure.ts'
import { type Imported, importedText } from './imported-text.ts'
import { print, withApp } from './session.ts'

type Options = { readonly dryRun?: boolean; readonly note?: boolean; readonly json?: boolean }

const operator: Principal = { id: 'cli', roles: ['importer'], actsFor: [], seats: [] }

/** `codicil import PATH…`: each file is one set; nothing of a set is taken when it cannot stand, unless with `--note`. */
export function importCommand(program: Command, root: string): void {
  program
    .command('import')
    .description('import sets of sourced facts; the same again changes nothing')
    .argument('<path...>', 'fact files, or directories of them')
    .option('--dry-run', 'write nothing; say what it would do, and what would let a fact stand')
    .option('--note', 'keep what cannot stand yet as noted, and take the rest of its file')
    .option('--json', 'print JSON')
    .addHelpText('after', example('import --dry-run codes/sec/sample', 'import facts.json'))
    .action((paths, options) => importPaths(root, paths, options))
}

function importPaths(root: string, paths: readonly string[], options: Options): Promise<void> {
  const read = paths.map(filesAt)
  return withApp(root, async (app) => {
    const { day } = await app.stamp()
    const files = read.flatMap((found) => ('files' in found ? arrivedBy(day, found) : [found]))
    return options.dryRun ? rehearse(app, files, options) : take(app, files, options)
  })
}

/** Of a directory, the sources that have arrived; what arrives later is told, and left for its day. */
function arrivedBy(day: CalendarDate, { path, files }: Directory): readonly FactFile[] {
  const arrived = dueBy(files, day)
  const later = files.length - arrived.length
  if (later > 0) console.error(`codicil: ${later} of the ${files.length} files in ${path} arrive after ${longDay(day)}, and were left out`)
  return arrived
}

/** One file after another; where one is refused, those before it stay, and are told. */
async function take(app: App, files: readonly FactFile[], options: Options): Promise<void> {
  const imported: Imported[] = []
  const whenMisfit = options.note ? 'note' : 'refuse'
  let refusal: Failure | undefined
  for (const file of files) {
    const performed = await importFile(app, file, { principal: operator, whenMisfit })
    if (isRefused(performed)) {
      refusal = new Failure([`nothing of ${file.source.id} was taken: ${performed.refused}`, ...performed.remedies].join('; '))
      break
    }
    if (performed.outcome) imported.push({ file: file.source.id, outcome: performed.outcome })
  }
  if (!refusal || imported.length > 0) tell(imported, options)
  if (refusal) throw refusal
}

/** What it would do: all files judged as one set, since a later one may stand on what an earlier one brings. */
async function rehearse(app: App, files: readonly FactFile[], options: Options): Promise<void> {
  const [first] = files
  if (!first) return
  const whole: FactFile = { ...first, facts: files.flatMap(({ facts }) => facts) }
  const { outcome } = granted(await importFile(app, whole, { principal: operator, whenMisfit: 'note', dryRun: true }))
  if (!outcome) return
  tell(
    files.map(({ source }) => ({ file: source.id, outcome: ofSource(outcome, source.id) })),
    options,
  )
  if (outcome.waiting.length > 0) process.exitCode = 1
}

function tell(imported: readonly Imported[], options: Options): void {
  const dryRun = options.dryRun === true
  print(options.json === true, { text: importedText(imported, dryRun), json: { dryRun, files: imported } })
}

function ofSource(outcome: ImportOutcome, source: string): ImportOutcome {
  const own = (facts: readonly string[]) => facts.filter((fact) => fact.startsWith(`${source}/`))
  return {
    added: own(outcome.added),
    changed: own(outcome.changed),
    unchanged: own(outcome.unchanged),
    besides: own(outcome.besides),
    waiting: outcome.waiting.filter(({ fact }) => fact.startsWith(`${source}/`)),
  }
}

type Directory = { readonly path: string; readonly files: readonly FactFile[] }

function filesAt(path: string): FactFile | Directory {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new Failure(`there is no file or directory ${path}; name a fact file, or a directory of them`)
  return found.isDirectory() ? { path, files: granted(readSample(path)) } : granted(readFactFile(path))
}
