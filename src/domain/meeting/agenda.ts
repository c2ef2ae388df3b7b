import type { Subject } from '../entry.ts'
import { own } from '../own.ts'
import { all, type Found, type Register } from '../register.ts'
import type { ItemPurpose, ItemResolved } from './events.ts'
import type { Meeting, MeetingPaper } from './meeting.ts'

/** One item of an agenda; `place`: of the entry that put it there. */
export type AgendaItem = { readonly about: Subject; readonly purposes: readonly ItemPurpose[]; readonly place: number }

/** What is before a meeting, in the order that somebody gave it; what is not in that order follows as it was tabled. */
export function agendaOf({ items, matters, order }: Pick<Meeting, 'items' | 'matters' | 'order'>): readonly AgendaItem[] {
  const tabled: readonly AgendaItem[] = [
    ...items.map(({ value: { modification, purposes }, place }) => ({ about: modification, purposes, place })),
    ...matters.map(({ value: { about, purposes }, place }) => ({ about, purposes, place })),
  ]
  const rank = ({ about }: AgendaItem): number => {
    const index = order?.value.indexOf(about) ?? -1
    return index < 0 ? Number.POSITIVE_INFINITY : index
  }
  return tabled.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)))
}

/** The papers that serve an item, by their numbers. */
export const papersAbout = ({ papers }: Pick<Meeting, 'papers'>, about: Subject): readonly MeetingPaper[] =>
  papersOf({ papers }).filter(({ tabled }) => tabled.value.about === about)

/** The meetings before which a paper is, the latest first. */
export const meetingsWith = (register: Register, paper: Subject): readonly Found<'meeting'>[] =>
  all(register, 'meeting')
    .filter(({ state }) => papersOf(state).some(({ tabled }) => tabled.value.paper === paper))
    .toSorted((a, b) => (a.state.day < b.state.day ? 1 : -1))

/** Every paper before the meeting, by number. */
export const papersOf = ({ papers }: Pick<Meeting, 'papers'>): readonly MeetingPaper[] =>
  Object.values(papers).toSorted((a, b) => a.tabled.value.number - b.tabled.value.number)

/** What became of an item last; undefined where it is not dealt with. */
export const resolutionOf = ({ resolved }: Pick<Meeting, 'resolved'>, about: Subject) => own(resolved, about)?.at(-1)

export type ResolvedItem = Omit<ItemResolved, 'type' | 'v'>
