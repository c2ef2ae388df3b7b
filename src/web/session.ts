import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { parseBody } from 'hono/utils/body'
import { principalOf } from '../app/people/people.ts'
import { endSession, LONGEST_MILLISECONDS, signedIn, startSession } from '../app/people/sessions.ts'
import { accountOfToken } from '../app/people/tokens.ts'
import { anyone } from '../domain/access.ts'
import type { Account } from '../log/people.ts'
import type { Env, PageContext, Site } from './context.ts'
import { keptForm } from './pages/kept-form.tsx'
import { refusedPage } from './pages/problem.tsx'

/** Until it is known who asks, the public does. */
export function asAnyone(site: Site): MiddlewareHandler<Env> {
  return (context, next) => {
    context.set('site', site)
    setReader(context, undefined, '')
    return next()
  }
}

/**
 * Who asks: by the cookie of his session, or, of a program, by its token. Sets the principal, the account and the token of his forms, and
 * refuses a form of his that does not carry it.
 */
export function session(): MiddlewareHandler<Env> {
  return async (context, next) => {
    const bearer = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1]
    const refusal = bearer === undefined ? await byCookie(context) : await byToken(context, bearer)
    if (refusal) return refusal
    await next()
    // What one reader is shown is not kept for another.
    context.header('vary', 'Cookie, Authorization', { append: true })
    if (context.var.account && context.res.headers.get('cache-control') !== 'no-store') context.header('cache-control', 'private, no-cache')
  }
}

function setReader(context: PageContext, account: Account | undefined, csrf: string): void {
  context.set('principal', account ? principalOf(account) : anyone)
  context.set('account', account)
  context.set('csrf', csrf)
}

const isRead = ({ req: { method } }: PageContext): boolean => method === 'GET' || method === 'HEAD'

async function byCookie(context: PageContext): Promise<Response | undefined> {
  const { app } = context.var.site
  const cookie = cookieOf(context)
  if (cookie === undefined) return isRead(context) ? undefined : ofNoSession(context)
  const found = await signedIn(app.people, cookie).catch((error) => {
    // While the log cannot be reached, the register is told from memory: to the public.
    if (app.isOfTheLog(error) && isRead(context)) return undefined
    throw error
  })
  if (!found) return isRead(context) ? undefined : ofNoSession(context)
  setReader(context, found.account, found.session.csrf)
  return isRead(context) ? undefined : withoutCsrf(context, found.session.csrf)
}

/** A form says it in its field `csrf`, anything else in its header. */
async function withoutCsrf(context: PageContext, csrf: string): Promise<Response | undefined> {
  const form = await formOf(context)
  const given = context.req.header('x-csrf-token') ?? form.csrf
  if (given === csrf) return undefined
  if (isToken(form.csrf)) return keptForm(context, form, csrf)
  return refusedPage(
    context,
    context.var.site,
    403,
    'This form is not of your session: you signed in again, or elsewhere, since it was opened',
    'Nothing was changed. Go back, open the page anew, and send it again.',
  )
}

/** A form that was opened in a session, and is sent without one: its session ran out meanwhile. Signing in and out need none. */
async function ofNoSession(context: PageContext): Promise<Response | undefined> {
  if (/^\/sec\/sign-(in|out)/.test(context.req.path)) return undefined
  const form = await formOf(context)
  return isToken(form.csrf) ? keptForm(context, form, form.csrf) : undefined
}

const isToken = (csrf: unknown): csrf is string => typeof csrf === 'string' && csrf !== ''

/** Of a copy, so that the body is still there for whoever answers; nothing where it cannot be read. */
const formOf = ({ req }: PageContext): Promise<Readonly<Record<string, unknown>>> =>
  parseBody(req.raw.clone(), { all: true }).catch(() => ({}))

/** A program reads anywhere, and changes things only where programs do: never the accounts, nor its own tokens. */
async function byToken(context: PageContext, token: string): Promise<Response | undefined> {
  const account = await accountOfToken(context.var.site.app.people, token)
  const isTheirs = isRead(context) || context.req.path.startsWith('/sec/api/')
  if (account && isTheirs) {
    setReader(context, account, '')
    return undefined
  }
  const [status, title, remedy] = account
    ? ([403, 'a token changes things only below /sec/api/', 'sign in with a browser'] as const)
    : ([401, 'this token is none, was revoked, or its account is disabled', 'make another on /sec/account'] as const)
  if (status === 401) context.header('www-authenticate', 'Bearer error="invalid_token"')
  context.header('content-type', 'application/problem+json')
  return context.body(JSON.stringify({ type: 'about:blank', status, title, remedies: [remedy] }), status)
}

const isSecure = ({ var: { site } }: PageContext): boolean => site.app.people.settings.url.startsWith('https:')

/** Only this very host may set a cookie of the prefix `__Host-`, and only over TLS: RFC 6265bis, 4.1.3.2. */
const nameOf = (context: PageContext): string => (isSecure(context) ? '__Host-codicil' : 'codicil')

const cookieOf = (context: PageContext): string | undefined => getCookie(context, nameOf(context))

/** Signs an account in: a session of its own, with a new id. */
export async function signIn(context: PageContext, account: Account): Promise<void> {
  const secret = await startSession(context.var.site.app.people, account, cookieOf(context))
  keep(context, nameOf(context), secret, LONGEST_MILLISECONDS / 1000)
}

/** Ends the session, here and in the browser. */
export async function signOut(context: PageContext): Promise<void> {
  const cookie = cookieOf(context)
  if (cookie !== undefined) await endSession(context.var.site.app.people, cookie)
  keep(context, nameOf(context), '', 0)
}

/** What the browser keeps while it is at the provider. */
export const departureCookie = {
  write: (context: PageContext, value: string, seconds: number): void => keep(context, `${nameOf(context)}-departure`, value, seconds),
  read: (context: PageContext): string | undefined => getCookie(context, `${nameOf(context)}-departure`),
}

/** No script reads it, and no other site's form sends it; 0 seconds end it. */
function keep(context: PageContext, name: string, value: string, seconds: number): void {
  setCookie(context, name, value, { httpOnly: true, secure: isSecure(context), sameSite: 'Lax', path: '/', maxAge: seconds })
}
