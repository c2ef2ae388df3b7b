import { dated, longDay } from '../../domain/calendar/format.ts'
import { papersOf } from '../../domain/meeting/agenda.ts'
import { paperDayOf } from '../../domain/meeting/paper-day.ts'
import { all, type Found } from '../../domain/register.ts'
import { memberOf, modificationOf } from '../figures/context.ts'
import type { DerivedFigure, Member } from '../figures/figure.ts'
import { type Counting, type Judged, meetingMember, share } from './counting.ts'
import { isIn } from './quarter.ts'

const meetings = ({ register, quarter }: Counting): readonly Found<'meeting'>[] =>
  all(register, 'meeting').filter(({ state }) => !state.cancelled && isIn(quarter, state.day))

/** By the meeting of the body that converts. Of an item that was tabled on some day around the paper day it is not known. */
export function papersLate(counting: Counting): DerivedFigure {
  const tabled = meetings(counting).flatMap(({ subject, state }) => {
    const paper = paperDayOf({ register: counting.register, day: state.day }, state)
    if (paper?.row !== 'paper-day') return []
    return state.items.flatMap(({ value, on, place }) => {
      const note = `tabled ${dated(on)}, where the paper day was ${longDay(paper.day)}`
      const member = itemMember(counting, value.modification, subject, place, note)
      const isLate = on.from > paper.day
      return member ? [{ member, holds: isLate, isKnown: isLate || on.to <= paper.day }] : []
    })
  })
  const unknown = tabled.filter(({ isKnown }) => !isKnown).map(({ member }) => member)
  return share(
    counting,
    'kpi.papers.late',
    tabled.filter(({ isKnown }) => isKnown),
    [{ what: 'the day on which it was tabled, to the day', by: 'Correct', members: unknown }],
  )
}

function itemMember(counting: Counting, modification: Member['subject'], meeting: Member['subject'], place: number, note: string) {
  const found = modificationOf(counting.register, modification)
  return found && memberOf(counting, found, [place], { item: meeting, note })
}

/** Papers that are recorded as gone out; of a meeting that was held without any, or of a paper that did not go out, it is not told. */
export function meetingPapersLate(counting: Counting): DerivedFigure {
  const held = meetings(counting).map(({ subject, state }) => ({ subject, state, papers: papersOf(state) }))
  const out = held.flatMap(({ subject, papers }) =>
    papers.flatMap(({ tabled, circulated }): readonly Judged[] => {
      if (!circulated) return []
      const item = tabled.value.reference
      const note = circulated.value.paperDay && `the paper day was ${longDay(circulated.value.paperDay)}`
      const places = [tabled.place, circulated.place]
      return [{ member: meetingMember(counting, subject, places, note ? { item, note } : { item }), holds: circulated.value.late === true }]
    }),
  )
  const without = held.filter(({ papers, state }) => state.held && papers.length === 0)
  const waiting = held.flatMap(({ subject, papers }) =>
    papers.flatMap(({ tabled, circulated }) =>
      circulated ? [] : [meetingMember(counting, subject, [tabled.place], { item: tabled.value.reference })],
    ),
  )
  return share(counting, 'kpi.papers.meetings.late', out, [
    { what: 'that the paper went out', by: 'CirculatePapers', members: waiting },
    {
      what: 'the papers of the meeting',
      by: 'TablePaper',
      members: without.map(({ subject, state }) => meetingMember(counting, subject, state.held ? [state.held.place] : [])),
    },
  ])
}
