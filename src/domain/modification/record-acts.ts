import { type ActOf, broken, fits, type Given, type Rules, rowFor, type Telling, type Unfit, unfit } from '../acting/act.ts'
import { actedBy } from '../acting/acted-by.ts'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import { longDay } from '../calendar/format.ts'
import { idOf, kindOf, type Subject, type TextId } from '../entry.ts'
import { badCategory } from '../organisation/party-category.ts'
import type { Milestone } from '../plan/plan.ts'
import { refused } from '../refusal.ts'
import type { Register } from '../register.ts'
import type { Impact } from './events.ts'
import { modificationOf, standsIn } from './standing-of.ts'

/** A section of the proposal, as the template names it, is written or written anew. */
export type WriteSection = ActOf<'WriteSection', { readonly section: string; readonly text: TextId }>
/** A body comments on it, or asks for more before it goes on. */
export type Comment = ActOf<'Comment', { readonly text: TextId; readonly asks?: boolean; readonly meeting?: Subject }>
/** How it ranks among the others, and when that is looked at again. */
export type Prioritise = ActOf<
  'Prioritise',
  {
    readonly category: string
    readonly criteria: readonly string[]
    readonly rationale: TextId
    readonly review: CalendarDate
    readonly lead?: string
  }
>
/** Who may suspend it does so: it waits, with the day on which that is reviewed. */
export type Suspend = ActOf<'Suspend', { readonly why: string; readonly review: CalendarDate }>
/** One milestone of its timetable; what was planned before stays told. */
export type SetTimetable = ActOf<'SetTimetable', { readonly milestone: Milestone; readonly day: CalendarDate; readonly why?: string }>
/** A part of it goes its own way, under its number with a letter. */
export type Split = ActOf<'Split', { readonly title: string }>
/** What it is about, for who reads nothing else; `words` are counted as it is written. */
export type SummarisePlainly = ActOf<'SummarisePlainly', { readonly summary: { readonly text: TextId; readonly words: number } }>
/** How much it touches a Party category, and why in a line. */
export type RateImpact = ActOf<'RateImpact', { readonly category: string; readonly impact: Impact; readonly why: string }>
export type RecordAct = SummarisePlainly | RateImpact | WriteSection | Comment | Prioritise | Suspend | SetTimetable | Split

const whileOpen = (given: Given, subject: Subject) => standsIn(given, subject, 'define', 'refine', 'opine', 'release')
const untilDecided = (given: Given, subject: Subject) => standsIn(given, subject, 'define', 'refine', 'opine')

const passed = (given: Given, day: CalendarDate, field: string) =>
  day <= given.day ? refused(`${longDay(day)} has passed`, [field], [`give a day after ${longDay(given.day)}`]) : undefined

export const recordRules: Rules<RecordAct> = {
  SummarisePlainly: {
    row: 'plain-summary-length',
    overwrites: true,
    fits: whileOpen,
    breaks: (given, { summary: { words } }) => {
      const most = rowFor(given, 'plain-summary-length')?.value
      return most?.kind === 'words' && words > most.words
        ? [broken('plain-summary-length', `it has ${words} words, and at most ${most.words} are wanted`, 'say it shorter')]
        : []
    },
    tells: (_given, { summary: { text, words } }) => [{ event: { type: 'SummarisedPlainly', v: 1, text, words } }],
  },
  RateImpact: {
    row: 'impact-ratings',
    overwrites: true,
    fits: whileOpen,
    tells: (given, { category, impact, why }) =>
      badCategory(given, category) ?? [{ event: { type: 'ImpactRated', v: 1, category, impact, why } }],
  },
  WriteSection: {
    row: 'words-proposal-sections',
    overwrites: true,
    fits: untilDecided,
    tells: (given, { section, text }) => {
      const sections = rowFor(given, 'words-proposal-sections')?.value
      return sections?.kind === 'list' && !sections.items.includes(section)
        ? refused(`the template has no section ${section}`, ['section'], [`name one of ${sections.items.join(', ')}`])
        : [{ event: { type: 'SectionWritten', v: 1, section, text } }]
    },
  },
  Comment: {
    row: 'readiness-determined-by',
    fits: (given, subject) => standsIn(given, subject, 'define', 'refine'),
    tells: (given, { text, asks = false, meeting }) => [
      { event: { type: 'CommentMade', v: 1, by: given.by, asks, text, ...(meeting === undefined ? {} : { meeting }) } },
    ],
  },
  Prioritise: {
    row: 'prioritisation',
    overwrites: true,
    fits: (given, subject): true | Unfit => {
      const there = whileOpen(given, subject)
      if (there !== true) return there
      return rowFor(given, 'prioritisation') ? fits : unfit('no rule on priorities is in force on that day', 'look at the rulebook')
    },
    tells: (given, { category, criteria, rationale, review, lead }) =>
      passed(given, review, 'review') ?? [
        {
          event: {
            type: 'Prioritised',
            v: 1,
            category,
            criteria,
            rationale,
            by: given.by,
            review,
            ...(lead === undefined ? {} : { lead }),
          },
        },
      ],
  },
  Suspend: {
    row: 'suspended-by',
    fits: (given, subject) => {
      const there = untilDecided(given, subject)
      if (there !== true) return there
      return modificationOf(given, subject)?.onHold ? unfit('it is on hold already', 'resume it first') : fits
    },
    tells: (given, { why, review }) =>
      passed(given, review, 'review') ??
      actedBy(given, (suspendedBy) => [{ event: { type: 'PutOnHold', v: 1, condition: why, review, suspendedBy } }]),
  },
  SetTimetable: {
    row: 'timetable',
    overwrites: true,
    fits: whileOpen,
    tells: (given, { milestone, day, why }) =>
      day < given.day
        ? refused(`${longDay(day)} has passed`, ['day'], [`give a day from ${longDay(given.day)} on`])
        : [
            {
              event: {
                type: 'MilestonePlanned',
                v: 1,
                milestone,
                for: { kind: 'day', day },
                ...(given.by === 'unknown' ? {} : { agreedBy: given.by }),
                ...(why === undefined ? {} : { why }),
              },
            },
          ],
  },
  Split: {
    row: 'register-kept',
    fits: (given, subject) => {
      const there = whileOpen(given, subject)
      if (there !== true) return there
      return /^\d+$/.test(idOf(subject)) ? fits : unfit('it was split off itself', 'split the modification that it was split off from')
    },
    tells: (given, { subject, title }) => {
      const state = modificationOf(given, subject)
      const letter = nextLetter(given.register, subject)
      if (!state || letter === undefined) return refused('there is no letter left for another part', [subject], ['raise another proposal'])
      const part: Subject = `modification/${idOf(subject)}${letter}`
      const { standing, proposal, proposer, path } = state
      const tellings: readonly Telling[] = [
        { subject: part, event: { type: 'Raised', v: 1, as: proposal ? 'proposal' : 'draft' } },
        { subject: part, event: { type: 'Attested', v: 1, standing: standing.value } },
        { subject: part, event: { type: 'Titled', v: 1, title } },
        ...(proposer ? [{ subject: part, event: { type: 'ProposerNamed', v: 1, proposer: proposer.value } } as const] : []),
        ...(path ? [{ subject: part, event: { type: 'PathSet', v: 1, path: path.value, by: given.by } } as const] : []),
        { subject: part, event: { type: 'Related', v: 1, relation: 'part of', to: subject } },
      ]
      return tellings
    },
  },
}

/** A, B, C … after the last part that is recorded. */
function nextLetter(register: Register, subject: Subject): string | undefined {
  const taken = new Set(
    [...register.subjects.keys(), ...register.awaited.keys()].flatMap((each) => {
      const letter = kindOf(each) === 'modification' && idOf(each).startsWith(idOf(subject)) ? idOf(each).slice(idOf(subject).length) : ''
      return /^[A-Z]$/.test(letter) ? letter : []
    }),
  )
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((letter) => !taken.has(letter))
}
