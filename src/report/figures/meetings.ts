import type { ItemPurpose } from '../../domain/meeting/events.ts'
import { isToCome } from '../../domain/meeting/meeting.ts'
import { all, type Found } from '../../domain/register.ts'
import { isWithin } from '../change-status/window.ts'
import { counted, type FigureContext, happened, memberOf, modificationOf } from './context.ts'
import type { DerivedFigure, Member } from './figure.ts'

/** Draft Proposals that a meeting to come is asked to convert. */
export function conversionsBefore(context: FigureContext): DerivedFigure {
  return counted(
    context,
    'conversions.before',
    beforeMeetingsToCome(context, (purposes) => purposes.includes('conversion')),
  )
}

/** Modification Reports before a meeting to come, those that come with their conversion apart. */
export function reportsBefore(context: FigureContext): DerivedFigure {
  const alone = (purposes: readonly ItemPurpose[]) => purposes.includes('modification report') && !purposes.includes('conversion')
  return counted(context, 'reports.before', beforeMeetingsToCome(context, alone))
}

/** What the Working Group had before it. */
export function workgroupItems(context: FigureContext): DerivedFigure {
  const meetings = heldMeetings(context).filter(({ state }) => state.body === context.bodies.workingGroup)
  return counted(
    context,
    'workgroup.items',
    meetings.flatMap((meeting) => itemsOf(context, meeting, () => true)),
  )
}

/** Requests for assessments that a body was asked to approve. */
export function assessmentRequests(context: FigureContext): DerivedFigure {
  const tabled = heldMeetings(context).flatMap((meeting) =>
    itemsOf(context, meeting, (purposes) => purposes.includes('assessment request')),
  )
  const approved = happened(context, 'AssessmentRequestApproved')
    .filter(({ found }) => !tabled.some(({ subject }) => subject === found.subject))
    .map(({ found, entry, event }) => memberOf(context, found, [entry.place], { item: event.assessment }))
  return counted(context, 'assessments.requests', [...tabled, ...approved])
}

/** Meetings held in the window, in order of their days. */
export function heldMeetings(context: FigureContext): readonly Found<'meeting'>[] {
  return byDay(all(context.register, 'meeting').filter(({ state }) => state.held && isWithin(context.window, state.day)))
}

/** Meetings planned for after the cut-off and up to the next paper's. */
function meetingsToCome({ register, window }: FigureContext): readonly Found<'meeting'>[] {
  return byDay(all(register, 'meeting').filter(({ state }) => isToCome(state) && window.to < state.day && state.day <= window.next))
}

const byDay = (meetings: readonly Found<'meeting'>[]) => [...meetings].sort((a, b) => (a.state.day < b.state.day ? -1 : 1))

function beforeMeetingsToCome(context: FigureContext, belongs: (purposes: readonly ItemPurpose[]) => boolean): readonly Member[] {
  return meetingsToCome(context).flatMap((meeting) => itemsOf(context, meeting, belongs))
}

/** The items of a meeting, in order of their numbers. */
export function itemsOf(
  context: FigureContext,
  meeting: Found<'meeting'>,
  belongs: (purposes: readonly ItemPurpose[]) => boolean,
): readonly Member[] {
  const tabled = meeting.state.items.filter(({ value }) => belongs(value.purposes))
  const members = tabled.flatMap(({ value, place }) => {
    const found = modificationOf(context.register, value.modification)
    return found ? [{ found, member: memberOf(context, found, [place], { item: meeting.subject }) }] : []
  })
  return members.sort((a, b) => byNumber(a.found, b.found)).map(({ member }) => member)
}

const byNumber = (a: Found<'modification'>, b: Found<'modification'>) => Number.parseInt(a.id, 10) - Number.parseInt(b.id, 10)
