import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Moment } from '../../domain/calendar/moment.ts'
import { readerOfClass, registersDrawn } from '../../domain/publication/drawn-from.ts'
import { seenBy } from '../../domain/reader.ts'
import { isRefused } from '../../domain/refusal.ts'
import { blocksOf } from '../../report/paper/paper.ts'
import { papers } from '../../report/papers.ts'
import { type Compared, type Differences, differencesSince } from '../../report/published/differences.ts'
import type { Published } from '../../report/published/files.ts'
import { rowLinks, rowsIn } from '../../report/published/rows.ts'
import type { RegisterOn } from '../../report/register-on.ts'
import type { App } from '../app.ts'

type Kept = { readonly at: string; readonly differences: Differences }
const kept = new WeakMap<Published, Kept>()

/** Which figures and rows of a published paper would differ if it were made now, worked out again where something was recorded since, or a day began. */
export function differencesNow(app: App, of: Published, now: { readonly day: CalendarDate; readonly moment: Moment }): Differences {
  const { manifest, drawn } = of
  const at = `${app.live.entries.length} ${now.day}`
  const before = kept.get(of)
  if (before?.at === at) return before.differences
  const reader = readerOfClass(manifest.classification)
  const drawnAt = (known: number) =>
    compared(of, registersDrawn(app.live.entries, { known, asOf: now.day, at: now.moment }, reader), now.day)
  const entries = seenBy(app.live.entries, reader, now.moment)
  // As derived: an author's words are no difference.
  const published = compared(of, drawn.registerOn, manifest.asOf)
  const differences = differencesSince({ published, known: manifest.known, entries, drawnAt })
  kept.set(of, { at, differences })
  return differences
}

/** Its figures and the rows of its tables, in which no text of an author or a source stands. */
function compared({ drawn: { kind, month }, grammar }: Published, registerOn: RegisterOn, asOf: CalendarDate): Compared {
  const made = papers[kind].make({ registerOn, month, asOf, grammar })
  if (isRefused(made)) return { figures: [], rows: [] }
  const paper = made.paper(() => undefined, rowLinks)
  return { figures: made.figures, rows: rowsIn(blocksOf(paper)) }
}
