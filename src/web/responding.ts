import { mayAct } from '../domain/access.ts'
import { givenNow } from '../domain/acting/decide-acts.ts'
import type { Response as Given } from '../domain/consultation/response.ts'
import { chosenFor, optionsOf } from '../domain/consultation/response-acts.ts'
import { givenBy } from '../domain/consultation/responses.ts'
import type { Subject } from '../domain/entry.ts'
import { isRefused } from '../domain/refusal.ts'
import type { Account } from '../log/people.ts'
import type { ResponseDraft, ResponseKey } from '../log/response-drafts.ts'
import { type ConsultationAsked, consultationAsked, respondentOf } from './consultation-asked.ts'
import type { PageContext } from './context.ts'
import { refusedPage } from './pages/problem.tsx'

/** Who answers a consultation, what may be chosen and for what, what was given before, and what is being written. */
export type Responding = ConsultationAsked & {
  readonly account: Account
  readonly by: Subject
  readonly options: readonly string[]
  readonly aims: readonly string[]
  readonly given: readonly Given[]
  readonly key: ResponseKey
  draft: ResponseDraft
}

/** Whoever asks, as one who answers the consultation of the address; or why he does not. */
export async function respondingIn(context: PageContext): Promise<Responding | Response> {
  const asked = await consultationAsked(context)
  if (asked instanceof Response) return asked
  const { account, answer, principal, site } = context.var
  const { found, consultation } = asked
  const by = respondentOf(context, asked)
  const given = givenNow(answer.register, answer.register.on)
  if (by === undefined || account === undefined) {
    const barred = mayAct(given, principal, { act: 'Respond', subject: found.subject })
    const [problem, remedy] = isRefused(barred)
      ? [barred.refused, barred.remedies.join('; ')]
      : [
          'none of those for whom you act is asked by this consultation',
          'Record a response that came by mail or on a form with “Record a response to a consultation”.',
        ]
    return refusedPage(context, site, 403, problem, remedy)
  }
  if (!consultation.opened || consultation.status === 'cancelled')
    return refusedPage(context, site, 409, `This consultation is ${consultation.status}`, 'It can be answered once it is open.')
  const key = { organisation: by, consultation: consultation.id }
  return {
    ...asked,
    account,
    by,
    options: optionsOf(given, consultation.consultationKind),
    aims: chosenFor(given, found.subject),
    given: givenBy(consultation, by),
    key,
    draft: await site.app.people.draftOf(key),
  }
}
