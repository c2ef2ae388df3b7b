import { ruleOf } from '../../src/domain/acting/acts.ts'
import { givenNow } from '../../src/domain/acting/decide-acts.ts'
import { isSaidInBallot } from '../../src/domain/ballot/unseen-votes.ts'
import { dayOf } from '../../src/domain/calendar/moment.ts'
import type { Subject } from '../../src/domain/entry.ts'
import { undecided } from '../../src/domain/modification/appeal.ts'
import { holderOf } from '../../src/domain/modification/holder.ts'
import type { Modification, Standing } from '../../src/domain/modification/modification.ts'
import { undecidedReferral } from '../../src/domain/modification/referral.ts'
import { all, modifications, type Register } from '../../src/domain/register.ts'
import { lastSubmitted } from '../../src/domain/submission/submission.ts'

/** What is true of every register that the process can reach, by its number in docs/invariants.md. Each finds what breaks it. */
export type Invariant = (register: Register) => readonly string[]

const isLive = ({ standing }: Modification): boolean => standing.value.stage !== 'ended' && standing.value.stage !== 'unknown'

const ofEach =
  (judge: (state: Modification, subject: Subject, register: Register) => string | false | undefined): Invariant =>
  (register) =>
    modifications(register).flatMap(({ state, subject }) => {
      const wrong = judge(state, subject, register)
      return wrong ? [`${subject} ${wrong}`] : []
    })

/** 1. What is open has a holder, since a day that has come. */
const held = ofEach((state, _, register) => {
  if (!isLive(state)) return undefined
  const holder = holderOf(state)
  if (!holder) return `stands in ${state.standing.value.stage} and nobody holds the action`
  return holder.since.to > dayOf(register.on) && `is held since ${holder.since.to}, which has not come`
})

/** 2. Its standing is the last of its standings; they go forward in time. */
const standingsInOrder = ofEach(({ standings, standing }) => {
  if (standings.at(-1) !== standing) return 'does not stand where it was last told to stand'
  return (
    standings.some(({ on }, index) => index > 0 && on.to < (standings[index - 1]?.on.to ?? '')) && 'stood somewhere before it came there'
  )
})

/** 3. An end is final, but for an appeal or a referral that is decided: only what is in force may be reversed, and an end may be told again. */
const endsAreFinal = ofEach(({ standings, appeals, referrals }) => {
  if (appeals.made.some(({ decided }) => decided) || referrals.some(({ decided }) => decided)) return undefined
  const values = standings.map(({ value }) => value)
  return (
    values.some((value, index) => index > 0 && isLeft(values[index - 1] as Standing, value)) &&
    `came back after it had ended (${values.map(({ stage }) => stage).join(', ')})`
  )
})

function isLeft(before: Standing, after: Standing): boolean {
  if (before.stage !== 'ended') return false
  if (after.stage !== 'ended') return true
  return before.outcome !== after.outcome && !(before.outcome === 'implemented' && after.outcome === 'reversed')
}

/** 4. In force only once approved, and ended as implemented only when every part is in force. */
const partsInForce = ofEach(({ standing, parts }) => {
  const { value } = standing
  const inForce = Object.values(parts).filter(({ implemented }) => implemented)
  if (inForce.length > 0 && (value.stage === 'define' || value.stage === 'refine' || value.stage === 'opine'))
    return 'is in force and not approved'
  return (
    value.stage === 'ended' &&
    value.outcome === 'implemented' &&
    Object.values(parts).some(({ implemented }) => !implemented) &&
    'ended with a part that is not in force'
  )
})

/** 5. A window that is open has not passed its closing moment. */
const windowsClose = ofEach(({ consultations, appeals }, _, register) => {
  const window = appeals.window?.value
  if (window?.open && window.lapses <= register.on) return `may be appealed against after ${window.lapses}`
  const late = Object.values(consultations).find(({ status, closes }) => status === 'open' && closes !== undefined && closes <= register.on)
  return late && `has ${late.id} open after it closed at ${late.closes}`
})

/** 10. An appeal that is not decided is held by whoever it went to, also where the modification has ended. */
const appealsHeld = ofEach((state) => {
  const appeal = undecided(state.appeals)
  return appeal && holderOf(state)?.role !== 'appealed to' && 'has an appeal that nobody holds'
})

/** 11. A referral that is not decided is held by whoever it went to, unless an appeal is. */
const referralsHeld = ofEach((state) => {
  const held = ['referred to', 'appealed to']
  return undecidedReferral(state.referrals) && !held.includes(holderOf(state)?.role ?? '') && 'has a referral that nobody holds'
})

/** 12. A draft under review has a day by which its review is due; who holds it can lead it on or end it. */
const draftsMoveOn: Invariant = (register) =>
  all(register, 'submission').flatMap(({ subject, state }) => {
    if (state.status === 'raised') return state.raised ? [] : [`${subject} is raised as nothing`]
    if (state.status !== 'under review') return []
    const { due } = lastSubmitted(state).value
    const exits = (['ReturnReview', 'DropSubmission'] as const).filter(
      (act) => ruleOf(act).fits(givenNow(register, register.on), subject) === true,
    )
    return due === undefined || exits.length < 2 ? [`${subject} has no clock or no way on`] : []
  })

/** 13. What is said in a ballot is seen by few until its outcome is recorded, and public with it. */
const votesUnseen = ofEach(({ votings }, subject, register) => {
  const said = register.subjects.get(subject)?.history ?? []
  const wrong = said.find(({ event, class: classification }) => {
    if (!isSaidInBallot(event)) return false
    const isOver = votings[event.ballot]?.status === 'held' || votings[event.ballot]?.status === 'void'
    return (classification === 'white') !== isOver
  })
  return wrong && `has entry ${wrong.place} of a ballot ${wrong.class}`
})

/** 6. An assessment is in one state, and its clock runs only between acceptance and return. */
const clocksRun = ofEach(({ assessments }) => {
  const wrong = Object.values(assessments).find(
    ({ status, accepted, returned }) => (status === 'accepted' && (!accepted || returned)) || (status === 'returned' && !returned),
  )
  return wrong && `has ${wrong.id} ${wrong.status} without what makes it so`
})

/** 7. A release in force has put every part in its scope in force. */
const releasesWhole: Invariant = (register) =>
  all(register, 'release').flatMap(({ subject, state }) => {
    if (!state.implemented) return []
    const waiting = modifications(register).filter(({ state: each }) =>
      Object.values(each.parts).some(
        ({ release, implemented }) => release?.value === subject && !implemented && each.standing.value.stage === 'release',
      ),
    )
    return waiting.map((each) => `${subject} is in force and ${each.subject} in its scope is not`)
  })

export const invariants: Readonly<Record<string, Invariant>> = {
  'what is open has a holder': held,
  'standings go forward': standingsInOrder,
  'an end is final': endsAreFinal,
  'in force only once approved': partsInForce,
  'windows close': windowsClose,
  'clocks run from acceptance to return': clocksRun,
  'a release is in force as a whole': releasesWhole,
  'an appeal is held': appealsHeld,
  'a referral is held': referralsHeld,
  'a draft under review moves on': draftsMoveOn,
  'votes are public with their outcome': votesUnseen,
}
