import type { Command } from 'commander'
import { openRegister } from '../app/open-register.ts'
import { addAccount, parseEmail } from '../app/people/accounts.ts'
import type { Principal } from '../domain/access.ts'
import { example } from './arguments.ts'
import { Failure, granted } from './failure.ts'
import { print, withLog } from './session.ts'

type Options = { readonly email: string; readonly label: string; readonly json?: boolean }

const opener: Principal = { id: 'cli', roles: ['administrator', 'importer'], actsFor: [], seats: [] }

/** `codicil init`: a real register, with its rulebook and its first account, in an empty folder. */
export function initCommand(program: Command, root: string): void {
  program
    .command('init')
    .description('open a real register in the empty folder that CODICIL_DATA names, with the first account that administers it')
    .requiredOption('--email <address>', 'where the administrator gets one-time links, or by which the provider knows them')
    .option('--label <label>', 'what the account is called', 'Code administrator')
    .option('--json', 'print JSON')
    .addHelpText('after', example('init --email administrator@example.org'))
    .action((options: Options) => init(root, options))
}

function init(root: string, { email, label, json }: Options): Promise<void> {
  const address = parseEmail(email)
  if (address === undefined) throw new Failure(`“${email}” is not an address of e-mail; give one like administrator@example.org`, 2)
  return withLog(root, async (app, directory) => {
    if (app.live.entries.length > 0)
      throw new Failure(
        `there is a ${app.isDemo() ? 'demonstration' : 'register'} in ${directory} already; set CODICIL_DATA to an empty folder`,
      )
    const refusal = await openRegister(app, opener, { demo: false })
    if (refusal) throw new Failure([refusal.refused, ...refusal.remedies].join('; '))
    const account = granted(
      await addAccount(app.people, { label, email: address, roles: ['administrator', 'importer'], actsFor: [], seats: [] }),
    )
    const entries = app.live.entries.length
    print(json === true, {
      text: `A register was opened in ${directory}, with ${entries} entries: its rulebook, bank holidays, bodies and organisations.\nAccount ${account.id} (${address}) administers it. Bring in what you have with codicil import, and start it with npm start.`,
      json: { directory, entries, account: account.id },
    })
  })
}
