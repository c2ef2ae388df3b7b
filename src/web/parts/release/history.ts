import type { Entry } from '../../../domain/entry.ts'
import { type Found, modifications, type Register } from '../../../domain/register.ts'
import { compareInTime } from '../../../domain/replay.ts'

/** What happened to a release: its own entries, and those by which modifications came into its scope, left it and came into force with it. */
export function historyOf(register: Register, release: Found<'release'>): readonly Entry[] {
  const scope = modifications(register).flatMap(({ history }) => scopeEntries(history, release))
  return [...release.history, ...scope].sort(compareInTime)
}

/** Of one modification; a part that is unscheduled leaves the release into which it was scheduled last. */
function scopeEntries(history: readonly Entry[], { subject }: Found<'release'>): readonly Entry[] {
  const within = new Set<number>()
  return history.filter(({ event }) => {
    if (event?.type === 'Scheduled' && event.release === subject) within.add(event.part)
    if (event?.type === 'Unscheduled') return within.delete(event.part)
    return (event?.type === 'Scheduled' || event?.type === 'Implemented') && event.release === subject
  })
}
