import type { Principal } from '../access.ts'
import { dayOf } from '../calendar/moment.ts'
import { givenBy } from '../consultation/responses.ts'
import { idOf, type Subject } from '../entry.ts'
import { isToCome } from '../meeting/meeting.ts'
import { isEnded, openConsultations, openVoting } from '../modification/modification.ts'
import { own } from '../own.ts'
import { all, type Found, find, modifications, type Register } from '../register.ts'
import { lastSubmitted } from '../submission/submission.ts'
import { dueBy } from './due.ts'
import { byUrgency, type Duty } from './duty.ts'
import { dutiesOn } from './of-modification.ts'

/** Who looks after the register: the body that administers, or nobody that it knows. */
export const administratorIn = (register: Register): Subject =>
  all(register, 'body').find(({ state }) => state.capacities.includes('administer'))?.subject ?? 'body/administrator'

/** All that waits for a body or an organisation, most urgent first. What every Party may do is asked for each of them apart. */
export function dutiesIn(register: Register): readonly Duty[] {
  const administrator = administratorIn(register)
  return [
    ...modifications(register).flatMap((found) => dutiesOn(register, found, administrator)),
    ...all(register, 'release').flatMap((release) => ofRelease(register, release, administrator)),
    ...all(register, 'meeting').flatMap((meeting) => ofMeeting(register, meeting, administrator)),
    ...all(register, 'submission').flatMap((submission) => ofSubmission(register, submission, administrator)),
  ].toSorted(byUrgency)
}

/** What waits for somebody, most urgent first: for those for whom he acts, and for the seats in which he sits. */
export function dutiesOf(register: Register, principal: Principal): readonly Duty[] {
  const { actsFor, seats } = principal
  return [
    ...dutiesIn(register).filter(({ of }) => actsFor.includes(of)),
    ...seats.flatMap((seat) => ofSeat(register, seat.body, seat.seat)),
  ].toSorted(byUrgency)
}

function ofRelease(register: Register, { subject, state }: Found<'release'>, administrator: Subject): readonly Duty[] {
  const changes = Object.entries(state.dateChanges).flatMap(([item, { requested, decided }]): readonly Duty[] =>
    decided
      ? []
      : [
          {
            kind: 'decide date change',
            of: requested.value.of,
            subject,
            item,
            since: requested.on,
            act: 'DecideDateChange',
            fields: { request: item },
          },
        ],
  )
  const date = state.date.value
  const isDue = !state.implemented && date.kind === 'day' && date.day <= dayOf(register.on)
  if (!isDue || date.kind !== 'day') return changes
  return [
    ...changes,
    { kind: 'confirm release', of: administrator, subject, due: dueBy(register, date.day, 'release'), act: 'ImplementRelease' },
  ]
}

function ofMeeting(register: Register, { subject, state }: Found<'meeting'>, administrator: Subject): readonly Duty[] {
  const actions = Object.entries(state.actions).flatMap(([item, { placed, done }]): readonly Duty[] => {
    if (done) return []
    const due = placed.value.due ? { due: dueBy(register, placed.value.due, 'action') } : {}
    return [
      { kind: 'do action', of: placed.value.owner, subject, item, since: placed.on, act: 'CloseAction', fields: { action: item }, ...due },
    ]
  })
  if (!isToCome(state) || state.day > dayOf(register.on)) return actions
  return [
    ...actions,
    { kind: 'record meeting', of: administrator, subject, due: dueBy(register, state.day, 'meeting'), act: 'HoldMeeting' },
  ]
}

/** A draft waits for its review, then for who submitted it. */
function ofSubmission(register: Register, { subject, state }: Found<'submission'>, administrator: Subject): readonly Duty[] {
  const { value, on } = lastSubmitted(state)
  const due = value.due ? { due: dueBy(register, value.due, 'target') } : {}
  if (state.status === 'under review') return [{ kind: 'review draft', of: administrator, subject, since: on, act: 'ReturnReview', ...due }]
  const review = state.reviews.at(-1)
  return state.status === 'reviewed' && review ? [{ kind: 'raise draft', of: value.by, subject, since: review.on }] : []
}

/** Ballots in which the seat has not voted, and votes that come before a meeting of its body. */
function ofSeat(register: Register, body: Subject, seat: string): readonly Duty[] {
  const open = modifications(register).flatMap(({ subject, state }): readonly Duty[] => {
    const voting = openVoting(state)
    const { electorate, body: votes, meeting } = voting?.opened.value ?? {}
    if (!voting || votes !== body || !electorate?.some((elector) => elector.seat === seat) || own(voting.votes, seat)) return []
    const day = meeting && find(register, 'meeting', idOf(meeting))?.state.day
    const due = day ? { due: dueBy(register, day, 'meeting') } : {}
    return [{ kind: 'vote', of: body, subject, item: seat, since: voting.opened.on, act: 'CastVote', ...due }]
  })
  const ahead = all(register, 'meeting').flatMap(({ state: meeting }) =>
    meeting.body !== body || !isToCome(meeting) || meeting.day < dayOf(register.on)
      ? []
      : meeting.items
          .filter(({ value }) => value.purposes.includes('vote') && !open.some(({ subject }) => subject === value.modification))
          .map(
            ({ value, on }): Duty => ({
              kind: 'prepare vote',
              of: body,
              subject: value.modification,
              item: seat,
              since: on,
              due: dueBy(register, meeting.day, 'meeting'),
            }),
          ),
  )
  return [...open, ...ahead]
}

/** What a Party may still do with its own voice: respond to what is open, adopt what is withdrawn, appeal against what was decided. */
export function opportunitiesOf(register: Register, party: Subject): readonly Duty[] {
  return modifications(register)
    .flatMap(({ subject, state }): readonly Duty[] => {
      const unanswered = openConsultations(state).filter((consultation) => givenBy(consultation, party).length === 0)
      const responses = unanswered.map(({ id: item, opened, closes }): Duty => {
        const due = closes ? { due: dueBy(register, dayOf(closes), 'closes') } : {}
        return { kind: 'respond', of: party, subject, item, ...(opened ? { since: opened.on } : {}), ...due }
      })
      const notice = isEnded(state) ? undefined : state.withdrawalNotice
      const adoption = notice && notice.value.lapses > register.on && state.proposer?.value !== party ? notice : undefined
      const window = state.appeals.window?.value.open ? state.appeals.window : undefined
      return [
        ...responses,
        ...(adoption
          ? [
              {
                kind: 'may adopt',
                of: party,
                subject,
                since: adoption.on,
                due: dueBy(register, dayOf(adoption.value.lapses), 'closes'),
                act: 'Adopt',
              } as const,
            ]
          : []),
        ...(window
          ? [
              {
                kind: 'may appeal',
                of: party,
                subject,
                since: window.on,
                due: dueBy(register, dayOf(window.value.lapses), 'closes'),
                act: 'Appeal',
              } as const,
            ]
          : []),
      ]
    })
    .toSorted(byUrgency)
}
