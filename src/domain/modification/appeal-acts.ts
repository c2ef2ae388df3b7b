import { type ActOf, broken, countIn, fits, type Given, type Rules, type Unfit, unfit, wordOf } from '../acting/act.ts'
import { actedBy } from '../acting/acted-by.ts'
import { countedDay } from '../acting/counted-day.ts'
import { longDay } from '../calendar/format.ts'
import { localTime, moment } from '../calendar/moment.ts'
import type { Subject, TextId } from '../entry.ts'
import { isRefused, refused } from '../refusal.ts'
import { type Appeals, undecided } from './appeal.ts'
import { modificationOf, standsIn } from './standing-of.ts'

/** What was decided is published: the window for appeals begins, where the path has one. */
export type PublishDecision = ActOf<'PublishDecision'>
/** A Party appeals, or an objector refers the decision, within the window that the publication began. */
export type AppealAct = ActOf<'Appeal', { readonly grounds: TextId }>
/** Whoever the appeal went to decides how the modification stands. */
export type DecideAppeal = ActOf<'DecideAppeal', { readonly outcome: 'approve' | 'reject'; readonly why?: TextId }>
/** The Panel decides on a Fast-Track Modification: approved only if all who are present are in favour. */
export type DecideFastTrack = ActOf<'DecideFastTrack', { readonly present: number; readonly inFavour: number }>
/** Who decides has the report that was sent. */
export type ReceiveReport = ActOf<'ReceiveReport'>
export type AppealsAct = PublishDecision | AppealAct | DecideAppeal | DecideFastTrack | ReceiveReport

/** Who decides on the path on which the Authority does. */
const authorityOf = (given: Given): Subject | undefined => wordOf(given, 'decided-by', 'authority determined') as Subject | undefined

/** Approved or rejected, in force or not. */
function isDecided(given: Given, subject: Subject): true | Unfit {
  const value = modificationOf(given, subject)?.standing.value
  const decided =
    value?.stage === 'release' || (value?.stage === 'ended' && (value.outcome === 'rejected' || value.outcome === 'implemented'))
  return decided ? fits : unfit('it is not decided', 'record the decision first')
}

/** The row under which what was decided last may be appealed against, and before whom; undefined where nobody may. */
function windowFor(given: Given, subject: Subject): { readonly row: string; readonly to: Subject } | undefined {
  const state = modificationOf(given, subject)
  const authority = authorityOf(given)
  const panel = wordOf(given, 'report-approved-by') as Subject | undefined
  if (authority === undefined || panel === undefined) return undefined
  const last = state?.appeals.made.findLast(({ decided }) => decided)?.decided
  if (last) return last.value.by === authority ? undefined : { row: 'appeal-to-authority', to: authority }
  if (state?.path?.value === 'fast-track') return { row: 'fast-track-referral', to: authority }
  return state?.path?.value === 'self-governance' ? { row: 'appeal-to-panel', to: panel } : undefined
}

/** Why it must not come into force yet: its window is open, or an appeal is not decided. */
export function appealBars({ appeals }: { readonly appeals: Appeals }): { readonly row: string; readonly why: string } | undefined {
  const { window } = appeals
  if (!window) return undefined
  const { row, lapses } = window.value
  if (undecided(appeals)) return { row, why: 'there is an appeal against its approval that is not decided' }
  return window.value.open ? { row, why: `its approval may be appealed against until ${lapses.replace('T', ', ')}` } : undefined
}

export const appealRules: Rules<AppealsAct> = {
  PublishDecision: {
    row: 'appeal-to-panel',
    fits: (given, subject) => {
      const decided = isDecided(given, subject)
      if (decided !== true) return decided
      const state = modificationOf(given, subject)
      if (!windowFor(given, subject)) return unfit('nobody may appeal against this decision under the rulebook', 'look at its path')
      if (state && undecided(state.appeals)) return unfit('an appeal against it is not decided', 'record what was decided on it first')
      return state?.appeals.window?.value.row === windowFor(given, subject)?.row
        ? unfit('the decision was published before', 'look at its history')
        : fits
    },
    tells: (given, { subject }) => {
      const window = windowFor(given, subject)
      const days = window && countIn(given, window.row)
      if (!window || days === undefined)
        return refused('no row of the rulebook says how long it may be appealed against', [subject], ['add one'])
      const last = countedDay(given, given.day, days, window.row)
      if (isRefused(last)) return last
      return [{ event: { type: 'DecisionPublished', v: 1, to: window.to, lapses: moment(last.day, localTime('17:00')), row: window.row } }]
    },
  },
  Appeal: {
    row: 'appeal-to-panel',
    fits: (given, subject) => {
      const decided = isDecided(given, subject)
      if (decided !== true) return decided
      return modificationOf(given, subject)?.appeals.window ? fits : unfit('the decision was not published', 'record its publication first')
    },
    breaks: (given, { subject }) => {
      const window = modificationOf(given, subject)?.appeals.window?.value
      return window && given.receivedAt >= window.lapses
        ? [
            broken(
              window.row,
              `the window for appeals lapsed at ${window.lapses.replace('T', ', ')}, and this was received at ${given.receivedAt.replace('T', ', ')}`,
              'give the time of receipt that the evidence shows',
            ),
          ]
        : []
    },
    tells: (given, { subject, grounds }) => {
      const window = modificationOf(given, subject)?.appeals.window?.value
      return window ? [{ event: { type: 'Appealed', v: 1, by: given.by, to: window.to, grounds } }] : []
    },
  },
  DecideAppeal: {
    row: 'appeal-to-panel',
    fits: (given, subject) => {
      const state = modificationOf(given, subject)
      return state && undecided(state.appeals) ? fits : unfit('there is no appeal to be decided', 'record the appeal first')
    },
    tells: (given, { outcome, why }) =>
      actedBy(given, (by) => [{ event: { type: 'AppealDecided', v: 1, by, outcome, ...(why === undefined ? {} : { why }) } }]),
  },
  DecideFastTrack: {
    row: 'decided-by-fast-track',
    fits: (given, subject) => {
      const there = standsIn(given, subject, 'define', 'refine', 'opine')
      if (there !== true) return there
      return modificationOf(given, subject)?.path?.value === 'fast-track'
        ? fits
        : unfit('it is not on the path Fast-Track', 'change its path first, if it is to be decided so')
    },
    breaks: (given, { subject }) => {
      const raised = modificationOf(given, subject)?.raised?.on.to
      const days = countIn(given, 'fast-track-wait')
      if (raised === undefined || days === undefined) return []
      const first = countedDay(given, raised, days, 'fast-track-wait')
      return !isRefused(first) && given.day < first.day
        ? [
            broken(
              'fast-track-wait',
              `it was raised on ${longDay(raised)}, ${days} Working Days before ${longDay(first.day)}`,
              `decide from ${longDay(first.day)} on`,
            ),
          ]
        : []
    },
    tells: (given, { present, inFavour }) => {
      if (inFavour > present) return refused(`${inFavour} cannot be in favour where ${present} are present`, ['inFavour'], ['count again'])
      const outcome = inFavour === present ? 'approve' : 'reject'
      return actedBy(given, (by) => [{ event: { type: 'Decided', v: 1, by, outcome } }])
    },
  },
  ReceiveReport: {
    row: 'decided-by',
    fits: (given, subject) => {
      const there = standsIn(given, subject, 'opine')
      if (there !== true) return there
      const state = modificationOf(given, subject)
      const isSent = state?.standing.value.stage === 'opine' && state.standing.value.step === 'with the authority'
      if (!isSent) return unfit('its report was not sent to who decides', 'record that it was sent first')
      return state.reportReceived && state.reportReceived.on.to >= state.standing.on.to
        ? unfit('its report was received before', 'record what is decided, or when that is expected')
        : fits
    },
    tells: (given) => actedBy(given, (by) => [{ event: { type: 'ReportReceived', v: 1, by } }]),
  },
}
