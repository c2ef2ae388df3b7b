import { type CalendarDate, daysFrom, lastOf, type YearMonth } from '../../domain/calendar/calendar-date.ts'
import type { Entry, Subject } from '../../domain/entry.ts'
import type { EventOf, EventType } from '../../domain/events.ts'
import { paperDayOf } from '../../domain/meeting/paper-day.ts'
import type { PlannedFor } from '../../domain/plan/plan.ts'
import { all, type Found, type Register } from '../../domain/register.ts'
import { decimal } from '../figures/mean.ts'
import { isIn, type Quarter } from './quarter.ts'

/** A figure of the return: what it counts, and which of all that it is counted over. 'not recorded': the register does not hold it. */
export type Kpi = {
  readonly id: string
  readonly title: string
  readonly definition: string
  readonly value: string
  readonly members: readonly Subject[]
}
export type Counting = { readonly register: Register; readonly quarter: Quarter; readonly modifications: readonly Found<'modification'>[] }

/** In the order of the common form of the code administrators. Source: the UNC's return for the third quarter of 2012. */
export function kpis(counting: Counting): readonly Kpi[] {
  return [
    decisionsAccord(counting),
    sentBack(counting),
    consultations(counting),
    notHeld(
      'consultations.respondents',
      'Respondents to a consultation, on average',
      'Responses to consultations that opened in the quarter, for each of them.',
      'not counted',
    ),
    papersLate(counting),
    onTimetable(counting),
    extensions(counting),
    ...durations(counting),
    withoutCosts(counting),
    notHeld(
      'costs.difference',
      'Difference of estimated and actual costs',
      'Actual costs of what came into force in the quarter, against the estimate that was consulted on.',
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

const subjectsOf = (of: readonly { readonly found: Found<'modification'> }[]): readonly Subject[] => of.map(({ found }) => found.subject)

const notHeld = (id: string, title: string, definition: string, value = 'not recorded'): Kpi => ({
  id,
  title,
  definition,
  value,
  members: [],
})

const counted = (id: string, title: string, definition: string, members: readonly Subject[]): Kpi => ({
  id,
  title,
  definition,
  value: String(members.length),
  members,
})

/** '3 of 4 (75%)'; nothing to count over is told so. */
function share(id: string, title: string, definition: string, of: readonly Subject[], those: readonly Subject[]): Kpi {
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
    subjectsOf(judged),
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
    'Consultations of either kind that opened in the quarter.',
    subjectsOf(told(counting, 'ConsultationOpened')),
  )

/** By the meeting of the body that converts. */
function papersLate({ register, quarter }: Counting): Kpi {
  const tabled = all(register, 'meeting')
    .filter(({ state }) => isIn(quarter, state.day))
    .flatMap(({ state }) => {
      const paper = paperDayOf({ register, day: state.day }, state)
      return paper?.row !== 'paper-day'
        ? []
        : state.items.map(({ value, on }) => ({ subject: value.modification, isLate: on.to > paper.day }))
    })
  return share(
    'papers.late',
    'Modification papers published late',
    'Modifications tabled after the paper day, of those tabled for meetings in the quarter of the body that converts.',
    tabled.map(({ subject }) => subject),
    tabled.filter(({ isLate }) => isLate).map(({ subject }) => subject),
  )
}

function onTimetable(counting: Counting): Kpi {
  const planned = told(counting, 'SentForDecision').flatMap((one) => {
    const first = one.found.state.plan['modification report']?.[0]
    const by = first && lastDayOf(first.value.for)
    return by === undefined ? [] : [{ ...one, by }]
  })
  return share(
    'reports.onTimetable',
    'Reports sent for decision by the original timetable',
    'Modification Reports sent for decision in the quarter no later than their first timetable said, of those of which it is recorded.',
    subjectsOf(planned),
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
    found.history.findLast(({ event, on }) => event?.type === type && on.to <= day)?.on.to
  const between = <T extends EventType>(type: T, from: (found: Found<'modification'>, day: CalendarDate) => CalendarDate | undefined) =>
    told(counting, type).flatMap(({ found, entry }) => {
      const start = from(found, entry.on.to)
      return start === undefined ? [] : [{ found, days: daysFrom(start, entry.on.to) }]
    })
  const days = 'in calendar days, over those of which both days are recorded'
  return [
    mean(
      'days.toSubmission',
      'From raising to being sent for decision',
      `Mean of what was sent for decision in the quarter, ${days}.`,
      between('SentForDecision', ({ state }) => state.raised?.on.to),
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
      `Mean of what came into force in the quarter, ${days}; what needs systems and what does not are not told apart.`,
      between('Implemented', (found, day) => last(found, 'Decided', day)),
    ),
  ]
}

function mean(
  id: string,
  title: string,
  definition: string,
  of: readonly { readonly found: Found<'modification'>; readonly days: number }[],
): Kpi {
  const sum = of.reduce((total, { days }) => total + days, 0)
  const value = of.length === 0 ? 'none' : `${decimal(sum / of.length)} days, over ${of.length}`
  return { id, title, definition, value, members: subjectsOf(of) }
}

function withoutCosts(counting: Counting): Kpi {
  const reports = told(counting, 'ConsultationOpened').filter(({ event }) => event.consultationKind === 'report')
  const costed = ({ found, entry }: Told<'ConsultationOpened'>) =>
    found.history.some(({ event, on }) => event?.type === 'AssessmentCosted' && on.to <= entry.on.to)
  return share(
    'reports.withoutCosts',
    'Reports consulted on without an estimate of costs',
    'Modification Reports whose consultation opened in the quarter before any cost of an assessment was published.',
    subjectsOf(reports),
    subjectsOf(reports.filter((one) => !costed(one))),
  )
}
