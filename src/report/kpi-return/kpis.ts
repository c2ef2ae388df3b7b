import { type CalendarDate, type Dated, daysFrom, lastOf, type YearMonth } from '../../domain/calendar/calendar-date.ts'
import type { Entry, Subject } from '../../domain/entry.ts'
import type { EventOf, EventType } from '../../domain/events.ts'
import { papersOf } from '../../domain/meeting/agenda.ts'
import { paperDayOf } from '../../domain/meeting/paper-day.ts'
import type { PlannedFor } from '../../domain/plan/plan.ts'
import { all, type Found, type Register } from '../../domain/register.ts'
import { decimal } from '../figures/mean.ts'
import { isIn, type Quarter } from './quarter.ts'

/** What a figure counts; `note`: with what it goes into it, '37 days'. */
export type KpiMember = { readonly subject: Subject; readonly note?: string }
/** A figure of the return. 'not recorded': the register does not hold it; its definition says what is missing. */
export type Kpi = {
  readonly id: string
  readonly title: string
  readonly definition: string
  readonly value: string
  readonly members: readonly KpiMember[]
}
export type Counting = {
  readonly register: Register
  readonly authority: Subject
  readonly quarter: Quarter
  readonly modifications: readonly Found<'modification'>[]
}

/** In the order of the common form of the code administrators. Source: the UNC's return for the third quarter of 2012. */
export function kpis(counting: Counting): readonly Kpi[] {
  return [
    decisionsAccord(counting),
    sentBack(counting),
    consultations(counting),
    respondents(counting),
    papersLate(counting),
    meetingPapersLate(counting),
    onTimetable(counting),
    extensions(counting),
    ...durations(counting),
    notHeld(
      'days.toImplementation.systems',
      'From the decision to implementation, with and without systems',
      'The same, for what changes systems and for what does not. Not recorded: no source tells of each modification which it is.',
    ),
    withoutCosts(counting),
    notHeld(
      'costs.difference',
      'Difference of estimated and actual costs',
      'Actual costs of what came into force in the quarter, against the estimate that was consulted on. Not recorded: the register holds estimates, and no actual cost.',
    ),
  ]
}

type Told<T extends EventType> = { readonly found: Found<'modification'>; readonly entry: Entry; readonly event: EventOf<T> }

function told<T extends EventType>({ modifications, quarter }: Counting, type: T): readonly Told<T>[] {
  return modifications.flatMap((found) =>
    found.history.flatMap((entry) =>
      entry.event?.type === type && isIn(quarter, entry.on.to) ? [{ found, entry, event: entry.event as EventOf<T> }] : [],
    ),
  )
}

const subjectsOf = (of: readonly { readonly found: Found<'modification'> }[]): readonly KpiMember[] =>
  of.map(({ found: { subject } }) => ({ subject }))

const notHeld = (id: string, title: string, definition: string): Kpi => ({ id, title, definition, value: 'not recorded', members: [] })

const counted = (id: string, title: string, definition: string, members: readonly KpiMember[]): Kpi => ({
  id,
  title,
  definition,
  value: String(members.length),
  members,
})

/** '3 of 4 (75%)'; nothing to count over is told so. */
function share(id: string, title: string, definition: string, of: readonly unknown[], those: readonly KpiMember[]): Kpi {
  const value = of.length === 0 ? '0 of 0' : `${those.length} of ${of.length} (${Math.round((100 * those.length) / of.length)}%)`
  return { id, title, definition, value, members: those }
}

function decisionsAccord(counting: Counting): Kpi {
  const judged = told(counting, 'Decided').flatMap((one) => {
    const recommended = one.found.history.findLast(
      ({ event, on }) => event?.type === 'BallotHeld' && event.capacity === 'recommend' && on.to <= one.entry.on.to,
    )?.event
    return recommended?.type === 'BallotHeld' && one.event.outcome !== 'send back' ? [{ ...one, recommended: recommended.outcome }] : []
  })
  return share(
    'decisions.accord',
    'Decisions that accord with the recommendation',
    'Decisions made in the quarter on a modification on which a vote to recommend is recorded, that are as was recommended; a report sent back is none.',
    judged,
    subjectsOf(judged.filter(({ event, recommended }) => event.outcome === recommended)),
  )
}

const sentBack = (counting: Counting): Kpi =>
  counted(
    'reports.sentBack',
    'Reports sent back',
    'Modification Reports that were sent back in the quarter by who decides.',
    subjectsOf(told(counting, 'Decided').filter(({ event }) => event.outcome === 'send back')),
  )

const consultations = (counting: Counting): Kpi =>
  counted(
    'consultations.opened',
    'Consultations',
    'Consultations of every kind that opened in the quarter.',
    subjectsOf(told(counting, 'ConsultationOpened')),
  )

/** Each once for each consultation, and those of whom the public is told only that there is one. A consultation without any recorded was not held here. */
function respondents(counting: Counting): Kpi {
  const answered = told(counting, 'ConsultationOpened').flatMap(({ found, event }) => {
    const consultation = found.state.consultations[event.consultation]
    if (consultation?.status !== 'closed') return []
    const { given, withheld } = consultation.responses
    const named = Object.values(given).flatMap(({ id, told: response }) => {
      if (!response || response.value.confidential === 'whole') return []
      const { by, respondent } = response.value
      return [by === 'unknown' ? (respondent ?? id) : by]
    })
    const count = new Set(named).size + withheld.length
    return count === 0 ? [] : [{ subject: found.subject, count, note: `${count} to ${event.consultation}` }]
  })
  const sum = answered.reduce((total, { count }) => total + count, 0)
  return {
    id: 'consultations.respondents',
    title: 'Respondents to a consultation, on average',
    definition:
      'Mean of those who responded to a consultation that opened in the quarter and has closed, each once, with those who stay unnamed; over the consultations of which any response is recorded.',
    value: answered.length === 0 ? 'none recorded' : `${decimal(sum / answered.length)}, over ${answered.length}`,
    members: answered.map(({ subject, note }) => ({ subject, note })),
  }
}

/** By the meeting of the body that converts. */
function papersLate({ register, quarter }: Counting): Kpi {
  const tabled = all(register, 'meeting')
    .filter(({ state }) => isIn(quarter, state.day))
    .flatMap(({ state }) => {
      const paper = paperDayOf({ register, day: state.day }, state)
      if (paper?.row !== 'paper-day') return []
      const known = state.items.filter(({ on }) => on.to <= paper.day || on.from > paper.day)
      return known.map(({ value, on }) => ({ subject: value.modification, isLate: on.from > paper.day }))
    })
  return share(
    'papers.late',
    'Modification papers published late',
    'Modifications tabled after the paper day, of those tabled for meetings in the quarter of the body that converts of which it is known.',
    tabled,
    tabled.filter(({ isLate }) => isLate).map(({ subject }) => ({ subject })),
  )
}

function meetingPapersLate({ register, quarter }: Counting): Kpi {
  const out = all(register, 'meeting')
    .filter(({ state }) => isIn(quarter, state.day))
    .flatMap(({ subject, state }) => papersOf(state).flatMap((paper) => (paper.circulated ? [{ subject, ...paper }] : [])))
  return share(
    'papers.meetings.late',
    'Meeting papers published late',
    'Papers that went out to the members after the paper day as it was counted then, of those recorded as gone out for meetings in the quarter.',
    out,
    out.flatMap(({ subject, tabled, circulated }) => (circulated?.value.late ? [{ subject, note: tabled.value.reference }] : [])),
  )
}

function onTimetable(counting: Counting): Kpi {
  const planned = told(counting, 'SentForDecision').flatMap((one) => {
    if (one.event.to !== counting.authority) return []
    const first = one.found.state.plan['modification report']?.[0]
    const by = first && lastDayOf(first.value.for)
    return by === undefined ? [] : [{ ...one, by }]
  })
  return share(
    'reports.onTimetable',
    'Reports sent to the Authority by the original timetable',
    'Modification Reports sent to the Authority for decision in the quarter no later than their first timetable said, of those of which it is recorded.',
    planned,
    subjectsOf(planned.filter(({ entry, by }) => entry.on.to <= by)),
  )
}

/** The last day that a plan allows; undefined for one that names none. */
function lastDayOf(planned: PlannedFor): CalendarDate | undefined {
  if (planned.kind === 'day') return planned.day
  return planned.kind === 'month' ? lastOf(planned.month as YearMonth) : undefined
}

function extensions(counting: Counting): Kpi {
  const later = told(counting, 'MilestonePlanned').filter(({ found, entry, event }) => {
    const plans = found.state.plan[event.milestone] ?? []
    const before = plans[plans.findIndex(({ place }) => place === entry.place) - 1]
    const [was, is] = [before && lastDayOf(before.value.for), lastDayOf(event.for)]
    return was !== undefined && is !== undefined && is > was
  })
  return counted(
    'timetables.extended',
    'Extensions of a timetable',
    'Times in the quarter that a milestone of a modification was planned for a later day than before.',
    subjectsOf(later),
  )
}

function durations(counting: Counting): readonly Kpi[] {
  const last = (found: Found<'modification'>, type: EventType, day: CalendarDate) =>
    exact(found.history.findLast(({ event, on }) => event?.type === type && on.to <= day)?.on)
  const between = <T extends EventType>(type: T, from: (found: Found<'modification'>, day: CalendarDate) => CalendarDate | undefined) =>
    told(counting, type).flatMap(({ found, entry }) => {
      const [start, end] = [from(found, entry.on.to), exact(entry.on)]
      return start === undefined || end === undefined ? [] : [{ found, days: daysFrom(start, end) }]
    })
  const days = 'in calendar days, over those of which both days are recorded'
  return [
    mean(
      'days.toSubmission',
      'From raising to being sent for decision',
      `Mean of what was sent for decision in the quarter, ${days}.`,
      between('SentForDecision', ({ state }) => exact(state.raised?.on)),
    ),
    mean(
      'days.toDecision',
      'From being sent for decision to the decision',
      `Mean of what was decided in the quarter, ${days}.`,
      between('Decided', (found, day) => last(found, 'SentForDecision', day)),
    ),
    mean(
      'days.toImplementation',
      'From the decision to implementation',
      `Mean of what came into force in the quarter, ${days}.`,
      between('Implemented', (found, day) => last(found, 'Decided', day)),
    ),
  ]
}

/** A day that is known to the day. */
const exact = (on: Dated | undefined): CalendarDate | undefined => (on?.from === on?.to ? on?.to : undefined)

function mean(
  id: string,
  title: string,
  definition: string,
  of: readonly { readonly found: Found<'modification'>; readonly days: number }[],
): Kpi {
  const sum = of.reduce((total, { days }) => total + days, 0)
  const value = of.length === 0 ? 'none' : `${decimal(sum / of.length)} days, over ${of.length}`
  return { id, title, definition, value, members: of.map((one) => ({ subject: one.found.subject, note: `${one.days} days` })) }
}

function withoutCosts(counting: Counting): Kpi {
  const reports = told(counting, 'ConsultationOpened').filter(({ event }) => event.consultationKind === 'report')
  const costed = ({ found, entry }: Told<'ConsultationOpened'>) =>
    found.history.some(({ event, on }) => event?.type === 'AssessmentCosted' && on.to <= entry.on.to)
  return share(
    'reports.withoutCosts',
    'Reports consulted on without an estimate of costs',
    'Modification Reports whose consultation opened in the quarter before any cost of an assessment was published.',
    reports,
    subjectsOf(reports.filter((one) => !costed(one))),
  )
}
