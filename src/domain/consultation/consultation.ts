import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Moment } from '../calendar/moment.ts'
import type { Entry, TextId } from '../entry.ts'
import { type Fact, fact, withFact } from '../fact.ts'
import { type Misfit, misfit } from '../misfit.ts'
import type { Standing } from '../modification/modification.ts'
import { evolveResponses, isOfResponses, noResponses, type ResponseEvent, type Responses } from './response.ts'

/** Consultations of a proposal: while it is refined, or on its final report. A request for information asks before there is a solution. */
export type ConsultationKind = 'refinement' | 'report' | 'information'
/** When it is expected to be issued. */
export type ExpectedIn =
  | { readonly kind: 'month'; readonly month: string }
  | { readonly kind: 'week'; readonly commencing: CalendarDate }
  | { readonly kind: 'day'; readonly day: CalendarDate }
  | { readonly kind: 'not told' }

type OfConsultation<T extends string> = { readonly type: T; readonly v: 1; readonly consultation: string }
export type ConsultationPlanned = OfConsultation<'ConsultationPlanned'> & {
  readonly consultationKind: ConsultationKind
  readonly expected: ExpectedIn
  readonly lengthWorkingDays?: number
  /** What must happen first, as a label: "the Panel's approval of the Modification Report". */
  readonly condition?: string
}
/**
 * Opened; `closes` is a moment (17:00 London unless the source says otherwise), absent where no source tells it. `row`: the rule by which
 * its length was counted.
 */
export type ConsultationOpened = OfConsultation<'ConsultationOpened'> & {
  readonly consultationKind: ConsultationKind
  readonly closes?: Moment
  readonly lengthWorkingDays?: number
  readonly row?: string
  readonly document?: string
  readonly text?: TextId
}
/** The end of a consultation for which no closing day was told when it opened, or a changed one. */
export type ConsultationCloseSet = OfConsultation<'ConsultationCloseSet'> & { readonly closes: Moment; readonly why?: string }
export type ConsultationCancelled = OfConsultation<'ConsultationCancelled'> & { readonly why?: TextId }

export type ConsultationEvent = ConsultationPlanned | ConsultationOpened | ConsultationCloseSet | ConsultationCancelled | ResponseEvent

/** `ended unseen`: it was open once, no source tells when it closed, and the modification has moved on since. */
export type ConsultationStatus = 'planned' | 'open' | 'closed' | 'cancelled' | 'ended unseen'

export type Consultation = {
  readonly id: string
  readonly consultationKind: ConsultationKind
  readonly status: ConsultationStatus
  readonly planned?: Fact<{ readonly expected: ExpectedIn; readonly lengthWorkingDays?: number; readonly condition?: string }>
  readonly opened?: Fact<{
    readonly lengthWorkingDays?: number
    readonly row?: string
    readonly document?: string
    readonly text?: TextId
  }>
  readonly closes?: Moment
  /** Each change of its closing moment, with why. */
  readonly changes?: readonly Fact<{ readonly closes: Moment; readonly why?: string }>[]
  readonly cancelled?: Fact<{ readonly why?: TextId }>
  /** What it asks, what was answered, and what came of it. */
  readonly responses: Responses
}

export function evolveConsultation(state: Consultation | undefined, entry: Entry, event: ConsultationEvent): Consultation | Misfit {
  if (isOfResponses(event)) return responded(state, entry, event)
  switch (event.type) {
    case 'ConsultationPlanned':
      if (state && state.status !== 'planned') return misfit(entry, `${event.consultation} is ${state.status} already`)
      return {
        id: event.consultation,
        consultationKind: event.consultationKind,
        status: 'planned',
        planned: fact(entry, plannedAs(event)),
        responses: state?.responses ?? noResponses,
      }
    case 'ConsultationOpened':
      return opened(state, entry, event)
    case 'ConsultationCloseSet':
      if (state?.status !== 'open' && state?.status !== 'ended unseen') return misfit(entry, `${event.consultation} is not open`)
      return { ...state, status: 'open', closes: event.closes, changes: withFact(state.changes ?? [], fact(entry, changeOf(event))) }
    case 'ConsultationCancelled':
      if (state?.status !== 'planned' && state?.status !== 'open') return misfit(entry, `${event.consultation} is neither planned nor open`)
      return { ...state, status: 'cancelled', cancelled: fact(entry, event.why === undefined ? {} : { why: event.why }) }
  }
}

/** Questions may be set before it opens; all else follows the opening, however it stands since. */
function responded(state: Consultation | undefined, entry: Entry, event: ResponseEvent): Consultation | Misfit {
  if (!state) return misfit(entry, `nothing is known of ${event.consultation}`)
  if (!state.opened && event.type !== 'QuestionsSet') return misfit(entry, `${event.consultation} was not opened`)
  return { ...state, responses: evolveResponses(state.responses, entry, event) }
}

function opened(state: Consultation | undefined, entry: Entry, event: ConsultationOpened): Consultation | Misfit {
  if (state && state.status !== 'planned') return misfit(entry, `${event.consultation} is ${state.status} already`)
  const { lengthWorkingDays, row, document, text } = event
  return {
    ...state,
    id: event.consultation,
    consultationKind: event.consultationKind,
    status: 'open',
    responses: state?.responses ?? noResponses,
    opened: fact(entry, {
      ...(lengthWorkingDays === undefined ? {} : { lengthWorkingDays }),
      ...(row === undefined ? {} : { row }),
      ...(document === undefined ? {} : { document }),
      ...(text === undefined ? {} : { text }),
    }),
    ...(event.closes === undefined ? {} : { closes: event.closes }),
  }
}

/** Closed from its closing moment on: the window is half-open. */
export function settleConsultation(state: Consultation, moment: Moment): Consultation {
  return state.status === 'open' && state.closes !== undefined && state.closes <= moment ? { ...state, status: 'closed' } : state
}

/**
 * What becomes of an open consultation for which no closing was told, once its modification stands further on: it has ended,
 * nobody tells when. A standing of which no source tells ends nothing.
 */
export function leftBehind(state: Consultation, standing: Standing): Consultation {
  if (state.status !== 'open' || state.closes !== undefined || standing.stage === 'unknown') return state
  return stillOut(state.consultationKind, standing) ? state : { ...state, status: 'ended unseen' }
}

function stillOut(kind: ConsultationKind, standing: Standing): boolean {
  if (standing.stage === 'define' || standing.stage === 'refine') return true
  return kind === 'report' && standing.stage === 'opine' && standing.step === 'report consultation'
}

/** When it changes by itself; undefined: never. */
export function consultationUntil(state: Consultation): Moment | undefined {
  return state.status === 'open' ? state.closes : undefined
}

const plannedAs = (event: ConsultationPlanned) => ({
  expected: event.expected,
  ...(event.lengthWorkingDays === undefined ? {} : { lengthWorkingDays: event.lengthWorkingDays }),
  ...(event.condition === undefined ? {} : { condition: event.condition }),
})

const changeOf = ({ closes, why }: ConsultationCloseSet) => ({ closes, ...(why === undefined ? {} : { why }) })
