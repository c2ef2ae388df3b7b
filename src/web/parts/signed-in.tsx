import type { PageContext } from '../context.ts'

/** Who has signed in, and the way out; else the way in, which leads back to this page. */
export function SignedIn({ context }: { readonly context: PageContext }) {
  const { account, csrf, paths } = context.var
  const { pathname, search } = new URL(context.req.url)
  if (!account)
    return (
      <p class="app-masthead__who govuk-body-s">
        <a class="govuk-link" href={paths.signIn(pathname.startsWith('/sec/sign-in') ? '' : `${pathname}${search}`)}>
          Sign in
        </a>
      </p>
    )
  return (
    <form class="app-masthead__who govuk-body-s" method="post" action={paths.signOut()}>
      <input type="hidden" name="csrf" value={csrf} />
      Signed in:{' '}
      <a class="govuk-link" href={paths.account()}>
        {account.label}
      </a>{' '}
      <button class="app-link-button" type="submit">
        Sign out
      </button>
    </form>
  )
}
