import type { Rules, Telling } from '../acting/act.ts'
import { isRefused, refused, type Verdict } from '../refusal.ts'
import type { CostRange, ReturnAct, ReturnAssessment } from './acts.ts'
import type { AssessmentCosted } from './assessment.ts'
import { anyThat, named } from './named.ts'

/** How it comes back, or ends without. */
export const returnRules: Rules<ReturnAct> = {
  ReturnAssessment: {
    row: 'assessment-clock',
    fits: (given, subject) => anyThat(given, subject, 'accepted'),
    tells: (given, act) => {
      const assessment = named(given, act.subject, act.assessment, 'accepted')
      return isRefused(assessment) ? assessment : returned(act)
    },
  },
  CostAssessment: {
    row: 'assessment-clock',
    fits: (given, subject) => anyThat(given, subject, 'accepted', 'returned'),
    tells: (given, { subject, assessment: id, period, low, high, lines, confidential }) => {
      const assessment = named(given, subject, id, 'accepted', 'returned')
      if (isRefused(assessment)) return assessment
      const cost = costed(id, period, { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) })
      if (isRefused(cost)) return cost
      return [{ event: { ...cost, ...(lines === undefined ? {} : { lines }) }, ...classed(confidential) }]
    },
  },
  CancelAssessment: {
    row: 'assessment-clock',
    fits: (given, subject) => anyThat(given, subject, 'requested', 'declined', 'accepted'),
    tells: (given, { subject, assessment: id, why }) => {
      const assessment = named(given, subject, id, 'requested', 'declined', 'accepted')
      return isRefused(assessment) ? assessment : [{ event: { type: 'AssessmentCancelled', v: 1, assessment: id, why } }]
    },
  },
}

function returned(act: ReturnAssessment): Verdict<readonly Telling[]> {
  const { assessment, document, text, oneOffLow, oneOffHigh, annualLow, annualHigh, confidential } = act
  const tellings: Telling[] = [
    {
      event: {
        type: 'AssessmentReturned',
        v: 1,
        assessment,
        ...(document === undefined ? {} : { document }),
        ...(text === undefined ? {} : { text }),
      },
    },
  ]
  const ranges = [
    ['one-off', oneOffLow, oneOffHigh],
    ['annual', annualLow, annualHigh],
  ] as const
  for (const [period, low, high] of ranges) {
    if (low === undefined && high === undefined) continue
    const cost = costed(assessment, period, { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) })
    if (isRefused(cost)) return cost
    tellings.push({ event: cost, ...classed(confidential) })
  }
  return tellings
}

function costed(assessment: string, period: AssessmentCosted['period'], { low, high }: CostRange): Verdict<AssessmentCosted> {
  if (low !== undefined && high !== undefined && low > high)
    return refused(`the lower amount (${low} pence) is above the higher (${high} pence)`, ['low', 'high'], ['give the lower amount first'])
  return {
    type: 'AssessmentCosted',
    v: 1,
    assessment,
    period,
    ...(low === undefined ? {} : { lowPence: low }),
    ...(high === undefined ? {} : { highPence: high }),
  }
}

/** A provider's prices may be commercial. */
const classed = (confidential: boolean | undefined): Pick<Telling, 'class'> => (confidential ? { class: 'amber' } : {})
