import { type Entry, type Subject, subjectKinds } from './entry.ts'

const subjectText = new RegExp(`^(?:${subjectKinds.join('|')})/[^\\s]+$`)

/** Every other subject that an entry names: in its event, and as the one that acted. */
export function citedBy(entry: Pick<Entry, 'event' | 'capacity' | 'subject'>): readonly Subject[] {
  const cited: Subject[] = []
  gather(entry.event, cited)
  gather(entry.capacity, cited)
  return cited.filter((subject) => subject !== entry.subject)
}

function gather(value: unknown, into: Subject[]): void {
  if (typeof value === 'string') {
    if (subjectText.test(value)) into.push(value as Subject)
  } else if (Array.isArray(value)) {
    for (const each of value) gather(each, into)
  } else if (typeof value === 'object' && value !== null) {
    for (const key in value) gather((value as Record<string, unknown>)[key], into)
  }
}
