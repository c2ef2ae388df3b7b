import { dated, longDay } from '../../domain/calendar/format.ts'
import type { Entry } from '../../domain/entry.ts'
import { entryAt, type Found } from '../../domain/register.ts'

/** 'since 30 July 2019'; 'by 30 September 2019 (inferred)' where a source only shows that it had come to that. */
export function sinceText(found: Found<'modification'>, told: { readonly on: Entry['on']; readonly place: number }): string {
  const attested = entryAt(found, told.place)?.event?.type === 'Attested'
  if (attested) return `by ${longDay(told.on.to)}${told.on.basis === 'inferred' ? ' (inferred)' : ''}`
  const text = dated(told.on)
  return text.startsWith('by ') || text.startsWith('between ') ? text : `since ${text}`
}
