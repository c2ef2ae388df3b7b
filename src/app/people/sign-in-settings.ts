import { refused, type Verdict } from '../../domain/refusal.ts'

/** How people sign in to this register, as its environment says. Neither a provider nor mail: a demonstration has its sample accounts. */
export type SignInSettings = {
  /** Where browsers reach the site, without a slash at its end: `https://codes.example`. */
  readonly url: string
  readonly oidc?: OidcSettings
  readonly mail?: MailSettings
  /** The header in which a proxy of ours tells the client's address; its last entry is believed. Absent: the connection's own address. */
  readonly clientHeader?: string
}
export type OidcSettings = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }
export type MailSettings = {
  readonly smtpUrl: string
  readonly from: string
  /** Where what cannot be delivered comes back, each below it: `bounces+…@codes.example`. Absent: to the sender. */
  readonly bounces?: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads CODICIL_URL, CODICIL_OIDC_…, CODICIL_SMTP_URL, CODICIL_MAIL_FROM, CODICIL_MAIL_BOUNCES and CODICIL_CLIENT_HEADER; refuses half of a way to sign in. */
export function readSignIn(environment: Environment, port: number): Verdict<SignInSettings> {
  const problem = missingIn(environment) ?? unreadableIn(environment)
  if (problem) return problem
  const { CODICIL_URL, CODICIL_OIDC_ISSUER, CODICIL_SMTP_URL, CODICIL_CLIENT_HEADER } = environment
  return {
    url: CODICIL_URL ? new URL(CODICIL_URL).origin : `http://localhost:${port}`,
    ...(CODICIL_OIDC_ISSUER ? { oidc: oidcIn(environment, CODICIL_OIDC_ISSUER) } : {}),
    ...(CODICIL_SMTP_URL ? { mail: mailIn(environment, CODICIL_SMTP_URL) } : {}),
    ...(CODICIL_CLIENT_HEADER ? { clientHeader: CODICIL_CLIENT_HEADER.toLowerCase() } : {}),
  }
}

const oidcIn = (environment: Environment, issuer: string): OidcSettings => ({
  issuer,
  clientId: environment.CODICIL_OIDC_CLIENT_ID ?? '',
  clientSecret: environment.CODICIL_OIDC_CLIENT_SECRET ?? '',
})

const mailIn = ({ CODICIL_MAIL_FROM = '', CODICIL_MAIL_BOUNCES }: Environment, smtpUrl: string): MailSettings => ({
  smtpUrl,
  from: CODICIL_MAIL_FROM,
  ...(CODICIL_MAIL_BOUNCES ? { bounces: CODICIL_MAIL_BOUNCES } : {}),
})

/** What each way needs, whole or not at all. CODICIL_URL may stand alone. */
const ways = [
  ['CODICIL_OIDC_ISSUER', 'CODICIL_OIDC_CLIENT_ID', 'CODICIL_OIDC_CLIENT_SECRET'],
  ['CODICIL_SMTP_URL', 'CODICIL_MAIL_FROM'],
]

function missingIn(environment: Environment) {
  for (const way of ways) {
    const given = way.filter((name) => environment[name])
    const missing = [...way, 'CODICIL_URL'].filter((name) => !environment[name])
    if (given.length > 0 && missing.length > 0)
      return refused(`${given.join(' and ')} came without ${missing.join(' and ')}`, missing, [
        `set ${missing.join(' and ')} too, or unset ${given.join(' and ')}`,
      ])
  }
  return undefined
}

function unreadableIn({ CODICIL_URL, CODICIL_OIDC_ISSUER, CODICIL_SMTP_URL, CODICIL_MAIL_BOUNCES }: Environment) {
  if (CODICIL_URL && !isSite(CODICIL_URL))
    return wrong('CODICIL_URL', 'the public address of the site, with https (http for a loopback host) and no path', CODICIL_URL)
  if (CODICIL_OIDC_ISSUER && !isSecure(CODICIL_OIDC_ISSUER))
    return wrong('CODICIL_OIDC_ISSUER', 'the address of the provider, with https (http for a loopback host)', CODICIL_OIDC_ISSUER)
  // What it is may hold a password, so it is not repeated.
  if (CODICIL_SMTP_URL && !/^smtps?:$/.test(urlOf(CODICIL_SMTP_URL)?.protocol ?? ''))
    return refused('CODICIL_SMTP_URL must be an address like smtps://user:password@mail.example:465', ['CODICIL_SMTP_URL'], ['correct it'])
  // The id of a mail takes 37 characters of the 64 that the part before the @ may have (RFC 5321).
  if (CODICIL_MAIL_BOUNCES && !/^[^\s@<>+]{1,27}@[^\s@<>]+$/.test(CODICIL_MAIL_BOUNCES))
    return wrong(
      'CODICIL_MAIL_BOUNCES',
      'an address like bounces@codes.example, with up to 27 characters before the @',
      CODICIL_MAIL_BOUNCES,
    )
  if (CODICIL_MAIL_BOUNCES && !CODICIL_SMTP_URL)
    return refused('CODICIL_MAIL_BOUNCES came without CODICIL_SMTP_URL', ['CODICIL_SMTP_URL'], ['set it too, or unset the other'])
  return undefined
}

const wrong = (name: string, expected: string, came: string) =>
  refused(`${name} must be ${expected}, and is ${JSON.stringify(came)}`, [name], ['correct it'])

const urlOf = (text: string): URL | undefined => URL.parse(text) ?? undefined

const isSite = (text: string): boolean => isSecure(text) && urlOf(text)?.pathname === '/' && !/[?#@]/.test(text)

/** Encrypted; in clear only where it never leaves the machine. */
function isSecure(text: string): boolean {
  const url = urlOf(text)
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
}

/** `localhost`, and the loopback addresses of IPv4 and IPv6. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
