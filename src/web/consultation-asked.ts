import { actorsFor, mayAct } from '../domain/access.ts'
import { givenNow } from '../domain/acting/decide-acts.ts'
import type { Consultation } from '../domain/consultation/consultation.ts'
import { excludedFrom } from '../domain/consultation/response-acts.ts'
import { kindOf, type Subject } from '../domain/entry.ts'
import { canonicalReference, parseReference } from '../domain/modification/reference.ts'
import { own } from '../domain/own.ts'
import { isRefused } from '../domain/refusal.ts'
import { type Found, find } from '../domain/register.ts'
import type { PageContext } from './context.ts'
import { noModification } from './pages/no-modification.tsx'
import { notFound } from './pages/problem.tsx'

/** The consultation that an address names, as its reader may see it. */
export type ConsultationAsked = { readonly found: Found<'modification'>; readonly consultation: Consultation }

/** `/sec/MP084/consultations/report/1…`: the consultation, or the answer for who asked for what is not there. */
export function consultationAsked(context: PageContext): ConsultationAsked | Response | Promise<Response> {
  const { answer, site } = context.var
  const asked = context.req.param('reference') ?? ''
  const id = parseReference(site.grammar, asked)
  const found = id && find(answer.register, 'modification', id)
  if (!id || !found || found.state.unidentified) return noModification(context, asked, id)
  const canonical = canonicalReference(site.grammar, id, found.state.proposal)
  if (asked !== canonical && context.req.method === 'GET')
    return context.redirect(
      `/sec/${canonical}${new URL(context.req.url).pathname.slice(`/sec/${asked}`.length)}${new URL(context.req.url).search}`,
      302,
    )
  const { kind, number } = context.req.param() as { kind: string; number: string }
  const consultation = own(found.state.consultations, `${id}/${kind}/${number}`)
  return consultation ? { found, consultation } : notFound(context, site)
}

/** Who administers records what came by mail or on a form, for those who answered so: `?for=organisation/…`. */
export function onBehalfOf({ req, var: { answer, principal } }: PageContext, { found }: ConsultationAsked): Subject | undefined {
  const asked = req.query('for')
  if (!principal.roles.includes('administrator')) return undefined
  return actorsFor(answer.register, 'Respond', found.subject).find((each) => each === asked)
}

/** For whom whoever asks answers consultations; undefined where he acts for no organisation. */
export function respondentOf({ var: { answer, principal } }: PageContext, { found, consultation }: ConsultationAsked): Subject | undefined {
  const { register } = answer
  const given = givenNow(register, register.on)
  const excluded = excludedFrom(given, consultation.consultationKind)
  return principal.actsFor.find(
    (each) =>
      kindOf(each) === 'organisation' &&
      !excluded.includes(each) &&
      !isRefused(mayAct({ ...given, by: each }, principal, { act: 'Respond', subject: found.subject })),
  )
}
