import { parseEmail } from '../../app/people/accounts.ts'
import { askForLink, LINK_MINUTES, liveLink, useLink } from '../../app/people/links.ts'
import { clientOf } from '../client-of.ts'
import type { PageContext } from '../context.ts'
import { afterSignIn, ownPath } from '../own-path.ts'
import { ErrorSummary } from '../parts/form/problems.tsx'
import { Layout } from '../parts/layout.tsx'
import { signIn } from '../session.ts'
import { notFound, refusedPage } from './problem.tsx'

/** POST: sends a link to the address, if an account has it. The answer is the same where none has. */
export async function sendSignInLink(context: PageContext) {
  const { site } = context.var
  const { people } = site.app
  if (!people.mail) return notFound(context, site)
  const form = await context.req.parseBody()
  const address = typeof form.email === 'string' ? form.email.trim() : ''
  const back = ownPath(form.back)
  if (!parseEmail(address)) return context.html(<AskAgain context={context} back={back} address={address} />, 422)
  const wait = askForLink(people, address, back, clientOf(context))
  if (wait > 0) {
    context.header('retry-after', String(wait))
    const minutes = Math.ceil(wait / 60)
    const remedy = `Use the last link that came, or ask again in ${minutes} minute${minutes === 1 ? '' : 's'}.`
    return refusedPage(context, site, 429, 'Too many links were asked for', remedy)
  }
  return context.html(<Sent context={context} address={address} />)
}

/** GET of a link: only a page with a button, so that a scanner of mail does not use it up. */
export async function signInLinkPage(context: PageContext) {
  const link = await liveLink(context.var.site.app.people, context.req.param('secret') ?? '')
  return link ? context.html(<Confirm context={context} />) : spent(context)
}

/** POST of a link: uses it up and signs in. */
export async function useSignInLink(context: PageContext) {
  const used = await useLink(context.var.site.app.people, context.req.param('secret') ?? '')
  if (!used) return spent(context)
  await signIn(context, used.account)
  return context.redirect(afterSignIn(used.back), 303)
}

const spent = (context: PageContext) =>
  refusedPage(
    context,
    context.var.site,
    410,
    'This link does not sign in any more',
    `A link works once, within ${LINK_MINUTES} minutes. Ask for another on the page of sign-in.`,
  )

type FormProps = { readonly context: PageContext; readonly back: string; readonly address: string; readonly problem?: string }

/** The form that asks for a link. */
export function LinkForm({ context, back, address, problem }: FormProps) {
  const { paths, csrf } = context.var
  return (
    <form method="post" action={paths.signInByLink()} novalidate>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="back" value={back} />
      <div class={`govuk-form-group${problem ? ' govuk-form-group--error' : ''}`}>
        <label class="govuk-label govuk-label--m" for="f-email">
          Your e-mail address
        </label>
        <div id="f-email-hint" class="govuk-hint">
          We send a link to it that signs you in, without a password.
        </div>
        {problem && (
          <p id="f-email-error" class="govuk-error-message">
            <span class="govuk-visually-hidden">Error: </span>
            {problem}
          </p>
        )}
        <input
          class={`govuk-input govuk-input--width-20${problem ? ' govuk-input--error' : ''}`}
          id="f-email"
          name="email"
          type="email"
          autocomplete="email"
          spellcheck={false}
          value={address}
          aria-describedby={problem ? 'f-email-hint f-email-error' : 'f-email-hint'}
        />
      </div>
      <button class="govuk-button" type="submit">
        Send me a link
      </button>
    </form>
  )
}

function AskAgain({ context, back, address }: FormProps) {
  const problem = `Expected an address like name@example.org, and ${address === '' ? 'nothing' : `“${address}”`} was given`
  return (
    <Layout context={context} title="Sign in">
      <ErrorSummary problems={[{ field: 'email', problem }]} />
      <h1 class="govuk-heading-l">Sign in</h1>
      <LinkForm context={context} back={back} address={address} problem={problem} />
    </Layout>
  )
}

function Sent({ context, address }: { readonly context: PageContext; readonly address: string }) {
  return (
    <Layout context={context} title="Look at your mail">
      <h1 class="govuk-heading-l">Look at your mail</h1>
      <p class="govuk-body">
        If <strong class="app-break">{address}</strong> is the address of an account here, a link is on its way to it. It works once, within{' '}
        {LINK_MINUTES} minutes.
      </p>
      <p class="govuk-body">If nothing comes, look among unwanted mail, then ask your code administrator whether you have an account.</p>
    </Layout>
  )
}

function Confirm({ context }: { readonly context: PageContext }) {
  return (
    <Layout context={context} title="Sign in">
      <h1 class="govuk-heading-l">Sign in</h1>
      <form method="post" action={context.req.path}>
        <input type="hidden" name="csrf" value={context.var.csrf} />
        <button class="govuk-button" type="submit">
          Sign in now
        </button>
      </form>
      <p class="govuk-body">The link that led here works once.</p>
    </Layout>
  )
}
