import { type ActOf, type ActRule, fits, type Given, type Telling, unfit } from '../acting/act.ts'
import { type Classification, idOf, kindOf, type Subject, type SubjectKind } from '../entry.ts'
import { refused } from '../refusal.ts'
import { find, type Register } from '../register.ts'
import { type DocumentKind, documentOf, type FiledFile } from './document.ts'
import { lastVersion } from './documents-about.ts'

/**
 * A document of a subject: with its file, it is kept here, as a version of an earlier one where that is named; with an address only, it is
 * listed, and said not to be held.
 */
export type ListDocument = ActOf<
  'ListDocument',
  {
    readonly title: string
    readonly file?: FiledFile
    readonly classification?: Classification
    readonly documentKind?: DocumentKind
    readonly part?: string
    readonly version?: string
    readonly of?: Subject
    readonly address?: string
  }
>

/** What documents are about. */
export const haveDocuments: readonly SubjectKind[] = ['modification', 'release', 'meeting', 'paper', 'body', 'organisation']

/** What shows that an act was done: the file that came with it, for who administers unless its class says otherwise. */
export type EvidenceFile = { readonly file: FiledFile; readonly title?: string; readonly classification?: Classification }

/** The document that an evidence is: about what the act is about, beside all that it records. */
export function evidenceTelling({ file, title, classification = 'amber' }: EvidenceFile, about: Subject): Telling {
  return {
    subject: documentOf(file),
    event: { type: 'DocumentFiled', v: 1, about, title: title ?? file.name, documentKind: 'evidence', ...file },
    class: classification,
    kept: true,
  }
}

export const documentRules: { readonly ListDocument: ActRule<ListDocument> } = {
  ListDocument: {
    row: 'register-kept',
    fits: ({ register }, subject) => {
      if (!haveDocuments.includes(kindOf(subject)))
        return unfit(`documents are not kept of a ${kindOf(subject)}`, 'attach it to what it is about')
      return register.subjects.has(subject) ? fits : unfit('nothing is known of it on that day', 'raise it first')
    },
    tells: (given, act) => {
      const { subject, title, file, classification, documentKind = 'other', part, version, address } = act
      if (!file) return listed(act)
      if (classification === undefined)
        return refused('who may read the file is not said', ['classification'], ['choose white, if everybody may read it'])
      if (address !== undefined)
        return refused('a file and an address were given', ['address'], ['leave the address empty: we keep the file', 'leave out the file'])
      // Which paper a template is of is checked with its fields, where files are read.
      if (part !== undefined && documentKind !== 'template' && !partsOf(given.register, subject).includes(part))
        return refused(`there is no ${part} inside it`, ['part'], ['choose one that is there, or leave it empty'])
      const of = versionOf(given, act)
      if (typeof of === 'object') return of
      return [
        {
          subject: of,
          event: {
            type: 'DocumentFiled',
            v: 1,
            about: subject,
            ...(part === undefined ? {} : { part }),
            title,
            documentKind,
            ...(version === undefined ? {} : { version }),
            ...file,
          },
          class: classification,
        },
      ]
    },
  },
}

/** Published elsewhere: its title, and where. */
function listed({ subject, title, address, of }: ListDocument): ReturnType<(typeof documentRules)['ListDocument']['tells']> {
  if (kindOf(subject) !== 'modification') return refused('no file was given', ['file'], ['choose the file of the document'])
  if (of !== undefined) return refused('no file of the new version was given', ['file'], ['choose the file of the new version'])
  return [{ event: { type: 'DocumentListed', v: 1, title, ...(address === undefined ? {} : { address }), held: false } }]
}

function versionOf({ register }: Given, { of, file, subject }: ListDocument) {
  if (of === undefined) return documentOf(file as FiledFile)
  const found = find(register, 'document', idOf(of))
  return found && lastVersion(found.state).value.about === subject
    ? of
    : refused('it has no such document', ['of'], ['choose one of its documents, or leave it empty: it is a document of its own then'])
}

/** What inside a modification a document may belong to: a consultation, an assessment, a solution. */
export function partsOf(register: Register, subject: Subject): readonly string[] {
  const state = kindOf(subject) === 'modification' ? find(register, 'modification', idOf(subject))?.state : undefined
  return state ? [state.consultations, state.assessments, state.solutions].flatMap((each) => Object.keys(each)) : []
}
