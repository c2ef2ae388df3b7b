import { seatText } from '../../app/people/account-fields.ts'
import { makeToken } from '../../app/people/tokens.ts'
import { parseCalendarDate } from '../../domain/calendar/calendar-date.ts'
import { longDay } from '../../domain/calendar/format.ts'
import { nameOf } from '../../domain/names.ts'
import type { Register } from '../../domain/register.ts'
import type { Account, Token } from '../../log/people.ts'
import type { PageContext } from '../context.ts'
import { ErrorSummary } from '../parts/form/problems.tsx'
import { Layout } from '../parts/layout.tsx'

/** The longest name of a token. */
const LONGEST_NAME = 100

type Shown = { readonly made?: string; readonly problem?: string; readonly written?: string }

/** GET: who the reader is here, and the tokens of his programs. */
export async function accountPage(context: PageContext) {
  const { account, paths } = context.var
  return account ? shown(context, account, {}, 200) : context.redirect(paths.signIn(paths.account()), 303)
}

/** POST: makes a token, and shows it this once; or revokes one of his own. */
export async function changeTokens(context: PageContext) {
  const { account, paths, site } = context.var
  if (!account) return context.redirect(paths.signIn(paths.account()), 303)
  const form = await context.req.parseBody()
  if (typeof form.revoke === 'string') {
    await site.app.people.revokeToken(account.id, form.revoke)
    return context.redirect(paths.account(), 303)
  }
  const name = typeof form.name === 'string' ? form.name.trim() : ''
  if (name === '' || name.length > LONGEST_NAME) {
    const came = name === '' ? 'nothing was given' : `${name.length} characters were given`
    return shown(context, account, { written: name, problem: `Expected a name of 1 to ${LONGEST_NAME} characters, and ${came}` }, 422)
  }
  context.header('cache-control', 'no-store')
  return shown(context, account, { made: await makeToken(site.app.people, account, name) }, 201)
}

async function shown(context: PageContext, account: Account, form: Shown, status: 200 | 201 | 422) {
  const tokens = await context.var.site.app.people.tokensOf(account.id)
  return context.html(<AccountView context={context} account={account} tokens={tokens} form={form} />, status)
}

type ViewProps = { readonly context: PageContext; readonly account: Account; readonly tokens: readonly Token[]; readonly form: Shown }

function AccountView({ context, account, tokens, form }: ViewProps) {
  const { answer, paths } = context.var
  return (
    <Layout context={context} title="Your account">
      {form.problem && <ErrorSummary problems={[{ field: 'name', problem: form.problem }]} />}
      <h1 class="govuk-heading-l">Your account</h1>
      <dl class="govuk-summary-list">
        <Row term="Name" value={account.label} />
        <Row term="E-mail address" value={account.email ?? 'none'} />
        <Row term="Acts for" value={whomFor(answer.register, account)} />
      </dl>
      {account.roles.includes('administrator') && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.accounts()}>
            Accounts of everyone
          </a>
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={paths.shared()}>
          Links to documents that were made
        </a>
      </p>
      <Tokens context={context} account={account} tokens={tokens} form={form} />
    </Layout>
  )
}

function Row({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{term}</dt>
      <dd class="govuk-summary-list__value">{value}</dd>
    </div>
  )
}

/** For whom an account acts, in words. */
export function whomFor(register: Register, { roles, actsFor, seats }: Account): string {
  const told = [
    ...(roles.includes('administrator') ? ['everyone, whose steps it records'] : []),
    ...actsFor.map((subject) => nameOf(register, subject)),
    ...seats.map((seat) => `${nameOf(register, seat.body)}, seat ${seatText(seat).split('/')[1]}`),
  ]
  return told.length > 0 ? told.join('; ') : 'nobody'
}

function Tokens({ context, tokens, form }: ViewProps) {
  const { paths, csrf } = context.var
  return (
    <section aria-labelledby="tokens">
      <h2 class="govuk-heading-m" id="tokens">
        Tokens for programs
      </h2>
      <p class="govuk-body">
        A program that sends <code>Authorization: Bearer</code> with a token reads and acts as you do, below <code>/sec/api/</code>.
      </p>
      {form.made && (
        <div class="govuk-inset-text" role="status">
          <p class="govuk-body">Copy it now: it is shown this once.</p>
          <p class="govuk-body">
            <code class="app-break">{form.made}</code>
          </p>
        </div>
      )}
      {tokens.length > 0 && <TokenList context={context} tokens={tokens} />}
      <form method="post" action={paths.account()} novalidate>
        <input type="hidden" name="csrf" value={csrf} />
        <div class={`govuk-form-group${form.problem ? ' govuk-form-group--error' : ''}`}>
          <label class="govuk-label" for="f-name">
            What the token is for
          </label>
          {form.problem && (
            <p id="f-name-error" class="govuk-error-message">
              <span class="govuk-visually-hidden">Error: </span>
              {form.problem}
            </p>
          )}
          <input
            class={`govuk-input govuk-input--width-20${form.problem ? ' govuk-input--error' : ''}`}
            id="f-name"
            name="name"
            type="text"
            value={form.written ?? ''}
            {...(form.problem ? { 'aria-describedby': 'f-name-error' } : {})}
          />
        </div>
        <button class="govuk-button" type="submit">
          Make a token
        </button>
      </form>
    </section>
  )
}

function TokenList({ context, tokens }: Pick<ViewProps, 'context' | 'tokens'>) {
  const { paths, csrf } = context.var
  return (
    <form method="post" action={paths.account()}>
      <input type="hidden" name="csrf" value={csrf} />
      <ul class="govuk-list">
        {tokens.map(({ id, name, madeAt }) => (
          <li class="govuk-!-margin-bottom-2">
            <span id={`token-${id}`}>
              {name}, made on {dayOf(madeAt)}
            </span>{' '}
            <button
              class="govuk-button govuk-button--warning app-button--small"
              type="submit"
              name="revoke"
              value={id}
              aria-describedby={`token-${id}`}
            >
              Revoke
            </button>
          </li>
        ))}
      </ul>
    </form>
  )
}

/** The day of an instant, as the log's own instants tell it: UTC. */
function dayOf(instant: string): string {
  const day = parseCalendarDate(instant.slice(0, 10))
  return day ? longDay(day) : instant
}
