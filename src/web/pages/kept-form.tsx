import type { PageContext } from '../context.ts'
import { refusedPage } from './problem.tsx'

/** The fields of a form as it came: a name may come more than once. */
export type Sent = Readonly<Record<string, unknown>>

/**
 * A form of a session that is not there any more, or of another: nothing is changed, and nothing that was written is lost. The page holds
 * all of it, to be sent once its sender has signed in, or as whom he is signed in now. `csrf`: the token that it was sent with, or the one
 * of the session that there is now.
 */
export function keptForm(context: PageContext, sent: Sent, csrf: string) {
  const { account, site } = context.var
  const problem = account
    ? 'This form is not of your session: you signed in again, or elsewhere, since it was opened'
    : 'You are signed out: your session has ended since this form was opened'
  const remedy = account
    ? `Nothing was changed, and nothing that you wrote is lost. You are signed in as ${account.label}: send it as that, or leave this page.`
    : 'Nothing was changed, and nothing that you wrote is lost: this page holds it. Sign in, come back to this page, and go on.'
  context.header('cache-control', 'no-store')
  return refusedPage(
    context,
    site,
    403,
    problem,
    remedy,
    <>
      <Written sent={sent} />
      {hasFile(sent) && <p class="govuk-body">A file that you had chosen is not held here: choose it again.</p>}
      {hasFile(sent) && !isActForm(context) ? (
        <p class="govuk-body">
          <a class="govuk-link" href={actionOf(context)}>
            Open the form again
          </a>
        </p>
      ) : (
        <Again context={context} fields={[...fieldsOf(sent), ...(hasFile(sent) ? [shownFirst] : []), ['csrf', csrf]]} />
      )}
    </>,
  )
}

type Field = readonly [name: string, value: string]

/** An act without its file is not recorded: its form is shown again, where the file is chosen. */
const shownFirst: Field = ['preview', 'yes']
const isActForm = ({ req }: PageContext): boolean => req.path.startsWith('/sec/acts/')
const hasFile = (sent: Sent): boolean =>
  Object.values(sent)
    .flat()
    .some((value) => value instanceof File && value.name !== '')

function Again({ context, fields }: { readonly context: PageContext; readonly fields: readonly Field[] }) {
  const { account } = context.var
  return (
    <form method="post" action={actionOf(context)} class="govuk-button-group">
      {fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {!account && (
        <a class="govuk-link" href="/sec/sign-in" target="_blank" rel="noopener">
          Sign in (opens another tab)
        </a>
      )}
      <button class="govuk-button" type="submit">
        {account ? 'Send what I wrote' : 'Go on, I have signed in'}
      </button>
    </form>
  )
}

const actionOf = ({ req }: PageContext): string => `${req.path}${new URL(req.url).search}`

/** All but the token; a file cannot be held. */
function fieldsOf(sent: Sent): readonly Field[] {
  return Object.entries(sent).flatMap(([name, value]) =>
    name === 'csrf' ? [] : [value].flat().flatMap((each) => (typeof each === 'string' ? [[name, each] as const] : [])),
  )
}

/** What he wrote, to be seen, and copied where he would rather have it elsewhere. */
function Written({ sent }: { readonly sent: Sent }) {
  const texts = fieldsOf(sent).filter(([, value]) => /\s/.test(value.trim()))
  if (texts.length === 0) return null
  return (
    <section class="app-card">
      <h2 class="govuk-heading-s">What you wrote</h2>
      {texts.map(([, value]) => (
        <p class="govuk-body app-written">{value}</p>
      ))}
    </section>
  )
}
