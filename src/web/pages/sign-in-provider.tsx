import { z } from 'zod'
import { accountOfArrival } from '../../app/people/oidc.ts'
import { isRefused, type Refused } from '../../domain/refusal.ts'
import type { PageContext } from '../context.ts'
import { afterSignIn, ownPath } from '../own-path.ts'
import { departureCookie, signIn } from '../session.ts'
import { notFound, refusedPage } from './problem.tsx'

/** What the browser keeps while it is at the provider. */
const kept = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), back: z.string() })

/** Long enough to find a second factor. */
const DEPARTURE_SECONDS = 15 * 60

/** GET: leaves for the provider of sign-in. */
export async function leaveForProvider(context: PageContext) {
  const { site } = context.var
  const { provider } = site.app.people
  if (!provider) return notFound(context, site)
  const left = await provider.depart()
  if (isRefused(left)) return refusal(context, left, 503)
  const back = ownPath(context.req.query('back'))
  departureCookie.write(context, Buffer.from(JSON.stringify({ ...left.departure, back })).toString('base64url'), DEPARTURE_SECONDS)
  context.header('cache-control', 'no-store')
  return context.redirect(left.to, 303)
}

/** GET: back from the provider. Whoever did not leave from here, with this browser, does not come in. */
export async function backFromProvider(context: PageContext) {
  const { site } = context.var
  const { provider } = site.app.people
  if (!provider) return notFound(context, site)
  const departure = readDeparture(departureCookie.read(context))
  departureCookie.write(context, '', 0)
  context.header('cache-control', 'no-store')
  if (!departure)
    return refusedPage(
      context,
      site,
      400,
      'You did not leave for the provider from here, or too long ago',
      'Begin again from the page of sign-in.',
    )
  const arrival = await provider.arrive(new URL(context.req.url).search, departure)
  if (isRefused(arrival)) return refusal(context, arrival, 403)
  const account = await accountOfArrival(site.app.people, arrival)
  if (isRefused(account)) return refusal(context, account, 403)
  await signIn(context, account)
  return context.redirect(afterSignIn(departure.back), 303)
}

function readDeparture(cookie: string | undefined): z.infer<typeof kept> | undefined {
  try {
    return kept.parse(JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString('utf8')))
  } catch {
    return undefined
  }
}

const refusal = (context: PageContext, { refused, remedies }: Refused, status: 403 | 503) =>
  refusedPage(context, context.var.site, status, refused, remedies.join('; '))
