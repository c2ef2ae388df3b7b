import { type ActOf, broken, fits, type Given, type Rules, rowFor, type Telling, unfit } from '../acting/act.ts'
import type { VoteChoice } from '../ballot/block-vote.ts'
import { quorumOf } from '../ballot/block-vote.ts'
import { longDay } from '../calendar/format.ts'
import { idOf, kindOf, type Subject, type TextId } from '../entry.ts'
import { nameOf } from '../names.ts'
import { alternatesOf, seatsIn } from '../organisation/seats.ts'
import { isRefused, refused, type Verdict } from '../refusal.ts'
import { find } from '../register.ts'
import type { QuorumCounted, Resolution, SeatPresent } from './events.ts'
import { agendaIn, heldNow, isPlanned, isTabled, meetingOf } from './meeting-of.ts'

/** Who was there: organisations and bodies, and the seats that were taken, some of them by alternates. Whether it was quorate is counted. */
export type RecordAttendance = ActOf<
  'RecordAttendance',
  {
    readonly present?: readonly Subject[]
    readonly seats?: readonly string[]
    readonly alternates?: readonly string[]
    readonly quorate?: boolean
  }
>
/** Somebody who is there has an interest in an item. */
export type NoteInterest = ActOf<
  'NoteInterest',
  { readonly about: Subject; readonly seat?: string; readonly of?: Subject; readonly interest?: TextId }
>
/** What becomes of an item: dealt with by what is recorded with it, noted, or put off. An item that is dealt with means that it is held. */
export type ResolveItem = ActOf<
  'ResolveItem',
  { readonly about: Subject; readonly resolution: Resolution; readonly to?: Subject; readonly conditions?: TextId }
>
/** Its minutes are agreed at a later meeting of its body. */
export type AgreeMinutes = ActOf<'AgreeMinutes', { readonly at: Subject }>
export type AtMeetingAct = RecordAttendance | NoteInterest | ResolveItem | AgreeMinutes

const seatsOf = (given: Given, subject: Subject) => {
  const body = meetingOf(given, subject)?.body
  return body === undefined ? [] : seatsIn(find(given.register, 'body', idOf(body))?.state.seats ?? {})
}

const hasAgenda = (given: Given, subject: Subject) => {
  const planned = isPlanned(given, subject)
  if (planned !== true) return planned
  return agendaIn(given, subject).length > 0 ? fits : unfit('nothing is before this meeting', 'table something first')
}

export const atMeetingRules: Rules<AtMeetingAct> = {
  RecordAttendance: {
    row: 'quorum',
    overwrites: true,
    fits: isPlanned,
    breaks: (given, { subject, seats = [], alternates = [] }) => [
      ...alternates
        .filter((seat) => alternateOf(given, subject, seat) === 'unnamed')
        .map((seat) => broken('alternates', `no alternate is named for the seat ${seat}`, 'name the alternate of the seat first')),
      ...(countedQuorum(given, subject, seats) ?? [])
        .filter(({ dropsOut, present, needs }) => dropsOut === undefined && present < needs)
        .map(({ block, present, needs }) =>
          broken('quorum', `${present} of ${block} are present, and a quorum needs ${needs}`, 'meet again with a quorum'),
        ),
    ],
    tells: attended,
  },
  NoteInterest: {
    row: 'vote-interests',
    fits: hasAgenda,
    tells: (given, { subject, about, seat, of, interest }) => {
      if (!isTabled(given, subject, about)) return refused('it is not before this meeting', ['about'], ['choose one that is'])
      if (seat === undefined && of === undefined)
        return refused('it is not said whose interest it is', ['seat'], ['name the seat, or the organisation'])
      const others = seatsOf(given, subject).map((each) => each.seat)
      if (seat !== undefined && !others.includes(seat))
        return refused(`there is no seat ${seat}`, ['seat'], [`name one of ${others.join(', ')}`, 'set up the seat first'])
      return [
        {
          event: {
            type: 'InterestNoted',
            v: 1,
            about,
            ...(seat === undefined ? {} : { seat }),
            ...(of === undefined ? {} : { of }),
            ...(interest === undefined ? {} : { interest }),
          },
        },
      ]
    },
  },
  ResolveItem: { row: 'meetings-called-by', fits: hasAgenda, tells: resolved },
  AgreeMinutes: {
    row: 'minutes-agreed',
    fits: (given, subject) => {
      const meeting = meetingOf(given, subject)
      if (!meeting?.held) return unfit('it is not held, and has no minutes', 'record that it was held first')
      return meeting.minutesAgreed ? unfit('its minutes were agreed before', 'correct the entry that is wrong') : fits
    },
    tells: (given, { subject, at }) => {
      const [meeting, later] = [meetingOf(given, subject), meetingOf(given, at)]
      if (!meeting || !later || later.body !== meeting.body || later.day <= meeting.day)
        return refused('minutes are agreed at a later meeting of the same body', ['at'], ['plan that meeting first', 'choose that meeting'])
      return later.day > given.day
        ? refused(`that meeting is planned for ${longDay(later.day)}, which has not come`, ['at'], ['record it on that day'])
        : [{ event: { type: 'MinutesAgreed', v: 1, at } }]
    },
  },
}

function attended(given: Given, { subject, present = [], seats, alternates = [], quorate }: RecordAttendance): Verdict<readonly Telling[]> {
  if (present.length === 0 && seats === undefined && alternates.length === 0)
    return refused('it is not said who was there', ['present'], ['choose at least one seat, organisation or body'])
  const known = seatsOf(given, subject).map(({ seat }) => seat)
  const other = [...(seats ?? []), ...alternates].find((seat) => !known.includes(seat))
  if (other !== undefined)
    return refused(
      `there is no seat ${other}`,
      ['seats'],
      [known.length > 0 ? `name some of ${known.join(', ')}` : 'set up its seats first'],
    )
  const taken: readonly SeatPresent[] = [...new Set([...(seats ?? []), ...alternates])].map((seat) => {
    const alternate = alternates.includes(seat) ? alternateOf(given, subject, seat) : undefined
    return { seat, ...(alternate === undefined ? {} : { alternate: alternate === 'unnamed' ? 'unknown' : alternate }) }
  })
  const counted =
    seats === undefined && alternates.length === 0
      ? undefined
      : countedQuorum(
          given,
          subject,
          taken.map(({ seat }) => seat),
        )
  const isQuorate = quorate ?? counted?.every(({ dropsOut, present: there, needs }) => dropsOut !== undefined || there >= needs)
  return [
    {
      event: {
        type: 'AttendanceRecorded',
        v: 1,
        present,
        ...(isQuorate === undefined ? {} : { quorate: isQuorate }),
        ...(taken.length > 0 ? { seats: taken } : {}),
        ...(counted === undefined ? {} : { counted }),
      },
    },
  ]
}

/** Who was named to sit in a seat at this meeting instead of who holds it. */
function alternateOf(given: Given, meeting: Subject, seat: string): Subject | 'unknown' | 'unnamed' {
  const state = seatsOf(given, meeting).find((each) => each.seat === seat)
  const day = meetingOf(given, meeting)?.day ?? given.day
  return (state && alternatesOf(state, day, meeting)[0]) ?? 'unnamed'
}

/** Block by block as the rulebook has it; undefined for a body whose seats are in no block of which it tells. */
export function countedQuorum(given: Given, meeting: Subject, present: readonly string[]): readonly QuorumCounted[] | undefined {
  const value = rowFor(given, 'quorum')?.value
  const electorate = seatsOf(given, meeting).map(({ seat, block }) => ({ seat, block: block.value }))
  if (value?.kind !== 'table' || !electorate.some(({ block }) => block in value.entries)) return undefined
  const quorum = Object.fromEntries(Object.entries(value.entries).map(([block, needs]) => [block, Number(needs)]))
  const votes = new Map(present.map((seat) => [seat, { vote: 'abstain' as VoteChoice }]))
  return quorumOf({ electorate, votes, rules: { quorum } }, []).map(({ met, ...block }) => block)
}

function resolved(given: Given, { subject, about, resolution, to, conditions }: ResolveItem): Verdict<readonly Telling[]> {
  const item = agendaIn(given, subject).find((each) => each.about === about)
  if (!item) return refused(`${nameOf(given.register, about)} is not before this meeting`, ['about'], ['table it first'])
  if (to !== undefined && resolution !== 'deferred')
    return refused('a meeting is named, and it is not put off', ['to'], ['leave the meeting out', 'choose to defer it'])
  const target = to === undefined ? undefined : meetingOf(given, to)
  if (to !== undefined && (!target || target.day <= (meetingOf(given, subject)?.day ?? given.day)))
    return refused('an item is put off to a later meeting', ['to'], ['choose a later meeting', 'plan that meeting first'])
  const held = heldNow(given, { subject })
  if (isRefused(held)) return held
  const { purposes } = item
  const again: readonly Telling[] =
    to === undefined || isTabled(given, to, about)
      ? []
      : [
          kindOf(about) === 'modification'
            ? { subject: to, event: { type: 'ItemTabled', v: 1, modification: about, purposes } }
            : { subject: to, event: { type: 'MatterTabled', v: 1, about, purposes } },
        ]
  return [
    ...held,
    {
      event: {
        type: 'ItemResolved',
        v: 1,
        about,
        resolution,
        ...(to === undefined ? {} : { to }),
        ...(conditions === undefined ? {} : { conditions }),
      },
    },
    ...again,
  ]
}
