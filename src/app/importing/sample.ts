import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { compareText } from '../../domain/calendar/moment.ts'
import { isRefused, type Refused, refused, type Verdict } from '../../domain/refusal.ts'
import { type FactFile, readFactFile } from './fact-file.ts'

/** All fact files (*.json) of a directory, in order of arrival and then of source id. Every file that is wrong is told. */
export function readSample(directory: string): Verdict<readonly FactFile[]> {
  const names = jsonFilesIn(directory)
  if (isRefused(names)) return names
  const read = names.map((name) => readFactFile(join(directory, name)))
  const wrong = [...read.filter(isRefused), ...sharedSources(names, read)]
  if (wrong.length > 0)
    return refused(
      wrong.map((one) => one.refused).join('\n'),
      wrong.flatMap((one) => one.about),
    )
  return read.flatMap((file) => (isRefused(file) ? [] : [file])).sort(byArrival)
}

/** The files that arrived after one day and up to another, in order of arrival. */
export function arrivalsBetween(files: readonly FactFile[], after: CalendarDate, upTo: CalendarDate): readonly FactFile[] {
  return dueBy(files, upTo).filter((file) => file.arrives.day > after)
}

/** The files that have arrived by the end of a day, in order of arrival. */
export function dueBy(files: readonly FactFile[], day: CalendarDate): readonly FactFile[] {
  return files.filter((file) => file.arrives.day <= day).sort(byArrival)
}

const byArrival = (a: FactFile, b: FactFile): number => compareText(a.arrives.day, b.arrives.day) || compareText(a.source.id, b.source.id)

function jsonFilesIn(directory: string): Verdict<readonly string[]> {
  try {
    const names = readdirSync(directory).filter((name) => name.endsWith('.json'))
    if (names.length > 0) return names.sort(compareText)
    return refused(`${directory}: expected fact files (*.json), got none; name the directory of a sample`)
  } catch {
    return refused(`${directory}: expected a directory of fact files, got none that can be read; name the directory of a sample`)
  }
}

/** A source has one file: two would number its facts alike. */
function sharedSources(names: readonly string[], read: readonly Verdict<FactFile>[]): readonly Refused[] {
  const first = new Map<string, string>()
  return read.flatMap((file, index) => {
    if (isRefused(file)) return []
    const { id } = file.source
    const before = first.get(id)
    if (before === undefined) first.set(id, names[index] ?? '')
    return before === undefined
      ? []
      : [
          refused(
            `${names[index]}, key "source.id": expected an id of its own, got "${id}", which ${before} has; put one source in one file`,
          ),
        ]
  })
}
