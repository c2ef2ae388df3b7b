import { type ActOf, type Broken, broken, countIn, fits, type Given, type Rules, type Telling, unfit, wordOf } from '../acting/act.ts'
import { actedBy } from '../acting/acted-by.ts'
import { countedDay } from '../acting/counted-day.ts'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import { longDay } from '../calendar/format.ts'
import { dayOf } from '../calendar/moment.ts'
import type { Subject, TextId } from '../entry.ts'
import type { Fact } from '../fact.ts'
import { isRefused, refused } from '../refusal.ts'
import type { Path } from './events.ts'
import type { Modification } from './modification.ts'
import { type ReferralMatter, undecidedReferral } from './referral.ts'
import { modificationOf } from './standing-of.ts'

/** The Proposer refers its refusal, its path or its timetable to who decides on referrals. */
export type Refer = ActOf<'Refer', { readonly matter: ReferralMatter; readonly grounds: TextId }>
/** What was referred stands, or is set aside; a path set aside gives way to the one that is named. */
export type DecideReferral = ActOf<
  'DecideReferral',
  { readonly outcome: 'stands' | 'set aside'; readonly path?: Path; readonly why?: TextId }
>
export type ReferralAct = Refer | DecideReferral

const row = 'proposer-referral'

/** What may be referred as it stands, each with the last entry that the Proposer was told of. */
function referable(state: Modification): Partial<Record<ReferralMatter, Fact<unknown>>> {
  const { standing, path, plan } = state
  if (standing.value.stage === 'ended') return standing.value.outcome === 'refused' ? { refusal: standing } : {}
  if (standing.value.stage === 'release') return {}
  const planned = Object.values(plan)
    .flatMap((facts) => facts ?? [])
    .toSorted((a, b) => a.place - b.place)
    .at(-1)
  return { ...(path ? { path } : {}), ...(planned ? { timetable: planned } : {}) }
}

const matterText: Record<ReferralMatter, string> = { refusal: 'its refusal', path: 'its path', timetable: 'its timetable' }

function late(given: Given, told: CalendarDate, matter: ReferralMatter): readonly Broken[] {
  const days = countIn(given, row)
  const last = days === undefined ? undefined : countedDay(given, told, days, row)
  if (days === undefined || last === undefined || isRefused(last) || dayOf(given.receivedAt) <= last.day) return []
  const why = `${matterText[matter]} was told on ${longDay(told)}, and may be referred within ${days} Working Days, until ${longDay(last.day)}`
  return [broken(row, why, 'give the time of receipt that the evidence shows')]
}

export const referralRules: Rules<ReferralAct> = {
  Refer: {
    row,
    fits: (given, subject) => {
      const state = modificationOf(given, subject)
      if (!state) return unfit(`nothing is known of ${subject} on that day`, 'raise it first')
      if (undecidedReferral(state.referrals)) return unfit('a referral of it is not decided', 'record what was decided on it first')
      return Object.keys(referable(state)).length > 0
        ? fits
        : unfit('neither a refusal, a path nor a timetable of it can be referred as it stands', 'look at its history')
    },
    breaks: (given, { subject, matter }) => {
      const state = modificationOf(given, subject)
      const told = state && referable(state)[matter]
      return told ? late(given, told.on.to, matter) : []
    },
    tells: (given, { subject, matter, grounds }) => {
      const state = modificationOf(given, subject)
      const to = wordOf(given, 'referrals-decided-by') as Subject | undefined
      if (to === undefined) return refused('no row of the rulebook says who decides on referrals', ['referrals-decided-by'], ['add one'])
      if (!state || !referable(state)[matter])
        return refused(`${matterText[matter]} cannot be referred as it stands`, ['matter'], ['choose another matter'])
      return [{ event: { type: 'Referred', v: 1, matter, by: given.by, to, grounds } }]
    },
  },
  DecideReferral: {
    row: 'referrals-decided-by',
    fits: (given, subject) => {
      const state = modificationOf(given, subject)
      return state && undecidedReferral(state.referrals) ? fits : unfit('there is no referral to be decided', 'record the referral first')
    },
    tells: (given, { subject, outcome, path, why }) => {
      const state = modificationOf(given, subject)
      const matter = state && undecidedReferral(state.referrals)?.made.value.matter
      const names = matter === 'path' && outcome === 'set aside'
      if (names && path === undefined) return refused('it is not said on which path it goes on', ['path'], ['name the path'])
      if (!names && path !== undefined) return refused('a path is named, and no path is set aside', ['path'], ['leave the path empty'])
      return actedBy(given, (by): readonly Telling[] => [
        { event: { type: 'ReferralDecided', v: 1, by, outcome, ...(why === undefined ? {} : { why }) } },
        ...(path === undefined ? [] : [{ event: { type: 'PathSet', v: 1, path, by } } as const]),
      ])
    },
  },
}
