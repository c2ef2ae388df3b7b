import { fits, type Given, type Unfit, unfit, wordOf } from '../acting/act.ts'
import { nextId } from '../acting/numbered.ts'
import { idOf, kindOf, type Subject } from '../entry.ts'
import { modificationOf } from '../modification/standing-of.ts'
import { own } from '../own.ts'
import { refused, type Verdict } from '../refusal.ts'
import type { Assessment, AssessmentStatus } from './assessment.ts'

export const assessmentsOf = (given: Given, subject: Subject): readonly Assessment[] =>
  Object.values(modificationOf(given, subject)?.assessments ?? {})

/** Whether some assessment stands so that the act can be done to it. */
export function anyThat(given: Given, subject: Subject, ...statuses: readonly AssessmentStatus[]): true | Unfit {
  return assessmentsOf(given, subject).some(({ status }) => statuses.includes(status))
    ? fits
    : unfit(`none of its assessments is ${statuses.join(' or ')}`, `record first that one was, or give the day on which one was`)
}

/** The assessment that an act names, if it stands so. */
export function named(given: Given, subject: Subject, id: string, ...statuses: readonly AssessmentStatus[]): Verdict<Assessment> {
  const assessment = own(modificationOf(given, subject)?.assessments ?? {}, id)
  const standing = assessmentsOf(given, subject).filter(({ status }) => statuses.includes(status))
  const others = standing.map((each) => each.id).join(', ')
  const choose = others === '' ? [] : [`choose one that is ${statuses.join(' or ')}: ${others}`]
  if (!assessment) return refused(`there is no assessment ${id}`, ['assessment'], [...choose, 'request it first'])
  if (statuses.includes(assessment.status)) return assessment
  const remedies = [...choose, `give the day on which it was ${statuses.join(' or ')}, if it was done then`]
  return refused(`${id} is ${assessment.status}, not ${statuses.join(' or ')}`, ['assessment'], remedies)
}

/** Numbered in order of recording: `7/PA/1`. */
export const nextOf = (given: Given, subject: Subject, kind: string): string =>
  nextId(given, subject, 'assessment', `${idOf(subject)}/${kind}`)

/** The number of its next question, whether what was asked before still stands or not. */
export function nextQuestion(given: Given, subject: Subject, id: string): string {
  const asked = given
    .recorded(subject)
    .flatMap(({ event }) => (event?.type === 'InformationAsked' && event.assessment === id ? [event.question] : []))
  return String(new Set(asked).size + 1)
}

export const targetRow = (kind: string): string => `assessment-target-${kind.toLowerCase()}`
export const approvalRow = (kind: string): string => `assessment-approved-by-${kind.toLowerCase()}`

/** The body that approves requests of a kind; undefined where the rulebook names none. */
export function approverOf(given: Given, kind: string): Subject | undefined {
  const word = wordOf(given, approvalRow(kind))
  return word !== undefined && kindOf(word as Subject) === 'body' ? (word as Subject) : undefined
}
