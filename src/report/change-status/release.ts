import type { Dated, YearMonth } from '../../domain/calendar/calendar-date.ts'
import { isWeekend } from '../../domain/calendar/calendar-date.ts'
import { longDay, longMonth, weekdayName } from '../../domain/calendar/format.ts'
import type { Subject } from '../../domain/entry.ts'
import type { Found } from '../../domain/register.ts'
import type { DateChange, ReleaseDate } from '../../domain/release/release.ts'
import { dateChangesOf, pendingScope, releasesToCome, releasesUnconfirmed } from '../figures/releases.ts'
import type { Told } from './opine.ts'
import { type Line, type Listing, line, named, nameOf, type ReportContext, when } from './report-context.ts'
import { countedLine, listing } from './summary.ts'

/** A request for another date, with what became of it. */
export type DateChangeTold = {
  readonly release: Subject
  readonly releaseName: string
  readonly request: string
  readonly places: readonly number[]
  readonly lines: readonly Line[]
  readonly letter?: { readonly address: string; readonly held: boolean }
  readonly status: 'pending' | 'agreed' | 'refused'
}
export type ScheduledRelease = Listing & { readonly release: Subject; readonly name: string; readonly date: ReleaseDate }

/** Section 5. */
export type ReleaseSection = {
  readonly standalone: { readonly line: Line; readonly told: readonly Told[] }
  readonly scheduled: readonly ScheduledRelease[]
  /** Said when there is none. */
  readonly noneScheduled?: Line
  /** Only where something approved is in a release that is in force, and no source tells that it came into force with it. */
  readonly unconfirmed?: Listing
  /** Only where something is approved and in no release. */
  readonly unscheduled?: Listing
  readonly dateChanges: readonly DateChangeTold[]
}

export function releaseSection(context: ReportContext): ReleaseSection {
  const { words, figures } = context
  const scheduled = releasesToCome(context, 'scheduled').map((release) => scheduledRelease(context, release))
  const unscheduled = figures['releases.unscheduled'].members.length > 0
  const unconfirmed = releasesUnconfirmed(context)
  return {
    standalone: {
      line: countedLine(context, 'release.standalone', figures['releases.standalone'].members.length, 'releases.standalone'),
      told: releasesToCome(context, 'standalone').flatMap((release) => standaloneItems(context, release)),
    },
    scheduled,
    ...(scheduled.length === 0 ? { noneScheduled: line(words.tell('release.noneScheduled', {}), 'releases.scheduled') } : {}),
    ...(unconfirmed.length > 0
      ? { unconfirmed: { line: countedLine(context, 'release.unconfirmed', unconfirmed.length), members: unconfirmed } }
      : {}),
    ...(unscheduled ? { unscheduled: listing(context, 'release.unscheduled', 'releases.unscheduled') } : {}),
    dateChanges: dateChangesOf(context).map(({ release, request, change }) => dateChange(context, release, request, change)),
  }
}

function standaloneItems(context: ReportContext, release: Found<'release'>): readonly Told[] {
  return pendingScope(context, release).map((member) => ({
    member,
    line: line(
      context.words.tell(
        'release.standaloneItem',
        { proposal: named(member), when: dateWhen(context, release.state.date.value) },
        member.label,
      ),
    ),
  }))
}

function scheduledRelease(context: ReportContext, release: Found<'release'>): ScheduledRelease {
  const { name, date } = release.state
  const members = pendingScope(context, release)
  const told = { release: name, date: dateText(date.value) }
  const said = context.words.tellCount('release.scheduled', members.length, told, release.id)
  return { line: line(said, 'releases.scheduled'), members, release: release.subject, name, date: date.value }
}

export function dateText(date: ReleaseDate): string {
  switch (date.kind) {
    case 'day':
      return longDay(date.day)
    case 'month':
      return longMonth(date.month as YearMonth)
    case 'event':
      return date.event
    case 'unknown':
      return 'date not told'
  }
}

function dateWhen({ words }: ReportContext, date: ReleaseDate): string {
  switch (date.kind) {
    case 'day':
      return words.phrase('time.day', { day: longDay(date.day) })
    case 'month':
      return words.phrase('time.month', { month: longMonth(date.month as YearMonth) })
    case 'event':
      return words.phrase('time.event', { event: date.event })
    case 'unknown':
      return words.phrase('time.unknown', {})
  }
}

function dateChange(context: ReportContext, release: Found<'release'>, request: string, change: DateChange): DateChangeTold {
  const { requested, decided } = change
  const { letter } = requested.value
  return {
    release: release.subject,
    releaseName: release.state.name,
    request,
    places: [requested.place, ...(decided ? [decided.place] : [])],
    lines: [...requestLines(context, change), ...outcomeLines(context, change)].map((each) => ofRequest(each, request)),
    ...(letter ? { letter } : {}),
    status: decided?.value.outcome ?? 'pending',
  }
}

/** The same is said of each request: its sentences are told apart by it. */
const ofRequest = ({ said, ...told }: Line, request: string): Line => ({
  ...told,
  ...(said ? { said: { ...said, sentence: `${said.sentence}/${request}` } } : {}),
})

function requestLines(context: ReportContext, { requested }: DateChange): readonly Line[] {
  const { words } = context
  const { by, of, to, latest, letter } = requested.value
  const told = { when: when(words, requested.on), by: nameOf(context, by), of: nameOf(context, of), to: longDay(to) }
  const lines = [words.tell('release.requested', told)]
  if (latest) lines.push(words.tell('release.requestedLatest', { latest: longDay(latest) }))
  if (letter) {
    const place = { by: nameOf(context, by), address: letter.address }
    lines.push(letter.held ? words.tell('release.letter', place) : words.tell('release.letterNotHeld', place))
  }
  if (isWeekend(to)) lines.push(words.tell('release.weekend', { day: longDay(to), weekday: weekdayName(to) }))
  return lines.map((said) => line(said, 'releases.dateChanges'))
}

function outcomeLines(context: ReportContext, { requested, decided }: DateChange): readonly Line[] {
  const { words } = context
  if (!decided) return [line(words.tell('release.pending', { of: nameOf(context, requested.value.of) }), 'releases.dateChanges')]
  const { by, outcome, discretionUntil } = decided.value
  const told = { of: nameOf(context, by), when: when(words, decided.on as Dated) }
  if (outcome === 'refused') return [line(words.tell('release.refused', told))]
  return [
    line(
      discretionUntil
        ? words.tell('release.agreedUntil', { ...told, until: longDay(discretionUntil) })
        : words.tell('release.agreed', told),
    ),
  ]
}
