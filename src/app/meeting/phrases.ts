import { actorsFor } from '../../domain/access.ts'
import type { Given } from '../../domain/acting/act.ts'
import { type ActType, ruleOf } from '../../domain/acting/acts.ts'
import { awaitsApprovalBy } from '../../domain/assessment/assessment.ts'
import { idOf, kindOf, type Subject } from '../../domain/entry.ts'
import type { AgendaItem } from '../../domain/meeting/agenda.ts'
import type { Resolution } from '../../domain/meeting/events.ts'
import { openVoting } from '../../domain/modification/modification.ts'
import { type Found, find } from '../../domain/register.ts'
import { formOf } from '../acting/forms.ts'
import { fieldsFrom, type Written } from '../acting/read-act.ts'

/** What a phrase asks for besides its conditions: each a field of the screen. */
export type PhraseField = 'path' | 'ground' | 'assessment' | 'day' | 'to'

/** Where what is written under conditions goes: to the item, or to a field of the act, which may need it. */
type ConditionsAre = { readonly of: ActType; readonly field: string; readonly needed?: true }

/** A resolution in a ready phrase: the acts that it takes, in order, with what they are told. */
export type Phrase = {
  readonly id: string
  readonly words: string
  readonly resolution: Resolution
  readonly acts: readonly (readonly [ActType, Readonly<Record<string, string>>])[]
  readonly asks: readonly PhraseField[]
  readonly conditions?: ConditionsAre
  /** Only where the item is before the meeting for all of these. */
  readonly only?: AgendaItem['purposes']
}

const done = { resolution: 'done', asks: [] } as const

/** Every phrase there is, in the order in which they are offered. */
const phrases: readonly Phrase[] = [
  {
    id: 'convert-and-approve',
    words: 'Convert, and approve its Modification Report',
    resolution: 'done',
    acts: [
      ['Convert', { route: 'report' }],
      ['ApproveReport', {}],
    ],
    asks: ['path'],
    only: ['conversion', 'modification report'],
  },
  {
    id: 'convert-to-refine',
    words: 'Convert, to be refined',
    resolution: 'done',
    acts: [['Convert', { route: 'refinement' }]],
    asks: ['path'],
  },
  {
    id: 'convert-to-report',
    words: 'Convert, straight to its Modification Report',
    resolution: 'done',
    acts: [['Convert', { route: 'report' }]],
    asks: ['path'],
  },
  { id: 'refuse', words: 'Refuse the conversion', resolution: 'done', acts: [['RefuseConversion', {}]], asks: ['ground'] },
  { ...done, id: 'ready', words: 'Ready for conversion', acts: [['DetermineReady', {}]] },
  {
    ...done,
    id: 'ask-more',
    words: 'Not ready: ask for more',
    acts: [['Comment', { asks: 'yes' }]],
    conditions: { of: 'Comment', field: 'text', needed: true },
    only: ['readiness'],
  },
  { ...done, id: 'approve-report', words: 'Approve its Modification Report', acts: [['ApproveReport', {}]] },
  {
    ...done,
    id: 'send-back',
    words: 'Send its Modification Report back, on the terms below',
    acts: [['SendReportBack', {}]],
    conditions: { of: 'SendReportBack', field: 'terms' },
  },
  {
    id: 'approve-request',
    words: 'Approve the request for the assessment',
    resolution: 'done',
    acts: [['ApproveAssessmentRequest', {}]],
    asks: ['assessment'],
  },
  { ...done, id: 'vote-approve', words: 'The vote: approve', acts: [['RecordVote', { outcome: 'approve' }]] },
  { ...done, id: 'vote-reject', words: 'The vote: reject', acts: [['RecordVote', { outcome: 'reject' }]] },
  { ...done, id: 'uphold', words: 'On the appeal: approve the modification', acts: [['DecideAppeal', { outcome: 'approve' }]] },
  { ...done, id: 'overturn', words: 'On the appeal: reject the modification', acts: [['DecideAppeal', { outcome: 'reject' }]] },
  { ...done, id: 'resume', words: 'Resume it', acts: [['Resume', {}]] },
  {
    ...done,
    id: 'consider',
    words: 'Considered, as told below',
    acts: [['Consider', {}]],
    conditions: { of: 'Consider', field: 'outcome', needed: true },
  },
  { id: 'ask-date', words: 'Ask for another date', resolution: 'done', acts: [['RequestDateChange', {}]], asks: ['day'] },
  { id: 'set-date', words: 'Set the date that was agreed', resolution: 'done', acts: [['SetReleaseDate', {}]], asks: ['day'] },
  { ...done, id: 'agree-minutes', words: 'Agree the minutes', acts: [['AgreeMinutes', {}]] },
  { id: 'note', words: 'Note it', resolution: 'noted', acts: [], asks: [] },
  { id: 'defer', words: 'Defer it', resolution: 'deferred', acts: [], asks: ['to'] },
]

/** Those that the body of a meeting may take on an item as it stands: the same rules and the same table that judge them afterwards. */
export function phrasesFor(given: Given, meeting: Found<'meeting'>, item: AgendaItem): readonly Phrase[] {
  return phrases.filter(({ acts, only = [] }) => {
    const [first] = acts
    if (!only.every((purpose) => item.purposes.includes(purpose))) return false
    if (!first) return true
    const [type] = first
    const { on } = formOf(type)
    if (on !== kindOf(item.about) || ruleOf(type).fits(given, item.about) !== true) return false
    if (type === 'RecordVote' && isOnBallot(given, item.about)) return false
    return actorsFor(given.register, type, item.about).includes(meeting.state.body)
  })
}

const isOnBallot = ({ register }: Given, about: Subject): boolean => {
  const state = find(register, 'modification', idOf(about))?.state
  return state !== undefined && openVoting(state) !== undefined
}

export type PhrasedAct = { readonly type: ActType; readonly subject: Subject; readonly fields: Record<string, unknown> }

/** What of the screen each act of a phrase takes, by its own name there. */
const fieldOf: Readonly<Record<PhraseField, Readonly<Partial<Record<ActType, string>>>>> = {
  path: { Convert: 'path' },
  ground: { RefuseConversion: 'ground' },
  assessment: { ApproveAssessmentRequest: 'assessment' },
  day: { RequestDateChange: 'to', SetReleaseDate: 'day' },
  to: {},
}

/** The acts of a phrase on an item as the screen was filled in: those of the phrase, what became of the item, and an action where one is told. */
export function actsOfPhrase(meeting: Found<'meeting'>, item: AgendaItem, phrase: Phrase, written: Written): readonly PhrasedAct[] {
  const conditions = phrase.conditions ? undefined : written.conditions
  const own = phrase.acts.map(([type, told]): PhrasedAct => {
    const { shape } = formOf(type).schema
    const asked = phrase.asks.flatMap((field) => {
      const name = fieldOf[field][type]
      return name === undefined ? [] : [[name, written[field]] as const]
    })
    const text = phrase.conditions?.of === type ? { [phrase.conditions.field]: written.conditions } : {}
    const at = 'meeting' in shape ? { meeting: meeting.subject } : type === 'AgreeMinutes' ? { at: meeting.subject } : {}
    return { type, subject: item.about, fields: fieldsFrom(shape, { ...told, ...Object.fromEntries(asked), ...text, ...at }) }
  })
  const to = phrase.resolution === 'deferred' ? { to: written.to } : {}
  const resolved = { about: item.about, resolution: phrase.resolution, conditions, ...to }
  return [...own, onMeeting(meeting, 'ResolveItem', resolved), ...actionOf(meeting, item, written)]
}

const onMeeting = (meeting: Found<'meeting'>, type: ActType, written: Written): PhrasedAct => ({
  type,
  subject: meeting.subject,
  fields: fieldsFrom(formOf(type).schema.shape, written),
})

function actionOf(meeting: Found<'meeting'>, item: AgendaItem, written: Written): readonly PhrasedAct[] {
  const { what, owner, due } = written
  if ([what, owner, due].every((each) => each === undefined || each === '')) return []
  const about = kindOf(item.about) === 'modification' ? { modification: item.about } : {}
  return [onMeeting(meeting, 'PlaceAction', { what, owner, due, ...about })]
}

/** The requests of a modification that wait for a body, by the ids of their assessments. */
export function requestsBefore({ register }: Pick<Given, 'register'>, about: Subject, body: Subject): readonly string[] {
  const assessments = find(register, 'modification', idOf(about))?.state.assessments ?? {}
  return Object.values(assessments).flatMap((each) => (awaitsApprovalBy(each) === body ? [each.id] : []))
}
