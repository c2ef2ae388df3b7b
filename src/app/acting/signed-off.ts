import { actorOf, type Principal } from '../../domain/access.ts'
import { givenNow } from '../../domain/acting/decide-acts.ts'
import { chosenFor } from '../../domain/consultation/response-acts.ts'
import { idOf, kindOf } from '../../domain/entry.ts'
import { own } from '../../domain/own.ts'
import { everything } from '../../domain/reader.ts'
import { refused, type Verdict } from '../../domain/refusal.ts'
import { find } from '../../domain/register.ts'
import { same } from '../../domain/same.ts'
import type { App } from '../app.ts'
import { signedOff, wantsSignOff } from '../people/response-drafts.ts'
import { fieldsOf } from '../people/response-fields.ts'
import { type PlainAct, readAct } from './read-act.ts'

type Respond = Extract<PlainAct, { readonly act: 'Respond' }>

/**
 * Whether a response may be sent, by whichever way: where an organisation asked a colleague to sign it off, what is sent is what was signed.
 * What the organisation sent itself, by mail or on a form, is recorded for it with its source.
 */
export async function maySend(app: Pick<App, 'present' | 'people'>, act: PlainAct, principal: Principal): Promise<Verdict<true>> {
  if (act.act !== 'Respond') return true
  const { recorded = {} } = act
  const isFromOutside = principal.roles.includes('administrator') && recorded.source !== undefined
  if (isFromOutside) return true
  const { register } = await app.present(everything)
  const by = recorded.by ?? actorOf(register, principal, { act: act.act, subject: act.subject })
  if (by === 'unknown' || kindOf(by) !== 'organisation') return true
  const draft = await app.people.draftOf({ organisation: by, consultation: act.consultation })
  if (!wantsSignOff(draft)) return true
  const state = find(register, 'modification', idOf(act.subject))?.state
  const consultation = state && own(state.consultations, act.consultation)
  if (!consultation) return true // refused by its rule, with the right words
  const aims = chosenFor(givenNow(register, register.on), act.subject)
  const signed = signedOff(draft) && draft.present && readAct('Respond', act.subject, fieldsOf(consultation, aims, draft.present.answers))
  if (signed && 'act' in signed && same(contentOf(signed.act as Respond), contentOf(act))) return true
  return refused(
    'a colleague was asked to sign it off, and nobody has signed this version',
    ['send'],
    [
      'have it signed off',
      'say that no sign-off is needed',
      ...(principal.roles.includes('administrator') ? ['say by which mail or form it came, if its respondent sent it'] : []),
    ],
  )
}

/** What a response says, however its fields are ordered. */
function contentOf({ respondent, choices = [], answers = [], noComment = false, confidential = 'none', withheld = [], why }: Respond) {
  return {
    respondent: respondent ?? null,
    choices: choices.toSorted((a, b) => compare(a.of, b.of)),
    answers: answers.toSorted((a, b) => compare(a.question, b.question)),
    noComment,
    confidential,
    withheld: withheld.toSorted(),
    why: why ?? null,
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
