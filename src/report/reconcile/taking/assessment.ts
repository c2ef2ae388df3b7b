import { addDays, type CalendarDate, isWeekend } from '../../../domain/calendar/calendar-date.ts'
import type { Subject } from '../../../domain/entry.ts'
import { refused, type Verdict } from '../../../domain/refusal.ts'
import { find } from '../../../domain/register.ts'
import { modificationsIn } from '../../figures/context.ts'
import type { About, JudgedClaim } from '../claim.ts'
import { bodyFor, founding, placeOfClaim, type Taking } from './context.ts'
import { type FactToTake, inferred } from './written-fact.ts'

type Of<K extends About['is']> = Extract<About, { is: K }>
type OfAssessment = Of<'day'> | Of<'target'> | Of<'duration'>

/** The whole row: its acceptance with its target, and its return with the duration that the paper states. */
export function assessmentFacts(
  taking: Taking,
  claim: JudgedClaim,
  about: OfAssessment,
): Verdict<{ readonly facts: readonly FactToTake[] }> {
  const day = of(taking, about, 'day')?.day
  const target = of(taking, about, 'target')?.workingDays
  const duration = of(taking, about, 'duration')?.value
  const provider = providerOf(taking)
  if (day === undefined) return refused('the paper does not tell the day of this row', [], ['record the assessment by its form'])
  if (!provider) return refused('no provider of assessments is known in the register', [], ['record one assessment by its form first'])
  const at = placeOfClaim(claim)
  const { id, assessmentKind, table } = about
  const subject: Subject = `modification/${id}`
  const known = Object.values(find(taking.context.register, 'modification', id)?.state.assessments ?? {}).filter(
    (each) => each.assessmentKind === assessmentKind,
  )
  const unfinished = known.find(({ status }) => status === 'accepted' || status === 'requested')
  const assessment = unfinished?.id ?? `${id}/${assessmentKind}/${known.length + 1}`
  const accepted = (on: FactToTake['on'], reading?: string): FactToTake => ({
    subject,
    on,
    event: {
      type: 'AssessmentAccepted',
      assessment,
      assessmentKind,
      provider,
      ...(target === undefined ? {} : { targetWorkingDays: target }),
    },
    by: provider,
    at,
    ...(reading === undefined ? {} : { reading }),
  })
  const begun = founding(taking, id, at)
  if (table === 'requested')
    return { facts: [...begun, { subject, on: day, event: { type: 'AssessmentRequested', assessment, assessmentKind, provider }, at }] }
  if (table === 'open') return unfinished?.status === 'accepted' ? takenAlready(assessment) : { facts: [...begun, accepted(day)] }
  const returned: FactToTake = {
    subject,
    on: day,
    event: { type: 'AssessmentReturned', assessment, ...(duration === undefined ? {} : { statedDuration: duration }) },
    by: provider,
    at,
  }
  if (unfinished?.status === 'accepted') return { facts: [returned] }
  if (duration === undefined) return refused('the paper does not tell how long it took, and the register not when it was accepted', [], [])
  const reading = `worked out from the ${duration} WD stated and the day of the return, counting weekdays with both ends; it tests no counter`
  return { facts: [...begun, accepted(inferred(weekdaysBefore(day, duration)), reading), returned] }
}

const takenAlready = (assessment: string) =>
  refused(
    `the register has ${assessment} as accepted, on another day or with another target`,
    [],
    ['correct that entry, if the paper is right'],
  )

/** The claim of the same row about another of its cells. */
function of<K extends OfAssessment['is']>({ claims }: Taking, about: OfAssessment, is: K): Of<K> | undefined {
  const same = claims.find(
    (each) =>
      each.about.is === is &&
      'table' in each.about &&
      each.about.id === about.id &&
      each.about.assessmentKind === about.assessmentKind &&
      each.about.table === about.table,
  )
  return same?.about as Of<K> | undefined
}

function providerOf(taking: Taking): Subject | undefined {
  const known = modificationsIn(taking.context.register).flatMap(({ state }) =>
    Object.values(state.assessments).map(({ provider }) => provider),
  )
  return bodyFor(taking, 'provider') ?? known[0]
}

/** The day from which so many weekdays, both ends counted, lead to a day. */
function weekdaysBefore(day: CalendarDate, count: number): CalendarDate {
  let from = day
  let left = isWeekend(day) ? count : count - 1
  while (left > 0) {
    from = addDays(from, -1)
    if (!isWeekend(from)) left--
  }
  return from
}
