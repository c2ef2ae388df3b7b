import { Command, CommanderError } from 'commander'
import { rootAbove } from '../app/root.ts'
import { LogError } from '../log/log-error.ts'
import { accountsCommand } from './accounts.ts'
import { actCommand } from './act.ts'
import { assessmentsCommand } from './assessments.ts'
import { daysCommand } from './days.ts'
import { deadlineCommand } from './deadline.ts'
import { demoCommand } from './demo.ts'
import { exportCommand } from './export.ts'
import { complain, Failure } from './failure.ts'
import { importCommand } from './import.ts'
import { initCommand } from './init.ts'
import { listCommand } from './list.ts'
import { mailCommand } from './mail.ts'
import { meetingsCommand } from './meetings.ts'
import { reconcileCommand } from './reconcile.ts'
import { releasesCommand } from './releases.ts'
import { reportCommand } from './report.ts'
import { rulebookCommand } from './rulebook.ts'
import { showCommand } from './show.ts'
import { verifyCommand } from './verify.ts'

/** The command line. Data on stdout, messages on stderr; exit 0, 1 (refused or not found), 2 (wrong use). */
const examples = `
Examples:
  $ codicil list --stage refine --asof 2019-10-04
  $ codicil show MP076
  $ codicil assessments --json
  $ codicil days 2019-07-30 2019-09-30
  $ codicil deadline 2019-10-14 15
  $ codicil report change-status 2019-10 --format text
  $ codicil reconcile report.pdf
  $ codicil demo --to 2019-11-29
  $ codicil import --dry-run facts.json
  $ codicil meetings plan --dry-run panel-2020.csv
  $ codicil export > log.jsonl
  $ codicil mail bounced returned.eml
  $ codicil verify change-status-2019-10.json --log log.jsonl

CODICIL_DATA names the directory of the log; without it, it is data/ in the checkout.
Exit codes: 0 done, 1 refused or not found, 2 wrong use.`

const program = new Command('codicil')
  .description('The register of the modifications to the Smart Energy Code, from its log.')
  .configureOutput({ outputError: () => undefined }) // told below, in one line
  .exitOverride()
  .addHelpText('after', examples)

const root = rootAbove(import.meta.url)
initCommand(program, root)
listCommand(program, root)
showCommand(program, root)
assessmentsCommand(program, root)
releasesCommand(program, root)
meetingsCommand(program, root)
reportCommand(program, root)
reconcileCommand(program, root)
daysCommand(program, root)
deadlineCommand(program, root)
importCommand(program, root)
exportCommand(program, root)
verifyCommand(program, root)
actCommand(program, root)
rulebookCommand(program, root)
accountsCommand(program, root)
mailCommand(program, root)
demoCommand(program, root)

// Who reads us may have seen enough: `codicil list | head -1`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitCodeOf(error)
}

/** Says what went wrong in one line; what nobody foresaw is thrown on. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return exitCodeOfUse(error)
  if (!(error instanceof Failure || error instanceof LogError)) throw error
  complain(error.message)
  return error instanceof Failure ? error.exitCode : 1
}

/** Help that was asked for is no mistake; help for want of a command is. */
function exitCodeOfUse({ code, message, exitCode }: CommanderError): number {
  const isHelp = code === 'commander.helpDisplayed' || code === 'commander.help'
  if (!isHelp) complain(`${message.replace(/^error: /, '').replaceAll('\n', ' ')}; codicil --help tells how it is used`)
  // A command that mail servers start tells wrong use by a code of theirs.
  return exitCode === 1 ? 2 : exitCode
}
