import { longDay } from '../../domain/calendar/format.ts'
import { idOf, kindOf, type Subject, type TextId } from '../../domain/entry.ts'
import type { Event } from '../../domain/events.ts'
import { type AgendaItem, agendaOf, papersAbout, type ResolvedItem, resolutionOf } from '../../domain/meeting/agenda.ts'
import type { MeetingAction } from '../../domain/meeting/meeting.ts'
import { recordedAt } from '../../domain/meeting/recorded-at.ts'
import type { ReferenceGrammar } from '../../domain/modification/reference.ts'
import { nameOf } from '../../domain/names.ts'
import { type Found, find, type Register } from '../../domain/register.ts'
import { capitalised } from '../words/capitalised.ts'
import { listText, purposesText, seatName, sentenceOf } from '../words/event-sentence.ts'
import { type Names, namesIn } from '../words/sentence-names.ts'

/** The texts that minutes and packs show, in clear. */
export type Texts = ReadonlyMap<TextId, string>

export type MinutedItem = {
  readonly number: number
  readonly title: string
  readonly for: string
  readonly papers: readonly string[]
  readonly interests: readonly string[]
  /** What became of it, each as a sentence drawn from an entry; 'Not taken.' where nothing did. */
  readonly decided: readonly string[]
  readonly conditions: readonly string[]
  readonly actions: readonly string[]
}

/** The minutes of a meeting: drawn from what is recorded, so that the two cannot disagree. */
export type Minutes = {
  readonly title: string
  readonly standing: 'not held' | 'draft' | 'agreed'
  readonly agreed?: string
  readonly number?: number
  readonly day: string
  readonly present: readonly string[]
  readonly quorum: readonly string[]
  readonly items: readonly MinutedItem[]
  /** Actions that are about no item. */
  readonly actions: readonly string[]
}

export function minutesOf(register: Register, grammar: ReferenceGrammar, meeting: Found<'meeting'>, texts: Texts): Minutes {
  const { state } = meeting
  const names = namesIn(register, grammar)
  const items = agendaOf(state)
  const abouts = items.map(({ about }) => about)
  return {
    title: nameOf(register, meeting.subject),
    standing: state.minutesAgreed ? 'agreed' : state.held ? 'draft' : 'not held',
    ...(state.minutesAgreed ? { agreed: `Agreed at ${names.name(state.minutesAgreed.value.at)}` } : {}),
    ...(state.number === undefined ? {} : { number: state.number }),
    day: longDay(state.day),
    present: presentAt(meeting, names),
    quorum: quorumAt(meeting),
    items: items.map((item, index) => minuted({ register, meeting, names, texts, grammar }, item, index + 1)),
    actions: Object.values(state.actions)
      .filter(({ placed: { value } }) => value.modification === undefined || !abouts.includes(value.modification))
      .map((action) => actionLine(action, names)),
  }
}

/** The ids of the texts that its minutes show. */
export const minutesTexts = (register: Register, meeting: Found<'meeting'>): readonly TextId[] => [
  ...agendaOf(meeting.state).flatMap(({ about }) => [
    ...recordedAt(register, meeting, about).flatMap(({ event }) => textsSaid(event)),
    ...said(resolutionOf(meeting.state, about)?.value.conditions),
  ]),
  ...meeting.state.interests.flatMap(({ value }) => said(value.interest)),
]

const said = (id: TextId | undefined): readonly TextId[] => (id === undefined ? [] : [id])

/** What a body said with what it did: its terms, its comment, what came of its discussion. */
function textsSaid(event: Event | null): readonly TextId[] {
  switch (event?.type) {
    case 'ReportSentBack':
      return said(event.terms)
    case 'CommentMade':
      return said(event.text)
    case 'Considered':
      return said(event.outcome)
    case 'AppealDecided':
      return said(event.why)
    default:
      return []
  }
}

type Asked = {
  readonly register: Register
  readonly meeting: Found<'meeting'>
  readonly names: Names
  readonly texts: Texts
  readonly grammar: ReferenceGrammar
}

function minuted({ register, meeting, names, texts, grammar }: Asked, item: AgendaItem, number: number): MinutedItem {
  const { state } = meeting
  const resolution = resolutionOf(state, item.about)?.value
  const recorded = recordedAt(register, meeting, item.about)
  const textOf = (id: TextId): string => texts.get(id) ?? 'A text that is not held any more'
  const decided = [...recorded.map((entry) => `${sentenceOf(entry, names)}.`), ...becameOf(resolution, names)]
  return {
    number,
    title: itemTitle(register, grammar, item.about),
    for: purposesText(item.purposes),
    papers: papersAbout(state, item.about).map(
      ({ tabled: { value } }) => `${value.reference}: ${nameOf(register, value.paper)}, ${value.action}, to ${value.recommendation}`,
    ),
    interests: state.interests
      .filter(({ value }) => value.about === item.about)
      .map(({ value }) => [whose(value, names), ...said(value.interest).map(textOf)].join(': ')),
    decided: resolution === undefined && decided.length === 0 ? ['Not taken.'] : decided,
    conditions: [...recorded.flatMap(({ event }) => textsSaid(event)), ...said(resolution?.conditions)].map(textOf),
    actions: Object.values(state.actions)
      .filter(({ placed: { value } }) => value.modification === item.about)
      .map((action) => actionLine(action, names)),
  }
}

/** 'MP081', 'November 2019 SEC Release', the title of a paper, 'Minutes of the SEC Panel of 14 June 2019'. */
export function itemName(register: Register, grammar: ReferenceGrammar, about: Subject): string {
  const name = nameOf(register, about, grammar)
  return kindOf(about) === 'meeting' ? `Minutes of the ${name}` : name
}

/** The same, of a modification with its title. */
export function itemTitle(register: Register, grammar: ReferenceGrammar, about: Subject): string {
  const title = kindOf(about) === 'modification' ? find(register, 'modification', idOf(about))?.state.title?.value : undefined
  return [itemName(register, grammar, about), ...(title === undefined ? [] : [title])].join(' ')
}

function becameOf(resolution: ResolvedItem | undefined, { name }: Names): readonly string[] {
  if (resolution?.resolution === 'noted') return ['Noted.']
  return resolution?.resolution === 'deferred' ? [`Deferred${resolution.to ? ` to ${name(resolution.to)}` : ''}.`] : []
}

const whose = ({ seat, of }: { readonly seat?: string; readonly of?: Subject }, { name }: Names): string =>
  listText([...(seat === undefined ? [] : [seatName(seat)]), ...(of === undefined ? [] : [capitalised(name(of))])], 'Somebody')

/** 'Action 1 on SECAS: write a letter, by 1 November 2019'. */
export function actionLine({ placed: { value }, done }: MeetingAction, { name }: Names): string {
  const by = value.due ? `, by ${longDay(value.due)}` : ''
  return `Action ${value.action} on ${name(value.owner)}: ${value.what}${by}${done ? '. Done' : ''}`
}

function presentAt({ state: { attendance } }: Found<'meeting'>, { title }: Names): readonly string[] {
  const { seats = [], present = [] } = attendance?.value ?? {}
  const alternate = (by: Subject | 'unknown' | undefined) =>
    by === undefined ? '' : by === 'unknown' ? ', by an alternate' : `, by an alternate of ${title(by)}`
  return [...seats.map((each) => `${seatName(each.seat)}${alternate(each.alternate)}`), ...present.map(title)]
}

/** Whether it was a quorum, and how that was counted. */
export function quorumAt({ state: { attendance } }: Found<'meeting'>): readonly string[] {
  if (!attendance) return []
  const { quorate, counted = [] } = attendance.value
  const whole = quorate === undefined ? 'Whether it was a quorum is not told.' : quorate ? 'It was quorate.' : 'It was not quorate.'
  const blocks = counted.map(({ block, needs, present, dropsOut }) =>
    dropsOut === undefined ? `${block}: ${present} present, ${needs} needed` : `${block}: ${present} present; it drops out, ${dropsOut}`,
  )
  return [whole, ...blocks]
}
