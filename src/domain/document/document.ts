import type { Entry, FileId, Subject } from '../entry.ts'
import { type Fact, fact, withFact } from '../fact.ts'

/** What a document is for: what a list is read by, and what is missing is told by. */
export const documentKinds = {
  'legal text': 'Legal text',
  'business requirements': 'Business requirements',
  'problem statement': 'Problem statement',
  consultation: 'Consultation paper',
  response: 'Response',
  report: 'Modification Report',
  'meeting paper': 'Agenda, pack or minutes',
  letter: 'Letter',
  decision: 'Decision',
  template: 'Template of a paper',
  evidence: 'Evidence',
  other: 'Other',
} as const
export type DocumentKind = keyof typeof documentKinds

/** What a file may be: told by its content, never by its name alone. */
export const mediaTypes = {
  'application/pdf': { ending: 'pdf', name: 'PDF' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { ending: 'docx', name: 'Word' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { ending: 'xlsx', name: 'Excel' },
  'image/png': { ending: 'png', name: 'PNG' },
  'image/jpeg': { ending: 'jpg', name: 'JPEG' },
  'text/csv': { ending: 'csv', name: 'CSV' },
  'text/plain': { ending: 'txt', name: 'text' },
} as const
export type MediaType = keyof typeof mediaTypes

/** A file that was checked: its name without any path, what it is by its content, its length in bytes, and where its bytes lie. */
export type FiledFile = { readonly name: string; readonly mediaType: MediaType; readonly size: number; readonly bytes: FileId }

/**
 * One version of a document, with its file. Each says all of itself, and is classed by itself: whoever may not see an earlier one misses
 * nothing. `about`: of what it is a document; `part`: of what inside, such as a consultation.
 */
export type DocumentFiled = {
  readonly type: 'DocumentFiled'
  readonly v: 1
  readonly about: Subject
  readonly part?: string
  readonly title: string
  readonly documentKind: DocumentKind
  /** As its authors number it: “0.2”. */
  readonly version?: string
} & FiledFile

/** A version as the register holds it, with the command that filed it: what was recorded with it rests on it. */
export type DocumentVersion = Omit<DocumentFiled, 'type' | 'v'>

/** A document: what its readers may see of its versions, the last one last. */
export type Document = { readonly kind: 'document'; readonly versions: readonly Fact<DocumentVersion>[] }

export function evolveDocument(state: Document | undefined, entry: Entry, { type, v, ...told }: DocumentFiled): Document {
  return { kind: 'document', versions: withFact(state?.versions ?? [], fact(entry, told)) }
}

/** A document is called after the bytes of its first version: it needs no number, which would tell how many came before. */
export const documentOf = ({ bytes }: Pick<FiledFile, 'bytes'>): Subject => `document/${bytes.slice(0, 16)}`
