import { type ActOf, broken, fits, type Given, type Rules, rowFor, unfit, wordOf } from '../acting/act.ts'
import { actedBy } from '../acting/acted-by.ts'
import { longDay } from '../calendar/format.ts'
import { dayOf } from '../calendar/moment.ts'
import { type Entry, idOf, kindOf, type Subject, type TextId } from '../entry.ts'
import { badCategory } from '../organisation/party-category.ts'
import { isRefused, refused, type Verdict } from '../refusal.ts'
import { modifications, type Register } from '../register.ts'
import { believed } from '../replay.ts'
import { raisedFrom, reviewMissing } from '../submission/acts.ts'
import type { Path } from './events.ts'
import { raisedForFastTrack } from './fast-track.ts'
import { modificationOf, standsIn } from './standing-of.ts'

/** It describes its problem well enough to be presented for conversion. */
export type DetermineReady = ActOf<'DetermineReady', { readonly meeting?: Subject }>
/** It becomes a Modification Proposal, on a path, and enters the Refinement Process or goes straight to its report. */
export type Convert = ActOf<'Convert', { readonly path: Path; readonly route: 'refinement' | 'report'; readonly meeting?: Subject }>
/** The conversion is refused: it ends. */
export type RefuseConversion = ActOf<'RefuseConversion', { readonly ground: string; readonly meeting?: Subject }>
/** Who decides whether it is urgent is asked. */
export type AskUrgency = ActOf<'AskUrgency', { readonly why: TextId }>
/** Whether it is urgent, as who decides that says. */
export type DecideUrgency = ActOf<'DecideUrgency', { readonly urgent: boolean }>
/** A Draft Proposal is raised: it takes the next number, unless it had one when it was raised. */
export type RaiseDraftProposal = ActOf<
  'RaiseDraftProposal',
  {
    readonly title: string
    readonly proposer: Subject
    readonly issue: TextId
    readonly parties?: readonly string[]
    readonly documents?: readonly string[]
    /** The draft that the critical friend reviewed. */
    readonly submission?: Subject
    /** The number under which it was raised, where that is recorded later. */
    readonly number?: number
  }
>
export type DefineAct = RaiseDraftProposal | DetermineReady | Convert | RefuseConversion | AskUrgency | DecideUrgency

/** Its conversion on whatever day, so that another day does not hide it. */
const conversionOf = ({ recorded }: Given, subject: Subject): Entry | undefined =>
  believed(recorded(subject)).find(({ event }) => event?.type === 'Converted')

const inDefine = (given: Given, subject: Subject) => standsIn(given, subject, 'define')

export const defineRules: Rules<DefineAct> = {
  RaiseDraftProposal: {
    row: 'raised-by',
    fits: () => fits,
    breaks: (given, { title, submission }) => [
      ...alike(given.register, title).map((subject) =>
        broken('near-duplicates', `it has much the same title as ${subject}`, 'look at that one first; if it is another problem, go on'),
      ),
      ...reviewMissing(given, submission),
    ],
    tells: (given, { title, proposer, issue, parties, documents, submission, number }) => {
      const strange = badCategory(given, ...(parties ?? []))
      if (strange) return strange
      const taken = number === undefined ? nextNumber(given.register) : numberOf(given, number)
      if (isRefused(taken)) return taken
      const subject: Subject = `modification/${taken}`
      return [
        { subject, event: { type: 'Raised', v: 1, as: 'draft' } },
        { subject, event: { type: 'Titled', v: 1, title } },
        { subject, event: { type: 'ProposerNamed', v: 1, proposer } },
        { subject, event: { type: 'IssueSummarised', v: 1, text: issue } },
        ...(parties ? [{ subject, event: { type: 'PartiesAffected', v: 1, parties } } as const] : []),
        ...(documents ? [{ subject, event: { type: 'DocumentsAffected', v: 1, documents } } as const] : []),
        ...(submission ? [raisedFrom(submission, subject)] : []),
      ]
    },
  },
  DetermineReady: {
    row: 'readiness-determined-by',
    fits: (given, subject) => {
      const there = inDefine(given, subject)
      if (there !== true) return there
      return modificationOf(given, subject)?.determinedReady ? unfit('it was determined ready before', 'present it for conversion') : fits
    },
    tells: (given, { meeting }) => actedBy(given, (body) => [{ event: { type: 'DeterminedReady', v: 1, by: body, ...at(meeting) } }]),
  },
  Convert: {
    row: 'conversion-by',
    warnsFirst: true,
    fits: (given, subject) => {
      const before = conversionOf(given, subject)
      return before
        ? unfit(`it was converted already, on ${longDay(before.on.to)}`, 'mend that entry, if it is wrong')
        : inDefine(given, subject)
    },
    breaks: (given, { subject, path, route }) => [
      ...(modificationOf(given, subject)?.determinedReady
        ? []
        : [
            broken(
              'conversion-after-readiness',
              'nothing recorded says that it was determined ready for conversion',
              'record that it was determined ready first',
            ),
          ]),
      ...(route === 'refinement' && path === 'fast-track'
        ? [
            broken(
              'fast-track-no-refinement',
              'a Fast-Track Modification is not refined',
              'choose the route to the report, or another path',
            ),
          ]
        : []),
      ...raisedForFastTrack(given, subject, path),
    ],
    tells: (given, { path, route, meeting }) =>
      actedBy(given, (body) => [
        { event: { type: 'PathSet', v: 1, path, by: body } },
        { event: { type: 'Converted', v: 1, by: body, route, ...at(meeting) } },
      ]),
  },
  RefuseConversion: {
    row: 'conversion-by',
    fits: inDefine,
    breaks: (given, { subject }) =>
      modificationOf(given, subject)?.path?.value === 'authority led'
        ? [broken('refusal-never-authority-led', 'a proposal that the Authority leads is not refused', 'convert it')]
        : [],
    tells: (given, { ground, meeting }) => {
      const grounds = rowFor(given, 'words-refusal-grounds')?.value
      if (grounds?.kind === 'list' && !grounds.items.includes(ground))
        return refused(`it may not be refused because of “${ground}”`, ['ground'], [`name one of: ${grounds.items.join('; ')}`])
      return actedBy(given, (body) => [{ event: { type: 'ConversionRefused', v: 1, by: body, ...at(meeting), ground } }])
    },
  },
  AskUrgency: {
    row: 'urgency-decided-by',
    fits: (given, subject) => standsIn(given, subject, 'define', 'refine', 'opine'),
    tells: (given, { why }) => {
      const of = wordOf(given, 'urgency-decided-by') as Subject | undefined
      return of === undefined
        ? refused('no row of the rulebook says who decides on urgency', ['urgency-decided-by'], ['add one'])
        : [{ event: { type: 'UrgencyAsked', v: 1, by: given.by, of, why } }]
    },
  },
  DecideUrgency: {
    row: 'urgency-decided-by',
    fits: (given, subject) => standsIn(given, subject, 'define', 'refine', 'opine'),
    overwrites: true,
    tells: (given, { urgent }) => actedBy(given, (by) => [{ event: { type: 'UrgencyDecided', v: 1, urgent, by } }]),
  },
}

const at = (meeting: Subject | undefined) => (meeting === undefined ? {} : { meeting })

/** One after the highest that is recorded, also where nothing of it has happened yet. A part of a split has its letter, not a number. */
function nextNumber(register: Register): number {
  const known = [...register.subjects.keys(), ...register.awaited.keys()].filter((subject) => kindOf(subject) === 'modification')
  return 1 + Math.max(0, ...known.map((subject) => Number.parseInt(idOf(subject), 10)).filter(Number.isInteger))
}

/** A number is not chosen: it is told of what was raised before it is recorded here. */
function numberOf({ day, now, recorded }: Given, number: number): Verdict<number> {
  if (day >= dayOf(now))
    return refused(
      'what is raised today takes the next number',
      ['number'],
      ['leave the number out', 'give the day on which it was raised'],
    )
  return believed(recorded(`modification/${number}`)).some(({ event }) => event?.type === 'Raised')
    ? refused(`modification/${number} was raised already`, ['number'], ['give another number', 'record what is new of that one'])
    : number
}

/** Open ones whose titles share most of their words: pointed out, never refused. */
function alike(register: Register, title: string): readonly Subject[] {
  const words = wordsIn(title)
  return modifications(register)
    .filter(({ state }) => state.standing.value.stage !== 'ended' && state.title)
    .filter(({ state }) => {
      const others = wordsIn(state.title?.value ?? '')
      const shared = words.filter((word) => others.includes(word)).length
      return shared > 1 && 2 * shared > Math.max(words.length, others.length)
    })
    .map(({ subject }) => subject)
}

const wordsIn = (title: string): readonly string[] => [...new Set(title.toLowerCase().match(/[a-z]{4,}/g) ?? [])]
