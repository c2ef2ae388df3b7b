import { dated } from '../../domain/calendar/format.ts'
import type { FiledFile } from '../../domain/document/document.ts'
import { type FoundDocument, lastVersion } from '../../domain/document/documents-about.ts'
import { type Classification, type Entry, idOf, type Subject } from '../../domain/entry.ts'
import { papersAbout } from '../../domain/meeting/agenda.ts'
import type { PaperAction, Recommendation } from '../../domain/meeting/events.ts'
import type { MeetingPaper } from '../../domain/meeting/meeting.ts'
import { isSince } from '../../domain/meeting/recorded-at.ts'
import { nameOf } from '../../domain/names.ts'
import { paperFiles } from '../../domain/paper/paper-files.ts'
import { entryAt, type Found, find, type Register } from '../../domain/register.ts'
import { fileText } from '../words/file-text.ts'

/** A paper of the pack with its files, as far as the reader of the register may see them. */
export type PackPaper = {
  readonly reference: string
  readonly title: string
  readonly action: PaperAction
  readonly recommendation: Recommendation
  readonly classification: Classification
  readonly files: readonly PackFile[]
}
export type PackFile = {
  readonly title: string
  readonly classification: Classification
  /** As its authors number it. */
  readonly version?: string
  readonly file: FiledFile
  /** How it is told as new since the last meeting: '4 October 2019: File of paper SECP_73_1110_01: Report (PDF, 210 kB)'. */
  readonly news?: string
}

/** The last meeting of the same body, where what is new since is told. */
export type LastMeeting = Found<'meeting'> | undefined
type Since = { readonly register: Register; readonly meeting: Found<'meeting'>; readonly last: LastMeeting }

/** The papers that serve an item. */
export const papersOfItem = ({ register, meeting, last }: Since, about: Subject): readonly PackPaper[] =>
  papersAbout(meeting.state, about).map((paper) => packPaperOf(register, paper, last))

/** 'SECP_73_1110_01: Report on MP076, for decision, to APPROVE; white; file: Report (PDF, 210 kB)'. */
export const paperLine = ({ reference, title, action, recommendation, classification, files }: PackPaper): string =>
  [`${reference}: ${title}, ${action}, to ${recommendation}`, classification, ...files.map(fileLine)].join('; ')

const fileLine = (file: PackFile): string => `file: ${packFileText(file)}${file.news === undefined ? '' : ', new'}`

function packPaperOf(register: Register, { tabled: { value } }: MeetingPaper, last: LastMeeting): PackPaper {
  const { reference, action, recommendation, classification, paper } = value
  const files = paperFiles(register, paper).map((document): PackFile => {
    const version = lastVersion(document.state).value
    const file: PackFile = {
      title: version.title,
      classification: lastEntry(document)?.class ?? 'red',
      ...(version.version === undefined ? {} : { version: version.version }),
      file: version,
    }
    const newly = last && cameSince(register, paper, document, last)
    return newly ? { ...file, news: `${dated(newly.entry.on)}: ${newly.what} of paper ${reference}: ${packFileText(file)}` } : file
  })
  return { reference, title: nameOf(register, paper), action, recommendation, classification, files }
}

/** How a file of a paper is new since a meeting: kept, given a new version, or chosen as the paper. */
function cameSince(register: Register, paper: Subject, document: FoundDocument, last: Found<'meeting'>) {
  const version = lastEntry(document)
  if (version && isSince(last, version))
    return { entry: version, what: document.state.versions.length === 1 ? 'File' : 'New version of the file' }
  const found = find(register, 'paper', idOf(paper))
  const chosen = found?.state.chosen?.value === document.subject ? entryAt(found, found.state.chosen.place) : undefined
  return chosen && isSince(last, chosen) ? { entry: chosen, what: 'File' } : undefined
}

/** What a file of a pack is called: 'Legal text, version 0.2 (PDF, 210 kB)'. */
export const packFileText = ({ title, version, file }: PackFile): string =>
  `${title}${version === undefined ? '' : `, version ${version}`} (${fileText(file)})`

/** The files of the papers of an item that were kept or chosen since the last meeting, or have a new version. */
export const newFiles = (register: Register, meeting: Found<'meeting'>, about: Subject, last: Found<'meeting'>): readonly string[] =>
  papersOfItem({ register, meeting, last }, about).flatMap(({ files }) => files.flatMap(({ news }) => news ?? []))

/** The entry of the version that its reader sees. */
export const lastEntry = (document: FoundDocument): Entry | undefined => entryAt(document, lastVersion(document.state).place)
