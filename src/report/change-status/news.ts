import { type Entry, isDayOfSource } from '../../domain/entry.ts'
import { entryAt, type Found } from '../../domain/register.ts'
import { done } from '../words/done.ts'
import { isWithin, type Window } from './window.ts'

/** What is new of a modification in the time of a report. */
export type News = {
  /** What was done in it. */
  readonly happened: readonly Entry[]
  /** What a source told or showed in it for the first time, without telling when that came about: it may have been long before. */
  readonly listed: readonly Entry[]
  /** Something lapsed in it, without an entry of its own. */
  readonly lapsed: boolean
}

type Span = Pick<Window, 'from' | 'to'>

export function newsOf(window: Span, found: Found<'modification'>): News {
  const within = found.history.filter(({ event, on }) => event && isWithin(window, on.to))
  const acts = within.filter(({ event }) => event && done.has(event.type))
  const moved = found.state.standings.filter(({ on }) => isWithin(window, on.to))
  const shown = within.filter(({ event, place }) => event?.type === 'Attested' && moved.some((standing) => standing.place === place))
  return {
    happened: acts.filter((entry) => tellsWhen(window, entry)),
    listed: [...acts.filter((entry) => !tellsWhen(window, entry)), ...shown],
    lapsed: moved.some(({ place, on }) => entryAt(found, place)?.on.to !== on.to),
  }
}

/** Not where it may have been before, and not where its day is only that of the source that lists it. */
const tellsWhen = ({ from }: Span, entry: Entry): boolean => entry.on.from > from && !isDayOfSource(entry)

/** Whether anything was done to it in the time of a report, or only a source told of it for the first time. */
export function newsWord(window: Span, found: Found<'modification'>): 'changed' | 'first listed' | 'no' {
  const { happened, listed, lapsed } = newsOf(window, found)
  if (happened.length > 0 || lapsed) return 'changed'
  return listed.some(tells) ? 'first listed' : 'no'
}

/** That no source tells any more where it stands is not told by one. */
const tells = ({ event }: Entry): boolean => !(event?.type === 'Attested' && event.standing.stage === 'unknown')
