import { type Given, rowFor, wordOf } from '../acting/act.ts'
import { awaitsApprovalBy } from '../assessment/assessment.ts'
import { type CalendarDate, lastOf, type YearMonth } from '../calendar/calendar-date.ts'
import { longDay } from '../calendar/format.ts'
import { dayOf } from '../calendar/moment.ts'
import type { Subject } from '../entry.ts'
import { undecided } from '../modification/appeal.ts'
import { type Modification, openConsultations, openVoting } from '../modification/modification.ts'
import type { BodyCapacity } from '../organisation/body.ts'
import type { Milestone } from '../plan/plan.ts'
import { all, type Found, modifications } from '../register.ts'
import { agendaOf, resolutionOf } from './agenda.ts'
import { lastHeldBefore, meetingsOfBody } from './body-meetings.ts'
import type { ItemPurpose } from './events.ts'

/** Something that the register says is due before a meeting, and why. */
export type Due = { readonly about: Subject; readonly purpose: ItemPurpose; readonly why: string }

type On = Pick<Given, 'register' | 'day'>
type Asked = { readonly given: On; readonly meeting: Found<'meeting'>; readonly by: CalendarDate; readonly body: Subject }

/** What is due before a meeting by its day, as far as its body takes it: the agenda that the register proposes. Nobody tables it but by hand. */
export function dueBefore(given: On, meeting: Found<'meeting'>): readonly Due[] {
  const asked: Asked = { given, meeting, by: meeting.state.day, body: meeting.state.body }
  const open = modifications(given.register).filter(({ state }) => !state.unidentified && isOpen(state))
  return [
    ...minutes(asked),
    ...deferred(asked),
    ...cancelled(asked),
    ...open.flatMap((each) => dueOf(asked, each)),
    ...appeals(asked),
    ...dateChanges(asked),
  ]
}

const isOpen = ({ standing: { value } }: Modification) => value.stage !== 'ended' && value.stage !== 'unknown'

function dueOf(asked: Asked, { subject, state }: Found<'modification'>): readonly Due[] {
  const found = [
    readiness(asked, state),
    conversion(asked, state),
    report(asked, state),
    ...requests(asked, state),
    vote(asked, state),
    discussion(asked, state),
    hold(asked, state),
    timetable(asked, state),
  ]
  return found.flatMap((one) => (one ? [{ about: subject, ...one }] : []))
}

type One = Omit<Due, 'about'> | undefined

const has = ({ given, body }: Asked, capacity: BodyCapacity): boolean =>
  all(given.register, 'body').some((each) => each.subject === body && each.state.capacities.includes(capacity))

/** Whether a row names the body: as its word, or among its items. */
function isNamedBy({ given, body }: Asked, row: string): boolean {
  const value = rowFor(given, row)?.value
  return value?.kind === 'list' ? value.items.includes(body) : wordOf(given, row) === body
}

function readiness(asked: Asked, { standing, determinedReady }: Modification): One {
  const isDue = has(asked, 'determine readiness') && standing.value.stage === 'define' && !determinedReady
  return isDue
    ? { purpose: 'readiness', why: `it was raised by ${longDay(standing.on.to)}, and nobody has determined it ready` }
    : undefined
}

function conversion(asked: Asked, { standing, determinedReady }: Modification): One {
  const isDue = isNamedBy(asked, 'conversion-by') && standing.value.stage === 'define' && determinedReady
  return isDue ? { purpose: 'conversion', why: `it was determined ready on ${longDay(determinedReady.on.to)}` } : undefined
}

function report(asked: Asked, { standing, plan }: Modification): One {
  if (!isNamedBy(asked, 'report-approved-by') || standing.value.stage !== 'refine') return undefined
  if (standing.value.step === 'report')
    return { purpose: 'modification report', why: `it went to its Modification Report on ${longDay(standing.on.to)}` }
  const planned = plan['modification report']?.at(-1)?.value.for
  return planned?.kind === 'day' && planned.day <= asked.by
    ? { purpose: 'modification report', why: `its Modification Report is planned for ${longDay(planned.day)}` }
    : undefined
}

const requests = ({ body }: Asked, { assessments, standing }: Modification): readonly One[] =>
  standing.value.stage !== 'define' && standing.value.stage !== 'refine'
    ? []
    : Object.values(assessments)
        .filter((assessment) => awaitsApprovalBy(assessment) === body)
        .slice(0, 1)
        .map(({ id, requested }) => ({
          purpose: 'assessment request' as const,
          why: `the request for ${id}${requested ? ` of ${longDay(requested.on.to)}` : ''} waits for its approval`,
        }))

function vote(asked: Asked, state: Modification): One {
  const { value, on } = state.standing
  if (!has(asked, 'recommend') || value.stage !== 'opine' || value.step === 'with the authority') return undefined
  if (openVoting(state)) return { purpose: 'vote', why: 'a ballot on it is open' }
  if (value.step === 'vote') return { purpose: 'vote', why: `it has been waiting for the vote since ${longDay(on.to)}` }
  const closes = openConsultations(state).flatMap((each) => (each.consultationKind === 'report' && each.closes ? [each.closes] : []))[0]
  return closes && dayOf(closes) <= asked.by
    ? { purpose: 'vote', why: `the consultation on its report closes on ${longDay(dayOf(closes))}` }
    : undefined
}

function discussion(asked: Asked, { standing, onHold }: Modification): One {
  const isDue = isNamedBy(asked, 'refined-by') && standing.value.stage === 'refine' && standing.value.step === 'refinement' && !onHold
  return isDue ? { purpose: 'discussion', why: `it has been refined since ${longDay(standing.on.to)}` } : undefined
}

/** A hold is reviewed by who suspended it, else by the body that converts. */
function hold(asked: Asked, { onHold }: Modification): One {
  const review = onHold?.value.review ?? onHold?.value.until
  if (review === undefined || review > asked.by) return undefined
  const by = onHold?.value.suspendedBy
  const isIts = by === undefined ? isNamedBy(asked, 'conversion-by') : by === asked.body
  return isIts ? { purpose: 'hold review', why: `its hold is to be reviewed by ${longDay(review)}` } : undefined
}

const ahead: Readonly<Record<Milestone, readonly string[]>> = {
  conversion: ['define'],
  'modification report': ['define', 'refine'],
  decision: ['define', 'refine', 'opine'],
  implementation: ['define', 'refine', 'opine', 'release'],
}

/** The first milestone whose planned day passes before the meeting while it still lies ahead. */
function timetable(asked: Asked, { plan, standing }: Modification): One {
  if (!isNamedBy(asked, 'conversion-by')) return undefined
  for (const milestone of Object.keys(ahead) as Milestone[]) {
    const planned = plan[milestone]?.at(-1)?.value.for
    if (!planned || !ahead[milestone].includes(standing.value.stage)) continue
    const day = planned.kind === 'day' ? planned.day : planned.kind === 'month' ? lastOf(planned.month as YearMonth) : undefined
    if (day !== undefined && day < asked.by && day < asked.given.day)
      return { purpose: 'timetable', why: `its ${milestone} was planned for ${longDay(day)}, and has not come` }
  }
  return undefined
}

const appeals = ({ given, body }: Asked): readonly Due[] =>
  modifications(given.register).flatMap(({ subject, state }) => {
    const appeal = undecided(state.appeals)?.made
    return appeal?.value.to === body
      ? [{ about: subject, purpose: 'appeal' as const, why: `the appeal of ${longDay(appeal.on.to)} is not decided` }]
      : []
  })

/** What was asked for and is not decided, what was agreed and not used, and what is due and not confirmed. */
function dateChanges(asked: Asked): readonly Due[] {
  if (!isNamedBy(asked, 'date-change-requested-by')) return []
  return all(asked.given.register, 'release').flatMap(({ subject, state }) => {
    if (state.implemented) return []
    const last = Object.values(state.dateChanges).at(-1)
    const why =
      last && !last.decided
        ? `another date, ${longDay(last.requested.value.to)}, was asked for on ${longDay(last.requested.on.to)} and is not decided`
        : last?.decided?.value.outcome === 'agreed' && state.date.on.to < last.decided.on.to
          ? `another date was agreed on ${longDay(last.decided.on.to)}, and is not set`
          : state.date.value.kind === 'day' && state.date.value.day < asked.given.day
            ? `its day, ${longDay(state.date.value.day)}, has passed, and nothing tells that it is in force`
            : undefined
    return why === undefined ? [] : [{ about: subject, purpose: 'date change' as const, why }]
  })
}

/** The minutes of the last meeting of the body that was held, until they are agreed. */
function minutes({ given, meeting }: Asked): readonly Due[] {
  const last = lastHeldBefore(given.register, meeting)
  return last && !last.state.minutesAgreed
    ? [{ about: last.subject, purpose: 'minutes', why: `the minutes of ${longDay(last.state.day)} are not agreed` }]
    : []
}

/** What the body put off, to this meeting or to none that is named, since when nothing became of it. */
function deferred({ given, meeting }: Asked): readonly Due[] {
  const last = lastHeldBefore(given.register, meeting)
  if (!last) return []
  return agendaOf(last.state).flatMap(({ about, purposes }) => {
    const resolution = resolutionOf(last.state, about)
    const isPutOff = resolution?.value.resolution === 'deferred' && (resolution.value.to ?? meeting.subject) === meeting.subject
    return isPutOff ? purposes.map((purpose) => ({ about, purpose, why: `it was deferred on ${longDay(last.state.day)}` })) : []
  })
}

/** What was before a meeting of the body that was cancelled since the last that was held, and went to no other. */
function cancelled({ given, meeting }: Asked): readonly Due[] {
  const last = lastHeldBefore(given.register, meeting)
  const all = meetingsOfBody(given.register, meeting.state.body)
  const dropped = all.filter(({ state }) => state.cancelled && !state.cancelled.value.to && state.day > (last?.state.day ?? ''))
  const taken = all.filter(({ state }) => !state.cancelled && state.day > (last?.state.day ?? ''))
  return dropped.flatMap(({ state }) =>
    agendaOf(state)
      .filter(
        ({ about }) =>
          !taken.some((other) => other.subject !== meeting.subject && agendaOf(other.state).some((item) => item.about === about)),
      )
      .flatMap(({ about, purposes }) =>
        purposes.map((purpose) => ({ about, purpose, why: `it was before the meeting of ${longDay(state.day)}, which was cancelled` })),
      ),
  )
}
