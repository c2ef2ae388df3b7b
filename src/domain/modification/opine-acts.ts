import { type ActOf, type Broken, broken, fits, type Given, type Rules, type Telling, unfit, wordOf } from '../acting/act.ts'
import { actedBy } from '../acting/acted-by.ts'
import type { BallotOutcome } from '../ballot/ballot.ts'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import { longDay } from '../calendar/format.ts'
import type { ConsultationKind } from '../consultation/consultation.ts'
import { documentOf, type FiledFile } from '../document/document.ts'
import type { Subject, TextId } from '../entry.ts'
import { refused } from '../refusal.ts'
import type { BackTo, Decided } from './events.ts'
import { modificationOf, standsIn } from './standing-of.ts'

/** The Modification Report goes on to its consultation. */
export type ApproveReport = ActOf<'ApproveReport', { readonly meeting?: Subject }>
/** The report goes back to be refined. */
export type SendReportBack = ActOf<'SendReportBack', { readonly terms?: TextId; readonly meeting?: Subject }>
/** The outcome of a vote that a body held: a recommendation or a decision, as the path has it. */
export type RecordVote = ActOf<'RecordVote', { readonly outcome: BallotOutcome; readonly meeting?: Subject }>
/** The report is sent to who decides. */
export type SendForDecision = ActOf<'SendForDecision', { readonly to: Subject }>
/** Who decides says when a decision is expected; what was expected before stays told. */
export type ExpectDecision = ActOf<'ExpectDecision', { readonly day: CalendarDate }>
/**
 * Who decides approves, rejects, or sends back; `letter` is the title of the letter that says so, listed among the documents,
 * and kept where its file is given: as public as the decision.
 */
export type Decide = ActOf<
  'Decide',
  {
    readonly outcome: Decided['outcome']
    readonly backTo?: BackTo
    readonly letter?: string
    readonly letterFile?: FiledFile
    readonly letterAddress?: string
  }
>
export type OpineAct = ApproveReport | SendReportBack | RecordVote | SendForDecision | ExpectDecision | Decide

const at = (meeting: Subject | undefined) => (meeting === undefined ? {} : { meeting })

const ofKind = (given: Given, subject: Subject, kind: ConsultationKind) =>
  Object.values(modificationOf(given, subject)?.consultations ?? {}).filter(({ consultationKind }) => consultationKind === kind)

const openOf = (given: Given, subject: Subject, kind: ConsultationKind): readonly string[] =>
  ofKind(given, subject, kind).flatMap(({ id, status }) => (status === 'open' ? [id] : []))

/** The vote, and what comes after it, follow the close of the consultation on the report. */
export const votedWhileOpen = (given: Given, subject: Subject): readonly Broken[] =>
  openOf(given, subject, 'report').length > 0
    ? [broken('vote-after-consultation', 'its Modification Report Consultation is still open', 'wait until it has closed')]
    : []

/** A report goes to who decides with what was answered to it. A Fast-Track Modification has no report. */
function notConsultedOn(given: Given, subject: Subject): readonly Broken[] {
  const isHeld = ofKind(given, subject, 'report').some(({ opened, status }) => opened && status !== 'cancelled')
  if (isHeld || modificationOf(given, subject)?.path?.value === 'fast-track') return []
  return [
    broken(
      'decision-after-consultation',
      'no Modification Report Consultation on it is recorded',
      'issue the consultation, or record it on the day on which it was issued',
    ),
  ]
}

/** On a path on which somebody else decides than the body that votes. */
function awaitsDecision(given: Given, subject: Subject) {
  const there = standsIn(given, subject, 'opine')
  if (there !== true) return there
  const path = modificationOf(given, subject)?.path?.value
  if (path === undefined || wordOf(given, 'vote-capacity', path) !== 'decide') return fits
  return unfit('on its path the vote itself decides', 'change its path first, if somebody else is to decide')
}

export const opineRules: Rules<OpineAct> = {
  ApproveReport: {
    row: 'report-approved-by',
    warnsFirst: true,
    fits: (given, subject) => standsIn(given, subject, 'refine'),
    breaks: (given, { subject }) =>
      openOf(given, subject, 'refinement').map((consultation) =>
        broken(
          'report-after-refinement-consultation',
          `its Refinement Consultation ${consultation} is still open`,
          'approve the report once it has closed',
        ),
      ),
    tells: (given, { meeting }) => actedBy(given, (by) => [{ event: { type: 'ReportApproved', v: 1, by, ...at(meeting) } }]),
  },
  SendReportBack: {
    row: 'report-approved-by',
    fits: (given, subject) => standsIn(given, subject, 'refine', 'opine'),
    tells: (given, { terms, meeting }) =>
      actedBy(given, (by) => [{ event: { type: 'ReportSentBack', v: 1, by, ...at(meeting), ...(terms === undefined ? {} : { terms }) } }]),
  },
  RecordVote: {
    row: 'vote-capacity',
    warnsFirst: true,
    fits: (given, subject) => {
      const there = standsIn(given, subject, 'opine')
      if (there !== true) return there
      const standing = modificationOf(given, subject)?.standing.value
      return standing?.stage === 'opine' && standing.step === 'with the authority'
        ? unfit('it was voted on, and is with who decides', 'record that it was sent back first, if it is voted on again')
        : fits
    },
    breaks: (given, { subject }) => votedWhileOpen(given, subject),
    tells: (given, { subject, outcome, meeting }) => {
      const path = modificationOf(given, subject)?.path?.value
      if (path === undefined)
        return refused('its path is not told, so that nobody can say what the vote is', ['path'], ['record its path first'])
      const capacity = wordOf(given, 'vote-capacity', path)
      if (capacity !== 'recommend' && capacity !== 'decide')
        return refused(`nobody votes on the path ${path}`, ['path'], ['record the decision of who decides on that path'])
      return actedBy(given, (body) => [{ event: { type: 'BallotHeld', v: 1, body, capacity, outcome, ...at(meeting) } }])
    },
  },
  SendForDecision: {
    row: 'decided-by',
    warnsFirst: true,
    fits: awaitsDecision,
    breaks: (given, { subject }) => [...votedWhileOpen(given, subject), ...notConsultedOn(given, subject)],
    tells: (_given, { to }) => [{ event: { type: 'SentForDecision', v: 1, to } }],
  },
  ExpectDecision: {
    row: 'decided-by',
    fits: awaitsDecision,
    tells: (given, { day }) =>
      day < given.day
        ? refused(`${longDay(day)} has passed`, ['day'], [`give a day from ${longDay(given.day)} on`])
        : actedBy(given, (by) => [{ event: { type: 'DecisionExpected', v: 1, by, day } }]),
  },
  Decide: {
    row: 'decided-by',
    warnsFirst: true,
    fits: awaitsDecision,
    tells: (given, { subject, outcome, backTo, letter, letterFile, letterAddress }) =>
      backTo !== undefined && outcome !== 'send back'
        ? refused('a step to go back to is named, and it is not sent back', ['backTo'], ['leave the step empty', 'choose to send it back'])
        : actedBy(given, (by) => [
            { event: { type: 'Decided', v: 1, by, outcome, ...(backTo === undefined ? {} : { backTo }) } },
            ...letterTold(given, { subject, letter, letterFile, letterAddress }),
          ]),
  },
}

type Letter = Pick<Decide, 'subject' | 'letter' | 'letterFile' | 'letterAddress'>

function letterTold(
  given: Given,
  { subject, letter, letterFile, letterAddress }: { [K in keyof Letter]: Letter[K] | undefined },
): readonly Telling[] {
  if (letterFile) {
    const title = letter ?? `Decision letter of ${longDay(given.day)}`
    const event = { type: 'DocumentFiled', v: 1, about: subject as Subject, title, documentKind: 'decision', ...letterFile } as const
    return [{ subject: documentOf(letterFile), event }]
  }
  if (letter === undefined) return []
  return [
    {
      event: {
        type: 'DocumentListed',
        v: 1,
        title: letter,
        ...(letterAddress === undefined ? {} : { address: letterAddress }),
        held: false,
      },
    },
  ]
}
