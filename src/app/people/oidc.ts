import * as client from 'openid-client'
import { refused, type Verdict } from '../../domain/refusal.ts'
import type { Account, OidcIdentity } from '../../log/people.ts'
import { parseEmail } from './accounts.ts'
import type { AppPeople } from './people.ts'
import { isLoopback, type OidcSettings } from './sign-in-settings.ts'

/** What the browser keeps between leaving for the provider and coming back: only who left can come back. */
export type Departure = { readonly state: string; readonly nonce: string; readonly verifier: string }

/** Who came back, by the provider's word; an address only where the provider says that it is his. */
export type Arrival = OidcIdentity & { readonly email?: string }

/** Where the provider sends the browser back to. */
export const RETURN_PATH = '/sec/sign-in/return'

/**
 * A provider of sign-in: OpenID Connect by authorization code, with PKCE, state and nonce. It is asked about itself at the first
 * departure, and once: the register is served whether it answers or not.
 */
export function providerOf(settings: OidcSettings, url: string) {
  let asked: Promise<client.Configuration> | undefined

  /** What did not answer is asked again next time. */
  function configuration(): Promise<client.Configuration> {
    asked ??= discovered(settings).catch((error) => {
      asked = undefined
      throw error
    })
    return asked
  }

  return {
    /** Where the browser is to go, and what it keeps meanwhile. Refused where the provider does not answer. */
    async depart(): Promise<Verdict<{ readonly to: string; readonly departure: Departure }>> {
      const provider = await configuration().catch(told)
      if (!provider) return unreachable
      const departure = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() }
      const to = client.buildAuthorizationUrl(provider, {
        redirect_uri: `${url}${RETURN_PATH}`,
        scope: 'openid email',
        state: departure.state,
        nonce: departure.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(departure.verifier),
        code_challenge_method: 'S256',
      })
      return { to: to.href, departure }
    },

    /** Who came back with this query. Refused where it does not answer the departure. */
    async arrive(search: string, { state, nonce, verifier }: Departure): Promise<Verdict<Arrival>> {
      const provider = await configuration().catch(told)
      if (!provider) return unreachable
      try {
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
        return await arrivalOf(provider, await client.authorizationCodeGrant(provider, new URL(`${url}${RETURN_PATH}${search}`), checks))
      } catch (error) {
        told(error)
        return refused('the provider did not sign you in', [], ['begin again from the page of sign-in'])
      }
    },
  }
}

const unreachable = refused(
  'the provider of sign-in cannot be reached',
  [],
  ['try again in a few minutes; the register can be read meanwhile'],
)

/** For whoever runs this. What the libraries say holds no secret; a cause tells what the network said. */
function told(error: unknown): undefined {
  const { message, cause } = error instanceof Error ? error : new Error(String(error))
  console.error(`codicil: sign-in by OpenID Connect: ${message}${cause instanceof Error ? ` (${cause.message})` : ''}`)
  return undefined
}

function discovered({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
  const url = new URL(issuer)
  const execute = url.protocol === 'http:' && isLoopback(url.hostname) ? [client.allowInsecureRequests] : []
  return client.discovery(url, clientId, clientSecret, undefined, { execute, timeout: 10 })
}

type Tokens = Awaited<ReturnType<typeof client.authorizationCodeGrant>>

/** Many providers tell the address in the ID token, others only when asked for it. */
async function arrivalOf(provider: client.Configuration, tokens: Tokens): Promise<Arrival> {
  const claims = tokens.claims()
  if (!claims) throw new Error('the provider sent no ID token')
  const identity = { issuer: claims.iss, subject: claims.sub }
  const asksMore = claims.email === undefined && provider.serverMetadata().userinfo_endpoint !== undefined
  const about = asksMore ? await client.fetchUserInfo(provider, tokens.access_token, claims.sub) : claims
  const email = about.email_verified === true && typeof about.email === 'string' ? parseEmail(about.email) : undefined
  return email === undefined ? identity : { ...identity, email }
}

/**
 * The account of who arrived: by the provider's name for him; the first time by his address, and from then on never again. So neither
 * somebody who takes over the address later, nor another provider, comes in as him.
 */
export async function accountOfArrival(people: AppPeople, arrival: Arrival): Promise<Verdict<Account>> {
  const { email, issuer, subject } = arrival
  const known = await people.accountOfOidc({ issuer, subject })
  if (known) return known.disabled ? noAccount : known
  if (email === undefined)
    return refused(
      'the provider does not say that your address is yours',
      [],
      ['confirm your address with the provider, then sign in again; or ask your code administrator'],
    )
  const first = await people.accountOfEmail(email)
  if (!first || first.disabled) return noAccount
  return (await people.bindOidc(first.id, { issuer, subject })) ? first : boundBefore
}

const noAccount = refused('there is no account for you here yet', [], ['ask your code administrator for an account'])
const boundBefore = refused(
  'the account with your address belongs to another identity at the provider',
  [],
  ['ask your code administrator to renew the account'],
)
