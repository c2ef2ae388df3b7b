import { type CalendarDate, monthOf } from '../../domain/calendar/calendar-date.ts'
import { longDay } from '../../domain/calendar/format.ts'
import type { Entry, Subject } from '../../domain/entry.ts'
import type { EventType } from '../../domain/events.ts'
import { isEnded } from '../../domain/modification/modification.ts'
import { nameOf } from '../../domain/names.ts'
import type { Milestone, PlannedFor } from '../../domain/plan/plan.ts'
import { reaches } from '../../domain/plan/reached.ts'
import { all, type Register } from '../../domain/register.ts'
import type { ReleaseDate } from '../../domain/release/release.ts'
import { memberOf, modificationOf, modificationsIn } from '../figures/context.ts'
import type { FixedFigureId, Member } from '../figures/figure.ts'
import { pendingScope } from '../figures/releases.ts'
import { milestoneText } from '../words/event-sentence.ts'
import { expectedText, plannedForText } from '../words/planned-for.ts'
import type { ReportContext } from './report-context.ts'
import { isWithin, type Window } from './window.ts'

/** What last month's report expected by this one's cut-off, and did not come. */
export type Unmet = { readonly member: Member; readonly expected: string; readonly because: 'no source tells of it' | 'it was cancelled' }

/** The two reports that are compared, as the same register tells both. */
export type Both = {
  readonly before: ReportContext
  readonly now: ReportContext
  /** Where what happened after the cut-off happened as well: all that is recorded. */
  readonly present?: Register
}

export function unmetExpectations(both: Both): readonly Unmet[] {
  return [...tabled(both), ...consultations(both), ...milestones(both), ...decisions(both), ...implementations(both)]
}

/** Tabled before a meeting of the month, for a conversion or a report. */
function tabled(both: Both): readonly Unmet[] {
  const kinds: readonly (readonly [FixedFigureId, string, readonly EventType[]])[] = [
    ['conversions.before', 'A decision on its conversion', ['Converted', 'ConversionRefused']],
    ['reports.before', 'A decision on its Modification Report', ['ReportApproved', 'ReportSentBack', 'BallotHeld', 'Decided']],
  ]
  return kinds.flatMap(([id, expected, types]) =>
    both.before.figures[id].members
      .filter(({ subject }) => !happenedIn(both, subject, types))
      .map((member) => ({ member, expected, because: 'no source tells of it' as const })),
  )
}

function consultations({ before, now, present }: Both): readonly Unmet[] {
  const expected = [
    ...before.figures['consultations.refinement.expected'].members,
    ...before.figures['consultations.report.expected'].members,
  ]
  return expected.flatMap((member) => {
    const consultation = modificationOf(present ?? now.register, member.subject)?.state.consultations[member.item ?? '']
    if (consultation?.status !== 'planned' && consultation?.status !== 'cancelled') return []
    const told = consultation.planned ? `, ${expectedText(consultation.planned.value.expected)}` : ''
    const because = consultation.status === 'cancelled' ? 'it was cancelled' : 'no source tells of it'
    return [{ member, expected: `The issue of its ${consultation.consultationKind} consultation${told}`, because } as const]
  })
}

const milestonesThere = Object.keys(milestoneText) as readonly Milestone[]

/** What its timetable said last month. */
function milestones(both: Both): readonly Unmet[] {
  const { before, now } = both
  return open(before).flatMap((found) =>
    milestonesThere.flatMap((milestone) => {
      const planned = found.state.plan[milestone]?.at(-1)
      if (!planned || !isOf(now.window, planned.value.for)) return []
      if (historyOf(both, found.subject).some(({ event }) => reaches(milestone, event))) return []
      const expected = `${milestoneText[milestone]}, planned for ${plannedForText(planned.value.for, (subject) => nameOf(now.register, subject))}`
      return [{ member: memberOf(now, found, [planned.place]), expected, because: 'no source tells of it' as const }]
    }),
  )
}

function decisions(both: Both): readonly Unmet[] {
  const { before, now } = both
  return open(before).flatMap((found) => {
    const expected = found.state.expectedDecisions.at(-1)
    if (!expected || !isWithin(now.window, expected.value.day)) return []
    const isDecided = historyOf(both, found.subject).some(({ event, on }) => counts(both, on.to) && reaches('decision', event))
    if (isDecided) return []
    const text = `A decision, expected on ${longDay(expected.value.day)}`
    return [{ member: memberOf(now, found, [expected.place]), expected: text, because: 'no source tells of it' as const }]
  })
}

/** What was to come into force with a release whose day was in the month. */
function implementations({ before, now, present }: Both): readonly Unmet[] {
  const due = all(before.register, 'release').filter(({ state }) => !state.implemented && isDue(now.window, state.date.value))
  return due.flatMap((release) =>
    pendingScope(before, release).flatMap((member) => {
      const parts = Object.values(modificationOf(present ?? now.register, member.subject)?.state.parts ?? {})
      if (parts.every(({ implemented }) => implemented)) return []
      const day = release.state.date.value.kind === 'day' ? ` on ${longDay(release.state.date.value.day)}` : ''
      return [{ member, expected: `Implementation with the ${release.state.name}${day}`, because: 'no source tells of it' as const }]
    }),
  )
}

const open = (context: ReportContext) => modificationsIn(context.register).filter(({ state }) => !isEnded(state) && !state.unidentified)

const isOf = (window: Window, planned: PlannedFor): boolean =>
  planned.kind === 'day' ? isWithin(window, planned.day) : planned.kind === 'month' && isMonthIn(window, planned.month)

const isDue = (window: Window, date: ReleaseDate): boolean =>
  date.kind === 'day' ? isWithin(window, date.day) : date.kind === 'month' && isMonthIn(window, date.month)

/** A month is over with the window in which it ends; one that is still running may still keep what it promised. */
const isMonthIn = ({ from, to }: Window, month: string): boolean => monthOf(from) <= month && month < monthOf(to)

const historyOf = ({ now, present }: Both, subject: Subject): readonly Entry[] =>
  modificationOf(present ?? now.register, subject)?.history ?? []

/** In the month; or after it as well, where all that is recorded counts. */
const counts = ({ now, present }: Both, day: CalendarDate): boolean => (present ? now.window.from < day : isWithin(now.window, day))

const happenedIn = (both: Both, subject: Subject, types: readonly EventType[]): boolean =>
  historyOf(both, subject).some(({ event, on }) => event && types.includes(event.type) && counts(both, on.to))
