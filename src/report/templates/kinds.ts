import type { DocumentKind } from '../../domain/document/document.ts'
import { type FieldTree, meetingFields, modificationFields } from './fields.ts'

/** The papers that are filled from the register: of what each is, what document it becomes, and which fields its template may have. */
type TemplateKind = {
  readonly title: string
  readonly of: 'modification' | 'meeting'
  readonly documentKind: DocumentKind
  readonly fields: FieldTree
}

const ofModification = (title: string, documentKind: DocumentKind): TemplateKind => ({
  title,
  of: 'modification',
  documentKind,
  fields: modificationFields,
})
const ofMeeting = (title: string): TemplateKind => ({ title, of: 'meeting', documentKind: 'meeting paper', fields: meetingFields })

export const templateKinds = {
  'problem-statement': ofModification('Problem Statement', 'problem statement'),
  'refinement-consultation': ofModification('Refinement Consultation', 'consultation'),
  'response-form': ofModification('Response form', 'response'),
  'modification-report': ofModification('Modification Report', 'report'),
  'mrc-pack': ofModification('Modification Report Consultation pack', 'consultation'),
  'change-board-paper': ofModification('Change Board paper', 'meeting paper'),
  'decision-notice': ofModification('Decision notice', 'decision'),
  'letter-to-authority': ofModification('Letter to the Authority', 'letter'),
  agenda: ofMeeting('Agenda'),
  minutes: ofMeeting('Minutes'),
} as const satisfies Readonly<Record<string, TemplateKind>>

export type TemplateId = keyof typeof templateKinds
export const templateIds = Object.keys(templateKinds) as readonly TemplateId[]
export const isTemplateId = (text: string): text is TemplateId => Object.hasOwn(templateKinds, text)

export const templatesOf = (of: TemplateKind['of']): readonly TemplateId[] => templateIds.filter((id) => templateKinds[id].of === of)
