import type { DerivedFigure, Member } from '../figures/figure.ts'
import { type Counting, counted, mean, member, share, type Told, told } from './counting.ts'

type Opened = Told<'ConsultationOpened'>

const opened = (counting: Counting, one: Opened, note?: string, ...places: readonly number[]): Member => ({
  ...member(counting, one, note, ...places),
  item: one.event.consultation,
})

export const consultations = (counting: Counting): DerivedFigure =>
  counted(
    counting,
    'kpi.consultations.opened',
    told(counting, 'ConsultationOpened').map((one) => opened(counting, one)),
  )

/** Each once for each consultation, and those of whom the public is told only that there is one. */
export function respondents(counting: Counting): DerivedFigure {
  const closed = told(counting, 'ConsultationOpened').flatMap((one) => {
    const answered = respondentsTo(one)
    return answered ? [{ one, ...answered }] : []
  })
  const answered = closed.filter(({ count }) => count > 0)
  const silent = closed.filter(({ count }) => count === 0).map(({ one }) => opened(counting, one))
  return mean(
    counting,
    'kpi.consultations.respondents',
    answered.map(({ one, count, places }) => ({
      member: opened(counting, one, `${count} ${count === 1 ? 'respondent' : 'respondents'}`, ...places),
      value: count,
    })),
    [{ what: 'who responded', by: 'Respond', members: silent }],
  )
}

/** Undefined for a consultation that has not closed. */
function respondentsTo({ found, event }: Opened): { readonly count: number; readonly places: readonly number[] } | undefined {
  const consultation = found.state.consultations[event.consultation]
  if (consultation?.status !== 'closed') return undefined
  const { given, withheld } = consultation.responses
  const named = Object.values(given).flatMap(({ id, told: response }) => {
    if (!response || response.value.confidential === 'whole') return []
    const { by, respondent } = response.value
    return [{ who: by === 'unknown' ? (respondent ?? id) : by, place: response.place }]
  })
  return {
    count: new Set(named.map(({ who }) => who)).size + withheld.length,
    places: [...named, ...withheld].map(({ place }) => place),
  }
}

/** By the costs of any of its assessments that were published by the day on which its report went out. */
export function withoutCosts(counting: Counting): DerivedFigure {
  const reports = told(counting, 'ConsultationOpened').filter(({ event }) => event.consultationKind === 'report')
  const judged = reports.map((one) => {
    const costs = one.found.history.filter(({ event, on }) => event?.type === 'AssessmentCosted' && on.to <= one.entry.on.to)
    return { member: opened(counting, one, undefined, ...costs.map(({ place }) => place)), holds: costs.length === 0 }
  })
  return share(counting, 'kpi.reports.withoutCosts', judged, [])
}
