import { on } from '../calendar/calendar-date.ts'
import { dayOf, FOREVER, type Moment } from '../calendar/moment.ts'
import { consultationUntil, leftBehind, settleConsultation } from '../consultation/consultation.ts'
import type { Fact } from '../fact.ts'
import { appealsUntil, settleAppeals } from './appeal.ts'
import { type Modification, openVoting, type Standing } from './modification.ts'

/** What has closed or lapsed by a moment. Settling at a and then at b is settling at b. */
export function settleModification(state: Modification, moment: Moment): Modification {
  return moment < modificationUntil(state) ? state : lapse(close(state, moment), moment)
}

/** When it next changes by itself. */
export function modificationUntil(state: Modification): Moment {
  let until: Moment = state.withdrawalNotice && state.standing.value.stage !== 'ended' ? state.withdrawalNotice.value.lapses : FOREVER
  const appeals = appealsUntil(state.appeals)
  if (appeals !== undefined && appeals < until) until = appeals
  for (const id in state.consultations) {
    const next = consultationUntil(state.consultations[id] as NonNullable<(typeof state.consultations)[string]>)
    if (next !== undefined && next < until) until = next
  }
  return until
}

function close(state: Modification, moment: Moment): Modification {
  const consultations = eachOf(state.consultations, (consultation) => settleConsultation(consultation, moment))
  return { ...state, consultations, appeals: settleAppeals(state.appeals, moment) }
}

/** A notice that nobody adopted is a withdrawal from the moment its window lapsed. */
function lapse(state: Modification, moment: Moment): Modification {
  const notice = state.withdrawalNotice
  if (!notice || state.standing.value.stage === 'ended' || moment < notice.value.lapses) return state
  return movedTo(state, {
    value: { stage: 'ended', outcome: 'withdrawn' },
    on: on(dayOf(notice.value.lapses)),
    place: notice.place,
  })
}

/** The modification where it stands from now on. Consultations whose closing nobody told, and a ballot that was not held, are left behind by the move. */
export function movedTo(state: Modification, told: Fact<Standing>): Modification {
  const consultations = eachOf(state.consultations, (consultation) => leftBehind(consultation, told.value))
  const votings = openVoting(state)
    ? eachOf(state.votings, (voting) => (voting.status === 'open' ? { ...voting, status: 'left' as const } : voting))
    : state.votings
  return { ...state, standing: told, standings: [...state.standings, told], consultations, votings }
}

function eachOf<T>(all: Readonly<Record<string, T>>, change: (each: T) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all).map(([id, each]) => [id, change(each)]))
}
