import { mayAct } from '../domain/access.ts'
import { givenNow } from '../domain/acting/decide-acts.ts'
import type { Response as Given } from '../domain/consultation/response.ts'
import { chosenFor, optionsOf } from '../domain/consultation/response-acts.ts'
import { givenBy } from '../domain/consultation/responses.ts'
import type { Subject } from '../domain/entry.ts'
import { isRefused } from '../domain/refusal.ts'
import type { Account } from '../log/people.ts'
import type { ResponseDraft, ResponseKey } from '../log/response-drafts.ts'
import { type ConsultationAsked, consultationAsked, onBehalfOf, respondentOf } from './consultation-asked.ts'
import type { PageContext } from './context.ts'
import { refusedPage } from './pages/problem.tsx'

/** Who answers a consultation, what may be chosen and for what, what was given before, and what is being written. */
export type Responding = ConsultationAsked & {
  readonly account: Account
  readonly by: Subject
  /** Recorded for them by who administers: nothing of it is a draft of theirs. */
  readonly onBehalf: boolean
  readonly options: readonly string[]
  readonly aims: readonly string[]
  readonly given: readonly Given[]
  readonly key: ResponseKey
  draft: ResponseDraft
}

const noDraft: ResponseDraft = { present: undefined, beside: [], invitations: [], signOffs: [] }

/** Whoever asks, as one who answers the consultation of the address; or why he does not. */
export async function respondingIn(context: PageContext): Promise<Responding | Response> {
  const asked = await consultationAsked(context)
  if (asked instanceof Response) return asked
  const { account, answer, principal, site } = context.var
  const { found, consultation } = asked
  const behalf = onBehalfOf(context, asked)
  const by = behalf ?? respondentOf(context, asked)
  const given = givenNow(answer.register, answer.register.on)
  if (by === undefined || account === undefined) {
    const barred = mayAct(given, principal, { act: 'Respond', subject: found.subject })
    const [problem, remedy] = isRefused(barred)
      ? [barred.refused, barred.remedies.join('; ')]
      : [
          'none of those for whom you act is asked by this consultation',
          'Record a response that came by mail or on a form on the page of the consultation, for whom it is.',
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
    onBehalf: behalf !== undefined,
    options: optionsOf(given, consultation.consultationKind),
    aims: chosenFor(given, found.subject),
    given: givenBy(consultation, by),
    key,
    draft: behalf === undefined ? await site.app.people.draftOf(key) : noDraft,
  }
}
