import { type ActOf, fits, type Given, type Rules, type Telling, unfit } from '../acting/act.ts'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import { longDay } from '../calendar/format.ts'
import { kindOf, type Subject } from '../entry.ts'
import { nameOf } from '../names.ts'
import { isRefused, refused, type Verdict } from '../refusal.ts'
import { agendaOf, papersOf, resolutionOf } from './agenda.ts'
import { plannedOn } from './body-meetings.ts'
import type { Meeting } from './meeting.ts'
import { meetingOf } from './meeting-of.ts'
import { paperDayOf } from './paper-day.ts'
import { paperReference } from './paper-reference.ts'

/** It is on another day, with all that is before it. Its paper day is counted anew. */
export type MoveMeeting = ActOf<'MoveMeeting', { readonly day: CalendarDate; readonly why: string }>
/** It is not held. `to`: the meeting of its body before which all goes that was before it; left out, the next agendas propose it. */
export type CancelMeeting = ActOf<'CancelMeeting', { readonly why: string; readonly to?: Subject }>
export type MoveAct = MoveMeeting | CancelMeeting

const stillAhead = (given: Given, subject: Subject) => {
  const meeting = meetingOf(given, subject)
  if (!meeting) return unfit('no such meeting is planned', 'plan it first')
  if (meeting.cancelled) return unfit('it was cancelled', 'plan another meeting')
  return meeting.held ? unfit('it was held', 'correct the day on which it was held, if that is wrong') : fits
}

export const moveRules: Rules<MoveAct> = {
  MoveMeeting: {
    row: 'meetings-called-by',
    overwrites: true,
    fits: stillAhead,
    tells: (given, { subject, day, why }) => {
      const meeting = meetingOf(given, subject)
      if (!meeting) return []
      if (day === meeting.day) return refused(`it is planned for ${longDay(day)} already`, ['day'], ['give another day'])
      if (day < given.day) return refused(`${longDay(day)} has passed`, ['day'], [`give a day from ${longDay(given.day)} on`])
      const other = plannedOn(given.register, meeting.body, day)
      if (other)
        return refused(
          `${nameOf(given.register, other.subject)} is planned already`,
          ['day'],
          ['give another day', 'cancel this one, and let that one take what is before it'],
        )
      const paperDay = paperDayOf(given, { body: meeting.body, day })?.day
      return [{ event: { type: 'MeetingMoved', v: 1, day, ...(paperDay === undefined ? {} : { paperDay }), why } }]
    },
  },
  CancelMeeting: {
    row: 'meetings-called-by',
    fits: stillAhead,
    tells: (given, { subject, why, to }) => {
      const meeting = meetingOf(given, subject)
      if (!meeting) return []
      const carried = to === undefined ? [] : carriedTo(given, { subject, meeting, to })
      if (isRefused(carried)) return carried
      return [{ event: { type: 'MeetingCancelled', v: 1, why, ...(to === undefined ? {} : { to }) } }, ...carried]
    },
  },
}

type Carrying = { readonly subject: Subject; readonly meeting: Meeting; readonly to: Subject }

/** What was before a meeting and is not dealt with goes before another, with its papers under the references that they have there. */
function carriedTo(given: Given, { subject, meeting, to }: Carrying): Verdict<readonly Telling[]> {
  const later = meetingOf(given, to)
  if (!later || to === subject || later.body !== meeting.body || later.held || later.cancelled)
    return refused(
      'that is no meeting of its body that is still to come',
      ['to'],
      ['choose one that is', 'leave it out: the next agendas propose it'],
    )
  const there = new Set(agendaOf(later).map(({ about }) => about))
  const left = agendaOf(meeting).filter(({ about }) => !resolutionOf(meeting, about) && !there.has(about) && about !== to)
  const items = left.map(
    ({ about, purposes }): Telling => ({
      subject: to,
      event:
        kindOf(about) === 'modification'
          ? { type: 'ItemTabled', v: 1, modification: about, purposes }
          : { type: 'MatterTabled', v: 1, about, purposes },
    }),
  )
  const known = new Set(papersOf(later).map(({ tabled }) => tabled.value.paper))
  const papers = papersOf(meeting).filter(
    ({ tabled: { value } }) => !known.has(value.paper) && (there.has(value.about) || left.some(({ about }) => about === value.about)),
  )
  const first = 1 + Math.max(0, ...papersOf(later).map(({ tabled }) => tabled.value.number))
  const tabled: Telling[] = []
  for (const [
    index,
    {
      tabled: { value },
    },
  ] of papers.entries()) {
    const number = first + index
    const reference = paperReference(given, later, number)
    if (isRefused(reference)) return { ...reference, about: ['to'] }
    tabled.push({ subject: to, event: { ...value, type: 'PaperTabled', v: 1, number, reference } })
  }
  return [...items, ...tabled]
}
