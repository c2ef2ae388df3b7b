import { offersSamples, sampleAccount, sampleAccounts } from '../../app/people/sample-accounts.ts'
import type { PageContext } from '../context.ts'
import { afterSignIn, ownPath } from '../own-path.ts'
import { Layout } from '../parts/layout.tsx'
import { signIn, signOut } from '../session.ts'
import { refusedPage } from './problem.tsx'
import { LinkForm } from './sign-in-link.tsx'

/** GET: every way to sign in that there is here. Afterwards it leads back to where the reader was. */
export function signInPage(context: PageContext) {
  return context.html(<SignInView context={context} back={ownPath(context.req.query('back'))} />)
}

/** POST: signs in with a sample account of the demonstration. */
export async function signInAsSample(context: PageContext) {
  const { site } = context.var
  const form = await context.req.parseBody()
  if (!offersSamples(site.app))
    return refusedPage(
      context,
      site,
      403,
      'Sample accounts are only for a demonstration where nobody really signs in',
      'Sign in on the page of sign-in.',
    )
  const account = await sampleAccount(site.app.people, String(form.sample ?? ''))
  if (!account)
    return refusedPage(context, site, 400, 'There is no such sample account, or it is disabled', 'Choose one on the page of sign-in.')
  await signIn(context, account)
  return context.redirect(afterSignIn(form.back), 303)
}

/** POST: ends the session. */
export async function takeSignOut(context: PageContext) {
  await signOut(context)
  return context.redirect('/sec/', 303)
}

type ViewProps = { readonly context: PageContext; readonly back: string }

function SignInView({ context, back }: ViewProps) {
  const { site, account } = context.var
  const { provider, mail } = site.app.people
  const isSample = offersSamples(site.app)
  return (
    <Layout context={context} title="Sign in">
      <h1 class="govuk-heading-l">Sign in</h1>
      {account && (
        <p class="govuk-inset-text">
          You are signed in as <strong>{account.label}</strong>. Signing in again takes the place of that.
        </p>
      )}
      <p class="govuk-body">The register can be read by anyone, without an account. Sign in to take part.</p>
      {provider && <ProviderLink context={context} back={back} />}
      {mail && <LinkForm context={context} back={back} address="" />}
      {isSample && <Samples context={context} back={back} />}
      {!provider && !mail && !isSample && (
        <p class="govuk-body">
          No way to sign in is set up here. Whoever runs this register sets one up; the register can be read meanwhile.
        </p>
      )}
    </Layout>
  )
}

/** A link and no form: a browser that heeds form-action would not follow a form's redirect to the provider. */
function ProviderLink({ context, back }: ViewProps) {
  return (
    <p>
      <a class="govuk-button" href={context.var.paths.signInAtProvider(back)}>
        Sign in with your organisation’s account
      </a>
    </p>
  )
}

function Samples({ context, back }: ViewProps) {
  const { paths, csrf } = context.var
  return (
    <section aria-labelledby="samples">
      <h2 class="govuk-heading-m" id="samples">
        Demonstration: be any of these
      </h2>
      <div class="govuk-warning-text">
        <span class="govuk-warning-text__icon" aria-hidden="true">
          !
        </span>
        <strong class="govuk-warning-text__text">
          <span class="govuk-visually-hidden">Warning</span>
          These are sample accounts without a password. Nobody real is behind them, and everyone who opens this demonstration may use them.
          What you do takes place on the day that its clock shows.
        </strong>
      </div>
      <form method="post" action={paths.signInAsSample()}>
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="back" value={back} />
        <ul class="govuk-list app-samples">
          {sampleAccounts.map(({ sample, label, does }) => (
            <li class="govuk-!-margin-bottom-2">
              <button
                class="govuk-button govuk-button--secondary govuk-!-margin-bottom-1"
                type="submit"
                name="sample"
                value={sample}
                aria-describedby={`does-${sample}`}
              >
                {label}
              </button>
              <span id={`does-${sample}`}>{does}</span>
            </li>
          ))}
        </ul>
      </form>
    </section>
  )
}
