import { fits, type Given, unfit } from '../acting/act.ts'
import type { Subject } from '../entry.ts'
import { modificationOf } from '../modification/standing-of.ts'
import { own } from '../own.ts'
import { refused, type Verdict } from '../refusal.ts'
import type { Consultation, ConsultationStatus } from './consultation.ts'

export const consultationsOf = (given: Given, subject: Subject): readonly Consultation[] =>
  Object.values(modificationOf(given, subject)?.consultations ?? {})

export const anyThat = (given: Given, subject: Subject, ...statuses: readonly ConsultationStatus[]) =>
  consultationsOf(given, subject).some(({ status }) => statuses.includes(status))
    ? fits
    : unfit(`none of its consultations is ${statuses.join(' or ')}`, 'record first that one was, or give the day on which one was')

/** The consultation of this id, if it stands so; refused with those that do. */
export function named(given: Given, subject: Subject, id: string, ...statuses: readonly ConsultationStatus[]): Verdict<Consultation> {
  const found = own(modificationOf(given, subject)?.consultations ?? {}, id)
  const others = consultationsOf(given, subject).filter(({ status }) => statuses.includes(status))
  const choose = `choose one that is ${statuses.join(' or ')}: ${others.map((each) => each.id).join(', ') || 'there is none'}`
  if (!found) return refused(`there is no consultation ${id}`, ['consultation'], [choose])
  return statuses.includes(found.status)
    ? found
    : refused(`${id} is ${found.status}, not ${statuses.join(' or ')}`, ['consultation'], [choose])
}
