import { type ActOf, type Broken, broken, fits, type Given, type Rules, unfit } from '../acting/act.ts'
import { signOffs } from '../assessment/sign-offs.ts'
import { type CalendarDate, parseYearMonth, type YearMonth } from '../calendar/calendar-date.ts'
import { longDay } from '../calendar/format.ts'
import { type Classification, classifications, type Entry, idOf, type Subject, type TextId } from '../entry.ts'
import { nameOf } from '../names.ts'
import { refused, type Verdict } from '../refusal.ts'
import { find } from '../register.ts'
import {
  firstMonth,
  type PaperOf,
  type PaperSection,
  type PublicationKind,
  publicationName,
  publicationSubject,
  sectionsOf,
} from './kinds.ts'
import { type Locked, lockedIn, templateOf, whyNotKept } from './locked.ts'
import type { Drawn, Publication } from './publication.ts'

/** A paper of a month is begun, the Change Status Report unless it says another: what it tells is derived from the register, and nobody writes its numbers. */
export type DraftReport = ActOf<
  'DraftReport',
  { readonly month: string; readonly classification: Classification; readonly paper?: PublicationKind }
>
/** The words of an author, with what of a sentence is locked as it stands in them. */
export type Wording = { readonly words: TextId } & Locked
export type RewordSentence = ActOf<'RewordSentence', { readonly sentence: string; readonly wording: Wording }>
export type LeaveOutSentence = ActOf<'LeaveOutSentence', { readonly sentence: string }>
export type AddParagraph = ActOf<
  'AddParagraph',
  { readonly section: PaperSection; readonly text: TextId; readonly classification?: Classification }
>
export type ApproveForPublication = ActOf<'ApproveForPublication'>
/** `drawing` is worked out when it is sent: what is published, and all that it rests on. */
export type PublishReport = ActOf<'PublishReport', { readonly drawing?: Drawing }>
export type Drawing = {
  readonly drawn: Drawn
  /** The last day that the report tells of. */
  readonly cutOff: CalendarDate
  readonly restsOn: readonly { readonly subject: Subject; readonly place: number }[]
}
export type PublicationAct = DraftReport | RewordSentence | LeaveOutSentence | AddParagraph | ApproveForPublication | PublishReport

const publicationIn = ({ register }: Pick<Given, 'register'>, subject: Subject): Publication | undefined =>
  find(register, 'publication', idOf(subject))?.state

const isDraft = (given: Given, subject: Subject) => {
  const publication = publicationIn(given, subject)
  if (!publication) return unfit('this report is not drafted', 'draft it first')
  if (!publication.published) return fits
  return unfit(
    `it was published on ${longDay(publication.published.on.to)}, and what is published is never changed`,
    'correct the register: the page of the report says what would differ',
  )
}

/** What the paper of a subject is of. */
function paperOf(given: Given, subject: Subject): PaperOf | undefined {
  const drafted = publicationIn(given, subject)?.drafted.value
  return drafted && { kind: drafted.kind, month: drafted.month as YearMonth }
}

const classOf = (given: Given, subject: Subject): { readonly class?: Classification } => {
  const classification = publicationIn(given, subject)?.drafted.value.classification
  return classification === undefined ? {} : { class: classification }
}

/** The derived words of a sentence; refused where the paper has none of that name. */
function derived(given: Given, subject: Subject, sentence: string): Verdict<{ readonly words: string }> {
  const of = paperOf(given, subject)
  if (of && of.kind !== 'change-status')
    return refused(`the ${publicationName(of)} has no sentence that can be reworded`, ['sentence'], ['add a paragraph of your own'])
  const words = templateOf(given.register, given.day, sentence)
  return words === undefined
    ? refused(`the report has no sentence “${sentence}”`, ['sentence'], ['choose it on the page of the draft'])
    : { words }
}

export const publicationRules: Rules<PublicationAct> = {
  DraftReport: {
    row: 'report-published',
    nowOnly: true,
    fits: () => fits,
    tells: (given, { month: asked, classification, paper: kind = 'change-status' }) => {
      const month = parseYearMonth(asked)
      if (!month) return refused(`there is no month “${asked}”`, ['month'], ['give a month like 2019-10'])
      const of = { kind, month: firstMonth(kind, month) }
      const subject = publicationSubject(of)
      if (publicationIn(given, subject)) return refused(`the ${publicationName(of)} is drafted already`, ['month'], ['open it'])
      return [{ subject, class: classification, event: { type: 'PaperDrafted', v: 1, ...of, classification } }]
    },
  },
  RewordSentence: {
    row: 'report-values-locked',
    nowOnly: true,
    fits: isDraft,
    tells: (given, { subject, sentence, wording }) => {
      const found = derived(given, subject, sentence)
      if ('refused' in found) return found
      const why = whyNotKept(lockedIn(found.words), wording)
      if (why) return refused(why, ['wording'], [`keep what is locked: “${found.words}”`, 'say it in a paragraph of your own'])
      return [{ ...classOf(given, subject), event: { type: 'SentenceReworded', v: 1, sentence, text: wording.words } }]
    },
  },
  LeaveOutSentence: {
    row: 'report-values-locked',
    nowOnly: true,
    fits: isDraft,
    tells: (given, { subject, sentence }) => {
      const found = derived(given, subject, sentence)
      return 'refused' in found ? found : [{ ...classOf(given, subject), event: { type: 'SentenceLeftOut', v: 1, sentence } }]
    },
  },
  AddParagraph: {
    row: 'report-values-locked',
    nowOnly: true,
    fits: isDraft,
    // Said to its author now: nobody could publish it.
    breaks: (given, { subject, classification }) => {
      const paper = publicationIn(given, subject)?.drafted.value.classification
      return paper && classification ? higherThan(paper, [{ class: classification }], 'this paragraph') : []
    },
    tells: (given, { subject, section, text, classification }) => {
      const of = paperOf(given, subject)
      if (of && !sectionsOf(of.kind).includes(section))
        return refused(`the ${publicationName(of)} has no section ${section}`, ['section'], [`choose ${sectionsOf(of.kind).join(' or ')}`])
      const own = classification === undefined ? {} : { class: classification }
      return [{ ...classOf(given, subject), ...own, event: { type: 'ParagraphAdded', v: 1, section, text } }]
    },
  },
  ApproveForPublication: {
    row: 'report-published',
    nowOnly: true,
    twoPeople: true,
    fits: (given, subject) => {
      const draft = isDraft(given, subject)
      if (draft !== true) return draft
      if (publicationIn(given, subject)?.approved) return unfit('it is approved already', 'publish it')
      const waits = given.register.noted.some((entry) => entry.subject === subject && entry.event?.type === 'PaperApproved')
      return waits ? unfit('it waits for a second person already', 'ask a colleague to confirm it') : fits
    },
    tells: (given, { subject }) => [{ ...classOf(given, subject), event: { type: 'PaperApproved', v: 1 } }],
  },
  PublishReport: {
    row: 'report-published',
    nowOnly: true,
    fits: (given, subject) => {
      const draft = isDraft(given, subject)
      if (draft !== true) return draft
      return publicationIn(given, subject)?.approved
        ? fits
        : unfit('a second person has not approved it as it stands', 'send it for approval, and let another administrator confirm it')
    },
    breaks: (given, { subject, drawing }) => {
      const classification = publicationIn(given, subject)?.drafted.value.classification
      const higher = drawing && classification ? above(given, subject, classification, drawing) : []
      return [...higher, ...notSignedOff(given, subject)]
    },
    tells: (given, { subject, drawing }) => {
      if (!drawing) return refused('it was not drawn from the register', [], ['publish it on its page, or by the command publish-report'])
      const { cutOff, drawn } = drawing
      if (given.day < cutOff)
        return refused(`its time is not over: it tells of all up to ${longDay(cutOff)}`, [], [`publish it on ${longDay(cutOff)} or later`])
      const later = given.recorded(subject).findLast(({ position, noted }) => position > drawn.known && !noted)
      if (later) return refused(`it was changed while it was drawn, by entry ${later.position}`, [], ['look at it again, and publish it'])
      return [{ ...classOf(given, subject), event: { type: 'PaperPublished', v: 1, ...drawn } }]
    },
  },
}

/** What the providers say of their assessments is theirs: it wants their sign-off of that month. */
function notSignedOff(given: Given, subject: Subject): readonly Broken[] {
  const of = paperOf(given, subject)
  if (of?.kind !== 'assessment-update') return []
  return signOffs(given.register, of.month).flatMap(({ provider, signed }) =>
    signed
      ? []
      : [broken('paper-day', `${nameOf(given.register, provider)} has not signed its update off`, 'ask it to sign off what it says')],
  )
}

/** What is above the paper's class, or under an embargo: of what its figures rest on, and of what was written for it. */
function above(given: Given, paper: Subject, classification: Classification, { restsOn }: Drawing): readonly Broken[] {
  const figures = restsOn.flatMap(({ subject, place }) => given.recorded(subject).findLast((entry) => entry.place === place) ?? [])
  const written = new Map(given.recorded(paper).flatMap((entry) => (entry.noted ? [] : [[entry.place, entry] as const])))
  // What was struck is in no paper.
  const higher = [...figures, ...written.values()].filter(
    (entry) => !entry.noted && entry.event !== null && rankOf(entry) > classifications.indexOf(classification),
  )
  return higherThan(classification, higher, `entry ${[...new Set(higher.map(({ place }) => place))].join(', ')}`)
}

function higherThan(paper: Classification, told: readonly Pick<Entry, 'class'>[], what: string): readonly Broken[] {
  const first = told.find((each) => rankOf(each) > classifications.indexOf(paper))
  if (!first) return []
  return [
    broken(
      'information-classified',
      `a ${paper} paper would contain what is ${first.class}: ${what}`,
      `draft it as ${first.class}`,
      'let that go from it, or let it be classed lower',
    ),
  ]
}

const rankOf = ({ class: classification }: Pick<Entry, 'class'>): number => classifications.indexOf(classification)
