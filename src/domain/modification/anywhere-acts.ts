import { type ActOf, broken, countIn, fits, type Given, type Rules, type Unfit, unfit } from '../acting/act.ts'
import { actedBy } from '../acting/acted-by.ts'
import { countedDay } from '../acting/counted-day.ts'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import { longDay } from '../calendar/format.ts'
import { localTime, moment } from '../calendar/moment.ts'
import type { Subject } from '../entry.ts'
import { badCategory } from '../organisation/party-category.ts'
import { isRefused, refused } from '../refusal.ts'
import type { Path, RelationKind } from './events.ts'
import { raisedForFastTrack } from './fast-track.ts'
import type { Modification } from './modification.ts'
import { modificationOf, standsIn } from './standing-of.ts'

export type ChangePath = ActOf<'ChangePath', { readonly path: Path }>
/** On hold until a day or a condition, with the day on which that is looked at again. */
export type PutOnHold = ActOf<'PutOnHold', { readonly until?: CalendarDate; readonly condition?: string; readonly review: CalendarDate }>
export type Resume = ActOf<'Resume'>
/** Its Proposer withdraws it: a Party may adopt it until the window lapses. */
export type NotifyWithdrawal = ActOf<'NotifyWithdrawal'>
/** A Party becomes its Proposer. The first notice wins. */
export type Adopt = ActOf<'Adopt'>
export type Supersede = ActOf<'Supersede', { readonly supersededBy: Subject }>
export type Retitle = ActOf<'Retitle', { readonly title: string }>
export type ChangeProposer = ActOf<'ChangeProposer', { readonly proposer: Subject }>
export type Relate = ActOf<'Relate', { readonly relation: RelationKind; readonly to: Subject }>
export type AssignAnalyst = ActOf<'AssignAnalyst', { readonly analyst: Subject }>
export type SetParties = ActOf<'SetParties', { readonly parties: readonly string[] }>
export type SetDocuments = ActOf<'SetDocuments', { readonly documents: readonly string[] }>
export type AnywhereAct =
  | ChangePath
  | PutOnHold
  | Resume
  | NotifyWithdrawal
  | Adopt
  | Supersede
  | Retitle
  | ChangeProposer
  | Relate
  | AssignAnalyst
  | SetParties
  | SetDocuments

const untilDecided = (given: Given, subject: Subject) => standsIn(given, subject, 'define', 'refine', 'opine')
const whileOpen = (given: Given, subject: Subject) => standsIn(given, subject, 'define', 'refine', 'opine', 'release')

/** While it is open, and as far as its state allows. */
const whileIt =
  (is: (state: Modification) => boolean, why: string, remedy: string, open = whileOpen) =>
  (given: Given, subject: Subject): true | Unfit => {
    const there = open(given, subject)
    const state = modificationOf(given, subject)
    if (there !== true || !state) return there
    return is(state) ? fits : unfit(why, remedy)
  }

/** What tells of it, and moves nothing. */
const keptUp = { row: 'register-kept', fits: whileOpen, overwrites: true } as const

export const anywhereRules: Rules<AnywhereAct> = {
  ChangePath: {
    row: 'path-changed',
    fits: untilDecided,
    overwrites: true,
    breaks: (given, { subject, path }) => raisedForFastTrack(given, subject, path),
    tells: (given, { subject, path }) =>
      modificationOf(given, subject)?.path?.value === path
        ? refused('it is on that path already', ['path'], ['choose another path'])
        : [{ event: { type: 'PathSet', v: 1, path, by: given.by } }],
  },
  PutOnHold: {
    row: 'on-hold',
    fits: whileIt(({ onHold }) => !onHold, 'it is on hold already', 'resume it first'),
    tells: (given, { until, condition, review }) => {
      if (until === undefined && condition === undefined)
        return refused('it is not said until when', ['until'], ['give a day, or a condition such as “MP252 is agreed”'])
      if (review <= given.day)
        return refused(`${longDay(review)} has passed`, ['review'], ['give a later day on which the hold is reviewed'])
      return [
        {
          event: {
            type: 'PutOnHold',
            v: 1,
            ...(until === undefined ? {} : { until }),
            ...(condition === undefined ? {} : { condition }),
            review,
          },
        },
      ]
    },
  },
  Resume: {
    row: 'on-hold',
    fits: whileIt(({ onHold }) => onHold !== undefined, 'it is not on hold', 'give the day on which it was, if it was resumed then'),
    tells: () => [{ event: { type: 'Resumed', v: 1 } }],
  },
  NotifyWithdrawal: {
    row: 'withdrawal-until',
    fits: whileIt(
      ({ withdrawalNotice }) => !withdrawalNotice,
      'its withdrawal was notified before',
      'let the window lapse, or record who adopts it',
      untilDecided,
    ),
    breaks: (given, { subject }) =>
      modificationOf(given, subject)?.ballots.length
        ? [broken('withdrawal-until', 'it was voted on before', 'give the day on which the notice came, if it came before the vote')]
        : [],
    tells: (given) => {
      const days = countIn(given, 'adoption-window')
      if (days === undefined) return [{ event: { type: 'Withdrawn', v: 1, by: 'proposer' } }]
      const last = countedDay(given, given.day, days, 'adoption-window')
      if (isRefused(last)) return last
      return [{ event: { type: 'WithdrawalNotified', v: 1, by: given.by, lapses: moment(last.day, localTime('17:00')) } }]
    },
  },
  Adopt: {
    row: 'adoption-window',
    fits: whileIt(
      ({ withdrawalNotice }) => withdrawalNotice !== undefined,
      'no withdrawal is notified that could be adopted',
      'record the notice of withdrawal first',
    ),
    tells: (given, { subject }) => {
      const lapses = modificationOf(given, subject)?.withdrawalNotice?.value.lapses
      if (lapses !== undefined && given.receivedAt >= lapses)
        return refused(
          `the window for adoption lapsed at ${lapses.replace('T', ', ')}, and this was received at ${given.receivedAt.replace('T', ', ')}`,
          ['recorded.receivedOn'],
          ['give the time of receipt that the evidence shows'],
        )
      return actedBy(given, (by) => [{ event: { type: 'Adopted', v: 1, by } }])
    },
  },
  Supersede: {
    row: 'superseded',
    fits: untilDecided,
    tells: (_given, { subject, supersededBy }) =>
      supersededBy === subject
        ? refused('nothing supersedes itself', ['supersededBy'], ['choose another modification'])
        : [{ event: { type: 'Superseded', v: 1, by: supersededBy } }],
  },
  Retitle: { ...keptUp, tells: (_given, { title }) => [{ event: { type: 'Titled', v: 1, title } }] },
  ChangeProposer: { ...keptUp, tells: (_given, { proposer }) => [{ event: { type: 'ProposerNamed', v: 1, proposer } }] },
  Relate: {
    ...keptUp,
    tells: (_given, { subject, relation, to }) =>
      to === subject
        ? refused('nothing is related to itself', ['to'], ['choose another modification'])
        : [{ event: { type: 'Related', v: 1, relation, to } }],
  },
  AssignAnalyst: { ...keptUp, tells: (_given, { analyst }) => [{ event: { type: 'LeadAnalystAssigned', v: 1, analyst } }] },
  SetParties: {
    ...keptUp,
    tells: (given, { parties }) => badCategory(given, ...parties) ?? [{ event: { type: 'PartiesAffected', v: 1, parties } }],
  },
  SetDocuments: { ...keptUp, tells: (_given, { documents }) => [{ event: { type: 'DocumentsAffected', v: 1, documents } }] },
}
