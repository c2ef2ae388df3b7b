import { type ActOf, fits, type Given, type Rules, type Telling, unfit } from '../acting/act.ts'
import { type DocumentVersion, documentOf, type FiledFile } from '../document/document.ts'
import { lastVersion } from '../document/documents-about.ts'
import { type Classification, idOf, type Subject } from '../entry.ts'
import { nameOf } from '../names.ts'
import type { PaperKind } from '../paper/paper.ts'
import { isRefused, refused, type Verdict } from '../refusal.ts'
import { all, entryAt, find } from '../register.ts'
import { papersOf } from './agenda.ts'
import type { PaperAction, Recommendation } from './events.ts'
import { isPlanned, isTabled, meetingOf } from './meeting-of.ts'
import { paperDayOf } from './paper-day.ts'
import { paperReference } from './paper-reference.ts'

/**
 * A paper goes before the meeting: one that is known, or a new one by its title. `about`: the item that it serves; left out, it is an item
 * itself. `reference`: as it is written, where the rulebook's way of making it does not hold. `file`: the paper itself, of its class;
 * `document`: one that is kept already.
 */
export type TablePaper = ActOf<
  'TablePaper',
  {
    readonly paper?: Subject
    readonly title?: string
    readonly paperKind?: PaperKind
    readonly about?: Subject
    readonly action: PaperAction
    readonly recommendation: Recommendation
    readonly classification: Classification
    readonly number?: number
    readonly reference?: string
    readonly file?: FiledFile
    readonly document?: Subject
  }
>
/** A document that is kept elsewhere is the paper: the report of a modification, say. */
export type ChoosePaperFile = ActOf<'ChoosePaperFile', { readonly document: Subject }>
/** The papers that have not gone out go to the members: those that come after the paper day are late. */
export type CirculatePapers = ActOf<'CirculatePapers', { readonly numbers?: readonly string[] }>
export type PaperAct = TablePaper | ChoosePaperFile | CirculatePapers

const waiting = (given: Given, subject: Subject): readonly number[] => {
  const meeting = meetingOf(given, subject)
  return meeting ? papersOf(meeting).flatMap(({ tabled, circulated }) => (circulated ? [] : [tabled.value.number])) : []
}

export const paperRules: Rules<PaperAct> = {
  TablePaper: { row: 'paper-reference', fits: isPlanned, tells: tabled },
  ChoosePaperFile: {
    row: 'register-kept',
    fits: ({ register }, subject) =>
      find(register, 'paper', idOf(subject)) ? fits : unfit('no such paper is known on that day', 'table the paper first'),
    tells: (given, { subject, document }) => {
      const telling = chosenFile(given, subject, document)
      return isRefused(telling) ? telling : [telling]
    },
  },
  CirculatePapers: {
    row: 'paper-day',
    fits: (given, subject) => {
      const planned = isPlanned(given, subject)
      if (planned !== true) return planned
      return waiting(given, subject).length > 0 ? fits : unfit('every paper of this meeting went out', 'table another paper first')
    },
    tells: (given, { subject, numbers }) => {
      const meeting = meetingOf(given, subject)
      if (!meeting) return []
      const left = waiting(given, subject)
      const other = numbers?.find((number) => !left.includes(Number(number)))
      if (other !== undefined)
        return refused(`paper ${other} does not wait to go out`, ['numbers'], [`name some of ${left.join(', ')}, or none for all`])
      const due = paperDayOf(given, meeting)?.day
      const counted = due === undefined ? {} : { paperDay: due, late: given.day > due }
      return left
        .filter((number) => numbers === undefined || numbers.includes(String(number)))
        .map((number) => ({ event: { type: 'PaperCirculated', v: 1, number, ...counted } }))
    },
  },
}

function tabled(given: Given, act: TablePaper): Verdict<readonly Telling[]> {
  const { subject, title, paperKind, action, recommendation, classification } = act
  const meeting = meetingOf(given, subject)
  if (!meeting) return []
  const isNew = act.paper === undefined
  if (isNew === (title === undefined))
    return refused(
      isNew ? 'it is not said which paper' : 'a paper is chosen, and a title is given',
      ['paper'],
      ['choose a paper, or give the title of a new one, and only one of both'],
    )
  const paper: Subject = act.paper ?? `paper/${nextPaper(given)}`
  if (papersOf(meeting).some(({ tabled: { value } }) => value.paper === paper))
    return refused('this paper is before the meeting already', ['paper'], ['choose another paper'])
  const about = act.about ?? paper
  if (act.about !== undefined && !isTabled(given, subject, act.about))
    return refused('that item is not before this meeting', ['about'], ['table it first', 'leave it out, and the paper is an item itself'])
  const number = act.number ?? 1 + Math.max(0, ...papersOf(meeting).map(({ tabled: { value } }) => value.number))
  if (papersOf(meeting).some(({ tabled: { value } }) => value.number === number))
    return refused(`there is a paper ${number} already`, ['number'], ['leave its number empty, and it takes the next'])
  const reference = act.reference ?? paperReference(given, meeting, number)
  if (isRefused(reference)) return reference
  const file = fileOf(given, paper, act)
  if (isRefused(file)) return file
  const event = { type: 'PaperTabled', v: 1, paper, number, reference, about, action, recommendation, classification } as const
  return [
    ...(isNew && title !== undefined
      ? ([{ subject: paper, event: { type: 'PaperWritten', v: 1, title, kind: paperKind ?? 'modification' } }] as const)
      : []),
    ...(about === paper ? ([{ event: { type: 'MatterTabled', v: 1, about, purposes: [purposeOf[action]] } }] as const) : []),
    { event },
    ...file,
  ]
}

/** The paper itself, with it: a new file, or a document that is kept. */
function fileOf(given: Given, paper: Subject, { file, document, title, classification }: TablePaper): Verdict<readonly Telling[]> {
  if (file && document !== undefined) return refused('a file and a document that is kept were given', ['document'], ['choose one of both'])
  if (document !== undefined) {
    const telling = chosenFile(given, paper, document)
    return isRefused(telling) ? telling : [telling]
  }
  if (!file) return []
  const named = title ?? nameOf(given.register, paper)
  const filed: DocumentVersion = { about: paper, title: named, documentKind: 'meeting paper', ...file }
  return [{ subject: documentOf(file), event: { type: 'DocumentFiled', v: 1, ...filed }, class: classification }]
}

/** As public as the version that stands now: whoever may not see the document is not told that it was chosen. */
function chosenFile({ register, now }: Given, paper: Subject, document: Subject): Verdict<Telling> {
  const found = find(register, 'document', idOf(document))
  const entry = found && entryAt(found, lastVersion(found.state).place)
  if (!entry) return refused('there is no such document', ['document'], ['choose one that is kept, or attach the file of the paper'])
  return {
    subject: paper,
    event: { type: 'PaperFileChosen', v: 1, document },
    class: entry.class,
    ...(entry.publicAt === undefined || entry.publicAt <= now ? {} : { publicAt: entry.publicAt }),
  }
}

const purposeOf = { 'for decision': 'discussion', 'for information': 'information', 'for discussion': 'discussion' } as const

/** One after the highest that was numbered so. */
function nextPaper({ register }: Given): number {
  const numbers = all(register, 'paper').map(({ id }) => Number(id))
  return 1 + Math.max(0, ...numbers.filter(Number.isInteger))
}
