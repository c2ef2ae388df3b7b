import type { CalendarDate } from './calendar/calendar-date.ts'
import { longDay } from './calendar/format.ts'
import { idOf, kindOf, type Subject } from './entry.ts'
import { canonicalReference, type ModificationId, type ReferenceGrammar } from './modification/reference.ts'
import { publicationName, publicationNamed } from './publication/kinds.ts'
import { find, type Register } from './register.ts'

/**
 * What a subject is called in this register: 'Change Board', 'Northern Powergrid', 'Change Board of 18 September 2019',
 * 'November 2019 SEC Release'. A modification is called by its reference where the code's grammar is given, else by its title.
 * What the register knows nothing of (yet) is called by its id in words: shown, never hidden.
 */
export function nameOf(register: Register, subject: Subject, grammar?: ReferenceGrammar): string {
  const id = idOf(subject)
  const fallback = id.replaceAll('-', ' ')
  switch (kindOf(subject)) {
    case 'modification':
      return modificationName(register, id, grammar)
    case 'release':
      return find(register, 'release', id)?.state.name ?? fallback
    case 'meeting':
      return meetingName(register, id) ?? fallback
    case 'body':
      return find(register, 'body', id)?.state.name.value ?? fallback
    case 'organisation':
      return find(register, 'organisation', id)?.state.name?.value ?? fallback
    case 'paper':
      return paperName(register, id) ?? fallback
    case 'publication': {
      const of = publicationNamed(id)
      return of ? publicationName(of) : fallback
    }
    case 'version':
      return `version ${find(register, 'version', id)?.state.inForce.value.number ?? id}`
    case 'rule':
      return find(register, 'rule', id)?.state.row.value.title ?? fallback
    case 'holiday':
      return find(register, 'holiday', id)?.state.declared.value.name ?? longDay(id as CalendarDate)
    case 'submission':
      return `draft ${id}, not raised yet`
    case 'document':
      return find(register, 'document', id)?.state.versions.at(-1)?.value.title ?? 'a document'
    case 'log':
      return find(register, 'log', id)?.state.opened.value.name ?? fallback
  }
}

function modificationName(register: Register, id: string, grammar: ReferenceGrammar | undefined): string {
  const state = find(register, 'modification', id)?.state
  if (grammar) return canonicalReference(grammar, id as ModificationId, state?.proposal ?? false)
  return state?.title?.value ?? `modification ${id}`
}

function paperName(register: Register, id: string): string | undefined {
  const paper = find(register, 'paper', id)?.state
  return paper?.written?.value.title ?? paper?.issued?.value.reference
}

function meetingName(register: Register, id: string): string | undefined {
  const meeting = find(register, 'meeting', id)?.state
  return meeting && `${nameOf(register, meeting.body)} of ${longDay(meeting.day)}`
}
