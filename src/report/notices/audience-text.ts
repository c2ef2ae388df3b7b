import type { Subject } from '../../domain/entry.ts'
import type { Told, Why } from '../../domain/notice/audience.ts'
import { listText } from '../words/event-sentence.ts'

/** '14 contacts of 9 organisations and 3 who follow it'; undefined where nobody is told. */
export function audienceText(told: readonly Told[]): string | undefined {
  const contacts = told.filter(({ listener }) => listener.id.startsWith('contact/'))
  const accounts = told.filter(({ listener }) => listener.id.startsWith('account/'))
  const organisations = new Set(contacts.flatMap(({ listener }) => listener.of)).size
  const following = accounts.filter(({ why }) => why === 'follows').length
  const concerned = accounts.length - following
  const parts = [
    ...(contacts.length > 0 ? [`${counted(contacts.length, 'contact')} of ${counted(organisations, 'organisation')}`] : []),
    ...(concerned > 0 ? [`${counted(concerned, 'account')} of those whom it concerns`] : []),
    ...(following > 0 ? [`${following} who follow${following === 1 ? 's' : ''} it`] : []),
  ]
  return parts.length === 0 ? undefined : listText(parts, '')
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** Whom it tells, by those for whom they listen. */
export function byWhom<T extends Told>(told: readonly T[]): ReadonlyMap<Subject | 'nobody', readonly T[]> {
  return Map.groupBy(told, ({ listener }) => listener.of[0] ?? 'nobody')
}

export const whyWord: Record<Why, string> = {
  asked: 'it asks something of them',
  proposer: 'they proposed it',
  wanted: 'they want to be told',
  follows: 'they follow it',
}
