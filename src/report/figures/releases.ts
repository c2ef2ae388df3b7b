import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { pendingReleases } from '../../domain/modification/modification.ts'
import { all, type Found } from '../../domain/register.ts'
import type { DateChange, ReleaseDate, ReleaseKind } from '../../domain/release/release.ts'
import { isWithin } from '../change-status/window.ts'
import { counted, type FigureContext, memberOf, modificationsIn } from './context.ts'
import type { DerivedFigure, Member } from './figure.ts'

export const approvedForStandalone = (context: FigureContext): DerivedFigure =>
  counted(context, 'releases.standalone', approvedFor(context, 'standalone'))

export const approvedForScheduled = (context: FigureContext): DerivedFigure =>
  counted(context, 'releases.scheduled', approvedFor(context, 'scheduled'))

/** Approved, and nobody has said by which release. */
export function approvedUnscheduled(context: FigureContext): DerivedFigure {
  const unscheduled = modificationsIn(context.register).filter(
    ({ state }) => state.standing.value.stage === 'release' && pendingReleases(state).length === 0,
  )
  return counted(
    context,
    'releases.unscheduled',
    unscheduled.map((found) => memberOf(context, found, [found.state.standing.place])),
  )
}

export function dateChanges(context: FigureContext): DerivedFigure {
  const members = dateChangesOf(context).map(({ release, request, change }) => ({
    subject: release.subject,
    label: release.state.name,
    item: request,
    places: [change.requested.place, ...(change.decided ? [change.decided.place] : [])],
  }))
  return counted(context, 'releases.dateChanges', members)
}

export type RequestedDateChange = { readonly release: Found<'release'>; readonly request: string; readonly change: DateChange }

/** Requests for another date that wait for a decision, or were made or decided in the window. */
export function dateChangesOf({ register, window }: FigureContext): readonly RequestedDateChange[] {
  return all(register, 'release').flatMap((release) =>
    Object.entries(release.state.dateChanges)
      .filter(([, { requested, decided }]) => !decided || isWithin(window, requested.on.to) || isWithin(window, decided.on.to))
      .map(([request, change]) => ({ release, request, change })),
  )
}

/** The releases of a kind that are still to come and have modifications in scope, the earliest first. */
export function releasesToCome({ register }: FigureContext, kind: ReleaseKind): readonly Found<'release'>[] {
  const awaited = new Set(
    modificationsIn(register)
      .filter(isApproved)
      .flatMap(({ state }) => pendingReleases(state)),
  )
  const releases = all(register, 'release').filter(
    ({ subject, state }) => state.releaseKind === kind && !state.implemented && awaited.has(subject),
  )
  return releases.sort((a, b) => compare(dayFor(a.state.date.value), dayFor(b.state.date.value)) || compare(a.id, b.id))
}

/** What is approved for a release that is in force, and of which no source tells that it came into force with it. */
export function releasesUnconfirmed(context: FigureContext): readonly Member[] {
  const inForce = all(context.register, 'release').filter(({ state }) => state.implemented)
  return once(inForce.flatMap((release) => pendingScope(context, release)))
}

/** What of a release's scope is not in force yet. */
export function pendingScope(context: FigureContext, release: Found<'release'>): readonly Member[] {
  return modificationsIn(context.register)
    .filter(isApproved)
    .flatMap((found) => {
      const parts = Object.values(found.state.parts).filter((part) => part.release?.value === release.subject && !part.implemented)
      return parts.length === 0
        ? []
        : [
            memberOf(
              context,
              found,
              parts.flatMap((part) => part.release?.place ?? []),
            ),
          ]
    })
}

function approvedFor(context: FigureContext, kind: ReleaseKind): readonly Member[] {
  return once(releasesToCome(context, kind).flatMap((release) => pendingScope(context, release)))
}

const once = (members: readonly Member[]): readonly Member[] =>
  members.filter(({ subject }, index) => members.findIndex((other) => other.subject === subject) === index)

const isApproved = ({ state }: Found<'modification'>): boolean => state.standing.value.stage === 'release'

/** For the order only: what has no day comes last. */
function dayFor(date: ReleaseDate): CalendarDate | string {
  switch (date.kind) {
    case 'day':
      return date.day
    case 'month':
      return `${date.month}-99`
    case 'event':
    case 'unknown':
      return '9999'
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
