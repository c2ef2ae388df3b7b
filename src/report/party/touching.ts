import { addDays, type CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { dayOf } from '../../domain/calendar/moment.ts'
import { opportunitiesOf } from '../../domain/duty/duties.ts'
import type { Duty } from '../../domain/duty/duty.ts'
import type { Entry } from '../../domain/entry.ts'
import { idOf, type Subject } from '../../domain/entry.ts'
import type { Modification } from '../../domain/modification/modification.ts'
import { type Found, find, modifications, type Register } from '../../domain/register.ts'
import { done } from '../words/done.ts'

/** What touches a Party: what it may answer, what else moved in the last seven days, and what is for other categories. */
export type Touching = {
  readonly category: string | undefined
  readonly yours: readonly Duty[]
  readonly moved: readonly Found<'modification'>[]
  readonly others: readonly Duty[]
}

/** Where its category is not told, all that is open may touch it, and nothing else is known to. */
export function touching(register: Register, party: Subject): Touching {
  const category = find(register, 'organisation', idOf(party))?.state.category?.value
  const all = opportunitiesOf(register, party)
  const yours = all.filter(({ subject }) => mayTouch(stateOf(register, subject), category))
  const from = addDays(dayOf(register.on), -6)
  const moved = modifications(register).filter(
    (found) => category !== undefined && touches(found.state, category) && movedSince(found, from) && !isAmong(yours, found),
  )
  return { category, yours, moved, others: all.filter((duty) => !yours.includes(duty)) }
}

/** What a Party proposed, and moved in the last seven days. */
export function proposedAndMoved(register: Register, party: Subject): readonly Found<'modification'>[] {
  const from = addDays(dayOf(register.on), -6)
  return modifications(register).filter((found) => found.state.proposer?.value === party && movedSince(found, from))
}

const stateOf = (register: Register, subject: Subject) => find(register, 'modification', idOf(subject))?.state

/** Where either the category or the affected Parties are not told, it may. */
export function mayTouch(state: Modification | undefined, category: string | undefined): boolean {
  if (category === undefined || state === undefined || state.impacts[category]) return true
  return state.parties === undefined || state.parties.value.includes(category)
}

const touches = (state: Modification, category: string): boolean =>
  state.impacts[category] !== undefined || state.parties?.value.includes(category) === true

const movedSince = (found: Found<'modification'>, from: CalendarDate): boolean =>
  found.history.some((entry) => isNews(entry) && entry.on.to >= from)

const isNews = ({ event }: Entry): boolean => event !== null && done.has(event.type)

/** What was last done with a modification. */
export const lastDone = ({ history }: Found<'modification'>): Entry | undefined => history.findLast(isNews)

const isAmong = (duties: readonly Duty[], { subject }: Found<'modification'>): boolean => duties.some((duty) => duty.subject === subject)
