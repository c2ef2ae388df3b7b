import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Moment } from '../../domain/calendar/moment.ts'
import { readerOfClass, registersDrawn } from '../../domain/publication/drawn-from.ts'
import { seenBy } from '../../domain/reader.ts'
import { reportContext } from '../../report/change-status/report-context.ts'
import { type Difference, differencesSince } from '../../report/published/differences.ts'
import type { Published } from '../../report/published/files.ts'
import type { App } from '../app.ts'

type Kept = { readonly at: string; readonly differences: readonly Difference[] }
const kept = new WeakMap<Published, Kept>()

/** Which figures of a published report would differ if it were made now, worked out again where something was recorded since, or a day began. */
export function differencesNow(
  app: App,
  published: Published,
  now: { readonly day: CalendarDate; readonly moment: Moment },
): readonly Difference[] {
  const { manifest, report, grammar } = published
  const at = `${app.live.entries.length} ${now.day}`
  const before = kept.get(published)
  if (before?.at === at) return before.differences
  const reader = readerOfClass(manifest.classification)
  const figuresAt = (known: number) => {
    const registerOn = registersDrawn(app.live.entries, { known, asOf: now.day, at: now.moment }, reader)
    return reportContext({ registerOn, month: report.month, asOf: now.day, grammar }).figures
  }
  const entries = seenBy(app.live.entries, reader, now.moment)
  const differences = differencesSince({ published: report.model.figures, known: manifest.known, entries, figuresAt })
  kept.set(published, { at, differences })
  return differences
}
