import type { Command } from 'commander'
import { metaOf } from '../app/acting/fields.ts'
import { fieldsFrom, type Written } from '../app/acting/read-act.ts'
import type { App } from '../app/app.ts'
import { accountFields, readAccount, seatText } from '../app/people/account-fields.ts'
import { addAccount, disableAccount, parseEmail } from '../app/people/accounts.ts'
import type { Account } from '../log/people.ts'
import { example } from './arguments.ts'
import { Failure, granted } from './failure.ts'
import { print, withApp } from './session.ts'
import { table } from './table.ts'

type Options = Readonly<Record<string, string | string[] | boolean | undefined>>

/** `codicil accounts add|list|disable`: who may sign in, and for whom he then acts. */
export function accountsCommand(program: Command, root: string): void {
  const accounts = program
    .command('accounts')
    .description('who may sign in, and for whom they then act')
    .addHelpText('after', example('accounts list', 'accounts disable member@example.org'))
  accounts
    .command('list')
    .description('accounts, one a line')
    .option('--json', 'print JSON')
    .action((options: Options) => list(root, options))
  const add = accounts.command('add').description('add an account')
  for (const [name, field] of Object.entries(accountFields.shape)) {
    const meta = metaOf(field)
    const isMany = meta?.control === 'several' || meta?.control === 'lines'
    const words = meta?.options ? `: ${meta.options.map(([value]) => value).join(', ')}` : ''
    add.option(`--${name} <value${isMany ? '...' : ''}>`, `${meta?.label}${words}`)
  }
  add
    .option('--json', 'print JSON')
    .addHelpText('after', example('accounts add --label "Code administrator" --email admin@example.org --roles administrator importer'))
    .action((options: Options) => added(root, options))
  accounts
    .command('disable')
    .description('disable an account: its sessions end at once, and its tokens are revoked')
    .argument('<account>', 'its e-mail address or its id')
    .option('--json', 'print JSON')
    .action((asked: string, options: Options) => disabled(root, asked, options))
}

function list(root: string, { json }: Options): Promise<void> {
  return withApp(root, async (app) => {
    const accounts = await app.people.accounts()
    const text = accounts.length === 0 ? 'There is no account.' : table(accounts.map(lineOf))
    print(json === true, { text, json: accounts.map(asJson) })
  })
}

function added(root: string, { json, ...written }: Options): Promise<void> {
  return withApp(root, async (app) => {
    const { register } = await app.present()
    const read = readAccount(fieldsFrom(accountFields.shape, written as Written), register)
    if ('problems' in read) throw new Failure(read.problems.map(({ field, problem }) => `--${field}: ${problem}`).join('; '), 2)
    tell(json, granted(await addAccount(app.people, read.account)))
  })
}

function disabled(root: string, asked: string, { json }: Options): Promise<void> {
  return withApp(root, async (app) => {
    const account = await found(app, asked)
    if (!account) throw new Failure(`there is no account ${asked}; codicil accounts list tells which there are`)
    tell(json, granted(await disableAccount(app.people, account, true)))
  })
}

async function found({ people }: App, asked: string): Promise<Account | undefined> {
  const email = parseEmail(asked)
  return email === undefined ? people.account(asked) : people.accountOfEmail(email)
}

const tell = (json: Options[string], account: Account): void =>
  print(json === true, { text: table([lineOf(account)]), json: asJson(account) })

const lineOf = ({ id, label, email, roles, actsFor, seats, disabled: isDisabled }: Account): readonly string[] => [
  id,
  isDisabled ? 'disabled' : 'in use',
  email ?? '-',
  label,
  [...roles, ...actsFor, ...seats.map(seatText)].join(', ') || '-',
]

/** Without who it is at the provider: nobody needs it to keep accounts. */
const asJson = ({ oidc, ...account }: Account) => ({ ...account, boundToProvider: oidc !== undefined })
