import type { FieldMeta } from '../../app/acting/fields.ts'
import { type FieldProblem, fieldsFrom, type Written } from '../../app/acting/read-act.ts'
import { accountAsWritten, accountFields, readAccount } from '../../app/people/account-fields.ts'
import { addAccount, changeAccount, disableAccount } from '../../app/people/accounts.ts'
import { nameOf } from '../../domain/names.ts'
import { isRefused, type Refused, refused, type Verdict } from '../../domain/refusal.ts'
import { all } from '../../domain/register.ts'
import type { Account } from '../../log/people.ts'
import type { PageContext } from '../context.ts'
import type { Option } from '../options-of.ts'
import { DataTable } from '../parts/data-table.tsx'
import { Fields } from '../parts/form/fields.tsx'
import { ErrorSummary, RefusalSummary } from '../parts/form/problems.tsx'
import { Layout } from '../parts/layout.tsx'
import { whomFor } from './account.tsx'
import { notFound, refusedPage } from './problem.tsx'

/** What a form of an account shows besides its fields. */
type Shown = { readonly written: Written; readonly problems?: readonly FieldProblem[]; readonly refusal?: Refused }
type Status = 200 | 409 | 422

/** GET: every account, and the form of a new one. */
export async function accountsPage(context: PageContext) {
  return barred(context) ?? listed(context, { written: {} }, 200)
}

/** POST: adds an account. */
export async function takeNewAccount(context: PageContext) {
  const bar = barred(context)
  if (bar) return bar
  const written = await writtenIn(context)
  const read = readAccount(fieldsFrom(accountFields.shape, written), context.var.answer.register)
  if ('problems' in read) return listed(context, { written, problems: read.problems }, 422)
  const added = await addAccount(context.var.site.app.people, read.account)
  return isRefused(added) ? listed(context, { written, refusal: added }, 409) : context.redirect(context.var.paths.accounts(), 303)
}

/** GET: one account. */
export async function oneAccountPage(context: PageContext) {
  const account = await accountAsked(context)
  if (account instanceof Response) return account
  return one(context, account, { written: accountAsWritten(account) }, 200)
}

/** POST: changes an account, disables it, or enables it again. */
export async function takeAccount(context: PageContext) {
  const account = await accountAsked(context)
  if (account instanceof Response) return account
  const { paths, site, answer } = context.var
  const { people } = site.app
  const written = await writtenIn(context)
  if (written.disabled !== undefined) {
    const done =
      keepable(context, account, written.disabled === 'yes') ?? (await disableAccount(people, account, written.disabled === 'yes'))
    return isRefused(done)
      ? one(context, account, { written: accountAsWritten(account), refusal: done }, 409)
      : context.redirect(paths.accounts(), 303)
  }
  const read = readAccount(fieldsFrom(accountFields.shape, written), answer.register)
  if ('problems' in read) return one(context, account, { written, problems: read.problems }, 422)
  const stops = !read.account.roles.includes('administrator')
  const changed: Verdict<Account> = keepable(context, account, stops) ?? (await changeAccount(people, account, read.account))
  return isRefused(changed) ? one(context, account, { written, refusal: changed }, 409) : context.redirect(paths.accounts(), 303)
}

/** Who administers locks neither himself out, nor the next visitor of a demonstration. */
function keepable(context: PageContext, account: Account, stops: boolean): Refused | undefined {
  if (account.sample !== undefined) return refused('a sample account is as it is, for every visitor', [], ['add an account of your own'])
  if (stops && account.id === context.var.account?.id)
    return refused('you would shut yourself out', [], ['let another administrator change your account'])
  return undefined
}

async function writtenIn(context: PageContext): Promise<Written> {
  return (await context.req.parseBody({ all: true })) as Written
}

/** Only who administers keeps the accounts. Who has not signed in is led there. */
function barred(context: PageContext): Response | Promise<Response> | undefined {
  const { account, paths, site } = context.var
  if (!account) return context.redirect(paths.signIn(context.req.path), 303)
  if (account.roles.includes('administrator')) return undefined
  return refusedPage(
    context,
    site,
    403,
    'The code administrator keeps the accounts, and you do not administer',
    'Ask your code administrator.',
  )
}

async function accountAsked(context: PageContext): Promise<Account | Response> {
  const bar = await barred(context)
  if (bar) return bar
  return (await context.var.site.app.people.account(context.req.param('id') ?? '')) ?? notFound(context, context.var.site)
}

async function listed(context: PageContext, form: Shown, status: Status) {
  const accounts = await context.var.site.app.people.accounts()
  return context.html(<ListView context={context} accounts={accounts} form={form} />, status)
}

const one = (context: PageContext, account: Account, form: Shown, status: Status) =>
  context.html(<AccountForm context={context} account={account} form={form} />, status)

function ListView({
  context,
  accounts,
  form,
}: {
  readonly context: PageContext
  readonly accounts: readonly Account[]
  readonly form: Shown
}) {
  const { answer, paths } = context.var
  return (
    <Layout context={context} title="Accounts">
      <Problems context={context} form={form} />
      <h1 class="govuk-heading-l">Accounts</h1>
      <p class="govuk-body">
        An account says only for whom its holder acts. What a body or a seat may do is in the register, and who may take which step in the
        rules.
      </p>
      <DataTable
        caption="Every account"
        captionIs="hidden"
        columns={[{ label: 'Account' }, { label: 'E-mail address' }, { label: 'Acts for' }, { label: 'State' }]}
        rows={accounts.map((account) => ({
          cells: [
            <a class="govuk-link" href={paths.accounts(account.id)}>
              {account.label}
            </a>,
            account.email ?? (account.sample ? 'sample account' : 'none'),
            whomFor(answer.register, account),
            account.disabled ? 'Disabled' : 'In use',
          ],
        }))}
      />
      <h2 class="govuk-heading-m">Add an account</h2>
      <AccountFields context={context} action={paths.accounts()} form={form} button="Add the account" />
    </Layout>
  )
}

type FormProps = { readonly context: PageContext; readonly account: Account; readonly form: Shown }

function AccountForm({ context, account, form }: FormProps) {
  const { paths, csrf } = context.var
  return (
    <Layout context={context} title={account.label}>
      <Problems context={context} form={form} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          <a class="govuk-link" href={paths.accounts()}>
            Accounts
          </a>
        </span>
        {account.label}
      </h1>
      {account.disabled && <p class="govuk-inset-text">This account is disabled: nobody signs in with it.</p>}
      <AccountFields context={context} action={paths.accounts(account.id)} form={form} button="Save" />
      <form method="post" action={paths.accounts(account.id)}>
        <input type="hidden" name="csrf" value={csrf} />
        <button class="govuk-button govuk-button--warning" type="submit" name="disabled" value={account.disabled ? 'no' : 'yes'}>
          {account.disabled ? 'Enable this account' : 'Disable this account'}
        </button>
        {!account.disabled && <p class="govuk-hint">Its sessions end at once, and its tokens are revoked.</p>}
      </form>
    </Layout>
  )
}

function Problems({ context, form: { refusal, problems = [] } }: { readonly context: PageContext; readonly form: Shown }) {
  return (
    <>
      <RefusalSummary context={context} refusal={refusal} />
      <ErrorSummary problems={problems} />
    </>
  )
}

type FieldsProps = { readonly context: PageContext; readonly action: string; readonly form: Shown; readonly button: string }

function AccountFields({ context, action, form: { written, problems = [] }, button }: FieldsProps) {
  return (
    <form method="post" action={action} novalidate class="app-form">
      <input type="hidden" name="csrf" value={context.var.csrf} />
      <Fields shape={accountFields.shape} written={written} problems={problems} options={(meta) => choicesOf(context, meta)} />
      <button class="govuk-button" type="submit">
        {button}
      </button>
    </form>
  )
}

/** The bodies and organisations of the register, by name. */
function choicesOf({ var: { answer } }: PageContext, { from }: FieldMeta): readonly Option[] {
  const found = all(answer.register, from === 'bodies' ? 'body' : 'organisation')
  return found
    .map(({ subject }): Option => [subject, nameOf(answer.register, subject)])
    .toSorted(([, a], [, b]) => a.localeCompare(b, 'en-GB'))
}
