import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { pack } from '../../codes/sec/pack.ts'
import { recordActs } from '../app/acting/record-acts.ts'
import { rulebookDiff, rulebookFile } from '../app/rulebook-file.ts'
import { whatMoves } from '../domain/rulebook/moves.ts'
import { closesText, deadlineText } from '../report/words/deadline.ts'
import { ruleValueText } from '../report/words/rule-value.ts'
import { namesIn } from '../report/words/sentence-names.ts'
import { example } from './arguments.ts'
import { Failure, granted } from './failure.ts'
import { operator, print, withApp } from './session.ts'

type Options = { readonly dryRun?: boolean; readonly json?: boolean; readonly key?: string }

/** `codicil rulebook export` and `codicil rulebook import FILE`: the whole rulebook goes out, and comes in with what differs. */
export function rulebookCommand(program: Command, root: string): void {
  const rulebook = program.command('rulebook').description('the rules in force, as a file')
  rulebook
    .command('export')
    .description('print the rules in force today as JSON')
    .addHelpText('after', example('rulebook export > rulebook.json'))
    .action(() =>
      withApp(root, async (app) => {
        const { stamp } = await app.present()
        process.stdout.write(`${JSON.stringify(rulebookFile(app.live.whole(stamp.moment), stamp.day), null, 2)}\n`)
      }),
    )
  rulebook
    .command('import')
    .description('say what a rulebook file changes and moves, and send it to a second person for approval')
    .argument('<file>', 'as `rulebook export` writes it, changed')
    .option('--dry-run', 'say what it would change, and record nothing')
    .option('--key <key>', 'the same key again does nothing')
    .option('--json', 'print JSON')
    .addHelpText('after', example('rulebook import --dry-run rulebook.json'))
    .action((file: string, options: Options) => importRulebook(root, file, options))
}

function importRulebook(root: string, path: string, { dryRun = false, json = false, key = randomUUID() }: Options): Promise<void> {
  const text = textOf(path)
  return withApp(root, async (app) => {
    const { stamp } = await app.present()
    const register = app.live.whole(stamp.moment)
    const diff = rulebookDiff(text, register, stamp.day)
    if ('problem' in diff) throw new Failure(`${path}: ${diff.problem}`)
    const { changes, missing } = diff
    const { moves } = whatMoves(register, { rows: changes.map(({ after }) => after) })
    if (changes.length > 0) granted(await recordActs(app, diff.acts, { principal: operator, key, dryRun }))
    const names = namesIn(register, pack.grammar)
    const lines = [
      ...changes.map(
        ({ before, after }) =>
          `${after.id}: ${ruleValueText(after.value)}${before ? `, instead of ${ruleValueText(before.value)}` : ', which was not there'}`,
      ),
      ...moves.map(
        ({ deadline, closes }) =>
          `${names.name(deadline.subject)}: ${deadlineText(deadline, names)} closes at ${closesText({ closes })} instead of ${closesText(deadline)}`,
      ),
      ...(missing.length > 0 ? [`left as they are, since the file does not hold them: ${missing.join(', ')}`] : []),
      outcome(changes.length, dryRun),
    ]
    print(json, { text: `${lines.join('\n')}\n`, json: { dryRun, changes, moves, missing } })
  })
}

function outcome(changes: number, dryRun: boolean): string {
  if (changes === 0) return 'the file says what the register says'
  const [rows, wait] = changes === 1 ? ['row', 'waits'] : ['rows', 'wait']
  return `${changes} ${rows} ${dryRun ? 'would change; nothing was recorded' : `${wait} for a second person, in the queue`}`
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new Failure(`there is no file ${path}; name what \`codicil rulebook export\` wrote`)
  }
}
