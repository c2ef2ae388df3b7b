import type { CalendarDate } from '../../../domain/calendar/calendar-date.ts'
import type { Subject } from '../../../domain/entry.ts'
import type { ModificationId } from '../../../domain/modification/reference.ts'
import { all, find } from '../../../domain/register.ts'
import type { ReportContext } from '../../change-status/report-context.ts'
import type { JudgedClaim } from '../claim.ts'
import { withoutArticle } from '../itself/names.ts'
import type { FactToTake } from './written-fact.ts'

/** What a fact is made from: the register at the paper's day, the paper's date, and its other claims. */
export type Taking = {
  readonly context: ReportContext
  readonly date: CalendarDate
  readonly claims: readonly JudgedClaim[]
}

/** 'line 72 of the paper', or with its page. */
export const placeOfClaim = ({ place: { line, page } }: JudgedClaim): string =>
  page === undefined ? `line ${line}` : `page ${page}, line ${line}`

/** The body or organisation that is called so; nobody else is ever taken in. */
export function calledSo({ context: { register } }: Taking, name: string): Subject | undefined {
  const plain = (text: string) => withoutArticle(text).toLowerCase()
  const organisation = all(register, 'organisation').find(({ state }) => state.names.some(({ value }) => plain(value) === plain(name)))
  return (organisation ?? all(register, 'body').find(({ state }) => plain(state.name.value) === plain(name)))?.subject
}

/** A body that the wording names by what it does. */
export const bodyFor = ({ context: { words } }: Taking, role: string): Subject | undefined =>
  words.term('bodies', role) as Subject | undefined

/** What founds a proposal that the register does not know yet: its raising, where the paper tells it, else that the paper shows it. */
export function founding(taking: Taking, id: ModificationId, at: string): readonly FactToTake[] {
  const { context, date, claims } = taking
  if (find(context.register, 'modification', id)) return []
  const as = isDraft(taking, id) ? ('draft' as const) : ('proposal' as const)
  const raised = claims.find(({ about }) => about.is === 'raised' && about.id === id)
  if (raised?.about.is === 'raised')
    return [{ subject: `modification/${id}`, on: raised.about.day, event: { type: 'Raised', as }, at: placeOfClaim(raised) }]
  const reading = 'the paper names it, and does not tell when it was raised or where it stands'
  return [
    {
      subject: `modification/${id}`,
      on: { from: date, to: date, basis: 'inferred' },
      event: { type: 'Attested', standing: { stage: 'unknown' }, as },
      at,
      reading,
    },
  ]
}

/** By the form of its reference: one that is used before conversion. */
export function isDraft({ context: { grammar }, claims }: Taking, id: ModificationId): boolean {
  const written = claims.flatMap(({ about }) => (about.is === 'reference' && about.id === id ? [about.written] : []))
  const drafts = grammar.forms.filter(({ when }) => when === 'before conversion').map(({ prefix }) => prefix)
  return written.length > 0 && written.every((each) => drafts.some((prefix) => each.startsWith(prefix)))
}
