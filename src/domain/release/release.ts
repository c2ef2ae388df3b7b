import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Entry, Subject } from '../entry.ts'
import { type Fact, fact, withFact } from '../fact.ts'
import { type Misfit, misfit } from '../misfit.ts'
import { own } from '../own.ts'

/** When a release is to be: a day, a month, an event of the world ("UK EU Exit Day"), or not told. */
export type ReleaseDate =
  | { readonly kind: 'day'; readonly day: CalendarDate }
  | { readonly kind: 'month'; readonly month: string }
  | { readonly kind: 'event'; readonly event: string }
  | { readonly kind: 'unknown' }

export type ReleaseKind = 'scheduled' | 'standalone'

export type ReleasePlanned = {
  readonly type: 'ReleasePlanned'
  readonly v: 1
  readonly name: string
  readonly kind: ReleaseKind
  readonly date: ReleaseDate
}
export type ReleaseDateSet = {
  readonly type: 'ReleaseDateSet'
  readonly v: 1
  readonly date: ReleaseDate
  readonly by: Subject | 'unknown'
  readonly underRequest?: string
}
/** The Panel asks for another day; `latest` is how far it asks to be trusted to move it. */
export type DateChangeRequested = {
  readonly type: 'DateChangeRequested'
  readonly v: 1
  readonly request: string
  readonly by: Subject
  readonly of: Subject
  readonly to: CalendarDate
  readonly latest?: CalendarDate
  /** The letter's published address, and whether we hold the letter itself. */
  readonly letter?: { readonly address: string; readonly held: boolean }
}
export type DateChangeDecided = {
  readonly type: 'DateChangeDecided'
  readonly v: 1
  readonly request: string
  readonly by: Subject
  readonly outcome: 'agreed' | 'refused'
  /** The bounded discretion that the decision gives: the release may be moved up to this day. */
  readonly discretionUntil?: CalendarDate
}
export type ScopeBaselined = { readonly type: 'ScopeBaselined'; readonly v: 1; readonly by: Subject | 'unknown' }
export type ReleaseImplemented = { readonly type: 'ReleaseImplemented'; readonly v: 1; readonly version?: string }
/** A letter, an implementation document or another paper of the release. */
export type ReleaseDocumentListed = {
  readonly type: 'ReleaseDocumentListed'
  readonly v: 1
  readonly title: string
  readonly address?: string
  readonly held: boolean
}
export type ReleaseAddressPublished = { readonly type: 'ReleaseAddressPublished'; readonly v: 1; readonly path: string }

export type ReleaseEvent =
  | ReleasePlanned
  | ReleaseDateSet
  | DateChangeRequested
  | DateChangeDecided
  | ScopeBaselined
  | ReleaseImplemented
  | ReleaseDocumentListed
  | ReleaseAddressPublished

export type DateChange = { readonly requested: Fact<DateChangeRequested>; readonly decided?: Fact<DateChangeDecided> }

export type Release = {
  readonly kind: 'release'
  readonly name: string
  readonly releaseKind: ReleaseKind
  readonly date: Fact<ReleaseDate>
  /** Every date it had: the first is the one it was planned with. */
  readonly dates: readonly Fact<ReleaseDate>[]
  readonly dateChanges: Readonly<Record<string, DateChange>>
  readonly baselined?: Fact<Subject | 'unknown'>
  readonly implemented?: Fact<{ readonly version?: string }>
  readonly documents: readonly Fact<{ readonly title: string; readonly address?: string; readonly held: boolean }>[]
  readonly addresses: readonly Fact<string>[]
}

export function evolveRelease(state: Release | undefined, entry: Entry, event: ReleaseEvent): Release | Misfit {
  if (event.type === 'ReleasePlanned') return planned(state, entry, event)
  if (!state) return misfit(entry, 'the release is not planned yet')
  switch (event.type) {
    case 'ReleaseDateSet':
      return dateSet(state, entry, event)
    case 'DateChangeRequested':
      if (state.implemented) return misfit(entry, 'the release is implemented already')
      if (own(state.dateChanges, event.request)) return misfit(entry, `the date change ${event.request} was requested before`)
      return { ...state, dateChanges: { ...state.dateChanges, [event.request]: { requested: fact(entry, event) } } }
    case 'DateChangeDecided':
      return dateChangeDecided(state, entry, event)
    case 'ScopeBaselined':
      return state.baselined ? misfit(entry, 'its scope was baselined before') : { ...state, baselined: fact(entry, event.by) }
    case 'ReleaseImplemented':
      if (state.implemented) return misfit(entry, 'the release is implemented already')
      return { ...state, implemented: fact(entry, event.version === undefined ? {} : { version: event.version }) }
    case 'ReleaseDocumentListed': {
      const { type, v, ...document } = event
      return { ...state, documents: withFact(state.documents, fact(entry, document)) }
    }
    case 'ReleaseAddressPublished':
      return { ...state, addresses: withFact(state.addresses, fact(entry, event.path)) }
  }
}

function planned(state: Release | undefined, entry: Entry, event: ReleasePlanned): Release | Misfit {
  if (state) return misfit(entry, 'the release was planned before')
  const date = fact(entry, event.date)
  return { kind: 'release', name: event.name, releaseKind: event.kind, date, dates: [date], dateChanges: {}, documents: [], addresses: [] }
}

function dateSet(state: Release, entry: Entry, event: ReleaseDateSet): Release | Misfit {
  if (state.implemented) return misfit(entry, 'the release is implemented already')
  if (event.underRequest !== undefined && own(state.dateChanges, event.underRequest)?.decided?.value.outcome !== 'agreed')
    return misfit(entry, `the date change ${event.underRequest} is not agreed`)
  const date = fact(entry, event.date)
  const [first, ...later] = state.dates
  return { ...state, date, dates: [...(first ? [first] : []), ...withFact(later, date)] }
}

function dateChangeDecided(state: Release, entry: Entry, event: DateChangeDecided): Release | Misfit {
  const change = own(state.dateChanges, event.request)
  if (!change) return misfit(entry, `no date change ${event.request} is requested`)
  if (change.decided) return misfit(entry, `the date change ${event.request} was decided before`)
  return { ...state, dateChanges: { ...state.dateChanges, [event.request]: { ...change, decided: fact(entry, event) } } }
}
