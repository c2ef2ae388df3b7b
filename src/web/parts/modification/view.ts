import type { CalendarDate } from '../../../domain/calendar/calendar-date.ts'
import { type Entry, tellsTheSame } from '../../../domain/entry.ts'
import { entryAt, type Found, meetingsOf, type Register } from '../../../domain/register.ts'
import { type Names, namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'
import type { Paths } from '../../paths.ts'
import { type Sources, sourcesOf } from '../source.tsx'

/** What every part of a modification's page is given. */
export type View = {
  readonly found: Found<'modification'>
  readonly register: Register
  /** The day told of. */
  readonly asof: CalendarDate
  readonly paths: Paths
  readonly names: Names
  readonly sources: Sources
  /** Kept beside what is believed, or waiting for a person, by the day told of. */
  readonly noted: readonly Entry[]
  /** The places that were filled again: what each told before, and now. */
  readonly mended: readonly Mended[]
  /** Whether who asks mends entries. */
  readonly mends: boolean
}

export type Mended = { readonly before: Entry; readonly now: Entry }

export function viewOf(context: PageContext, found: Found<'modification'>): View {
  const { answer, paths, site } = context.var
  const { register } = answer
  const noted = register.noted.filter(({ subject, on, event }) => subject === found.subject && on.to <= answer.asof && event !== null)
  const mends = answer.isPresent && context.var.principal.roles.includes('administrator')
  const sources = sourcesOf([...found.history, ...noted, ...elsewhere(register, found)])
  return {
    found,
    register,
    asof: answer.asof,
    paths,
    names: namesIn(register, site.grammar),
    sources,
    noted,
    mended: mendedOf(context, found),
    mends,
  }
}

/** As far as who asks may see it, and as it was known. */
function mendedOf({ var: { answer } }: PageContext, { subject }: Found<'modification'>): readonly Mended[] {
  const fillers = answer.log().filter((entry) => entry.subject === subject && !entry.noted && entry.on.to <= answer.asof)
  return [...Map.groupBy(fillers, ({ place }) => place).values()].flatMap((ofPlace) => {
    const changes = ofPlace.filter((entry, index) => index === 0 || !tellsTheSame(ofPlace[index - 1] as Entry, entry))
    const before = changes.at(-2)
    const now = changes.at(-1)
    return before && now ? [{ before, now }] : []
  })
}

/** What other subjects tell of it: the meetings it was before. */
function elsewhere(register: Register, { subject }: Found<'modification'>): readonly Entry[] {
  return meetingsOf(register, subject).flatMap((meeting) =>
    meeting.state.items.filter(({ value }) => value.modification === subject).flatMap(({ place }) => entryAt(meeting, place) ?? []),
  )
}
