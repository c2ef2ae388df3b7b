import { dated, longDay, longMoment, weekdayName } from '../../domain/calendar/format.ts'
import { dayOf, type Moment } from '../../domain/calendar/moment.ts'
import type { Consultation } from '../../domain/consultation/consultation.ts'
import { type Classification, classifications, type Entry, idOf, kindOf, type TextId } from '../../domain/entry.ts'
import { type AgendaItem, agendaOf, papersAbout } from '../../domain/meeting/agenda.ts'
import { lastHeldBefore } from '../../domain/meeting/body-meetings.ts'
import { paperDayOf } from '../../domain/meeting/paper-day.ts'
import { newSince } from '../../domain/meeting/recorded-at.ts'
import type { Modification } from '../../domain/modification/modification.ts'
import type { ReferenceGrammar } from '../../domain/modification/reference.ts'
import { nameOf } from '../../domain/names.ts'
import { paperFiles } from '../../domain/paper/paper-files.ts'
import { type Found, find, meetingsOf, type Register } from '../../domain/register.ts'
import { wordIn } from '../../domain/rulebook/words.ts'
import { standingInFull } from '../words/code-words.ts'
import { assessmentName, consultationName, costText, listText, purposesText, sentenceOf } from '../words/event-sentence.ts'
import { closingText } from '../words/planned-for.ts'
import { releaseDateText } from '../words/release-date.ts'
import { type Names, namesIn } from '../words/sentence-names.ts'
import { itemTitle, type Texts } from './minutes.ts'
import { type LastMeeting, lastEntry, newFiles, type PackPaper, paperLine, papersOfItem } from './pack-papers.ts'

/** A heading with what the register says under it, one line each. */
export type PackSection = { readonly heading: string; readonly lines: readonly string[] }

export type PackItem = {
  readonly number: number
  /** An anchor of its own in the page and in the document. */
  readonly anchor: string
  readonly title: string
  readonly for: string
  readonly papers: readonly string[]
  readonly sections: readonly PackSection[]
}

/** The pack of a meeting: its agenda, and for each item what the register knows. */
export type Pack = {
  readonly title: string
  readonly body: string
  readonly number?: number
  readonly day: string
  /** The day by which papers go out, with how it was counted. */
  readonly paperDay?: { readonly day: string; readonly arithmetic: string }
  readonly classification: Classification
  readonly handling: string
  /** The meeting since which things are told as new; undefined where none was held, or nothing is asked. */
  readonly since?: string
  readonly items: readonly PackItem[]
  /** Every paper before it, in the order of the agenda. */
  readonly papers: readonly PackPaper[]
}

type Asked = {
  readonly register: Register
  readonly grammar: ReferenceGrammar
  readonly meeting: Found<'meeting'>
  readonly texts: Texts
  /** Whether what is new since the last meeting is told. */
  readonly withNew: boolean
  /** The clock, whatever day is asked for. */
  readonly now: Moment
}

export function packOf(asked: Asked): Pack {
  const { register, meeting, withNew } = asked
  const { state } = meeting
  const names = namesIn(register, asked.grammar)
  const last = withNew ? lastHeldBefore(register, meeting) : undefined
  const paperDay = paperDayOf({ register, day: dayOf(register.on) }, state)
  const agenda = agendaOf(state)
  const papers = agenda.flatMap((item) => papersOfItem({ register, meeting, last }, item.about))
  const told = toldIn(register, meeting)
  const classification = highestClass([...papers.map((paper) => paper.classification), ...told.map((entry) => entry.class)])
  return {
    title: nameOf(register, meeting.subject),
    body: nameOf(register, state.body),
    ...(state.number === undefined ? {} : { number: state.number }),
    day: `${weekdayName(state.day)} ${longDay(state.day)}`,
    ...(paperDay ? { paperDay: { day: longDay(paperDay.day), arithmetic: paperDay.arithmetic } } : {}),
    classification,
    handling: [handlingOf(register, classification), ...embargoText(told, asked.now)].join(' '),
    ...(last ? { since: names.name(last.subject) } : {}),
    items: agenda.map((item, index) => packItem(asked, names, item, { number: index + 1, last })),
    papers,
  }
}

/** Every entry of which a pack may tell: of its meeting and its items as they stand, and of the files of its papers the versions that it has. */
function toldIn(register: Register, meeting: Found<'meeting'>): readonly Entry[] {
  const agenda = agendaOf(meeting.state)
  const papers = agenda.flatMap(({ about }) => papersAbout(meeting.state, about)).map(({ tabled }) => tabled.value.paper)
  const subjects = new Set([meeting.subject, ...agenda.map(({ about }) => about), ...papers])
  const files = papers.flatMap((paper) => paperFiles(register, paper)).map(lastEntry)
  const entries = [...subjects].flatMap((subject) => register.subjects.get(subject)?.history ?? [])
  return [...entries.filter(({ event }) => event), ...files.filter((entry) => entry !== undefined)]
}

/** Until when the last of it is not public, for who sees it before. */
function embargoText(told: readonly Entry[], now: Moment): readonly string[] {
  const until = told
    .flatMap(({ publicAt }) => (publicAt !== undefined && publicAt > now ? [publicAt] : []))
    .toSorted()
    .at(-1)
  return until === undefined ? [] : [`Part of it is not public until ${longMoment(until)}.`]
}

/** A document is classed at least as high as what it holds. */
export const highestClass = (classes: readonly Classification[]): Classification =>
  classifications.findLast((each) => classes.includes(each)) ?? 'white'

/** How a class is named and handled, as the code's words tell it. */
export function handlingOf(register: Register, classification: Classification): string {
  const handling = wordIn(register, classification === 'white' ? 'words-handling-white' : 'words-handling-others', classification)
  return `This document has a Classification of ${wordIn(register, 'words-classifications', classification)}. ${handling === classification ? '' : handling}`.trim()
}

type At = { readonly number: number; readonly last: LastMeeting }

function packItem(asked: Asked, names: Names, item: AgendaItem, { number, last }: At): PackItem {
  const { register, grammar, meeting } = asked
  const sections = kindOf(item.about) === 'modification' ? aboutModification(asked, names, item) : aboutMatter(asked, names, item)
  return {
    number,
    anchor: `item-${number}`,
    title: itemTitle(register, grammar, item.about),
    for: purposesText(item.purposes),
    papers: papersOfItem({ register, meeting, last }, item.about).map(paperLine),
    sections: [...(last ? news(asked, names, item, last) : []), ...sections].filter(({ lines }) => lines.length > 0),
  }
}

/** What happened since the last meeting, with new files of its papers; apart from that, what was told since and happened before, or may have. */
function news({ register, meeting }: Asked, names: Names, item: AgendaItem, last: Found<'meeting'>): readonly PackSection[] {
  const { happened, late } = newSince(register, item.about, { last, meeting })
  const told = (entries: readonly Entry[]) => entries.map((entry) => `${dated(entry.on)}: ${sentenceOf(entry, names)}`)
  const lines = [...told(happened), ...newFiles(register, meeting, item.about, last)]
  const name = names.name(last.subject)
  return [
    { heading: `New since ${name}`, lines: lines.length > 0 ? lines : ['Nothing.'] },
    { heading: `Told since ${name}, of what happened before or may have`, lines: told(late) },
  ]
}

function aboutModification(asked: Asked, names: Names, { about }: AgendaItem): readonly PackSection[] {
  const state = find(asked.register, 'modification', idOf(about))?.state
  if (!state) return []
  return [
    { heading: 'What changes', lines: whatChanges(state, asked.texts) },
    { heading: 'Where it stands', lines: whereItStands(state, names) },
    { heading: 'Assessments and costs', lines: assessments(state, names) },
    { heading: 'Consultations', lines: consultations(state, names) },
    { heading: 'Earlier discussion', lines: discussed(asked, names, about, state) },
  ]
}

const textLine = (texts: Texts, id: TextId | undefined): readonly string[] =>
  id === undefined ? [] : (texts.get(id)?.split(/\n{2,}/) ?? [])

function whatChanges({ issue, solutions, parties, documents }: Modification, texts: Texts): readonly string[] {
  return [
    ...textLine(texts, issue?.value),
    ...Object.values(solutions).map(({ proposed, versions }) => {
      const document = versions.at(-1)?.value.document
      return `${proposed.value.alternative ? 'Alternative solution' : 'Solution'}: ${proposed.value.title}${document ? ` (${document})` : ''}`
    }),
    ...(documents ? [`Documents: ${listText(documents.value, 'none')}`] : []),
    ...(parties ? [`Affects: ${listText(parties.value, 'no Parties')}`] : []),
  ]
}

function whereItStands({ standing, path, proposer, onHold, urgent, plan }: Modification, { words, title }: Names): readonly string[] {
  const planned = plan['modification report']?.at(-1)?.value.for
  return [
    `${standingInFull(words, standing.value)}, since ${dated(standing.on)}`,
    ...(proposer ? [`Proposer: ${title(proposer.value)}`] : []),
    path ? words.path(path.value) : 'Its path is not told',
    ...(urgent?.value ? ['Urgent'] : []),
    ...(onHold ? [`On hold${onHold.value.condition ? `: ${onHold.value.condition}` : ''}`] : []),
    ...(planned?.kind === 'day' ? [`Modification Report planned for ${longDay(planned.day)}`] : []),
  ]
}

const assessments = ({ assessments: all }: Modification, { words, title }: Names): readonly string[] =>
  Object.values(all).map((assessment) => {
    const { id, status, provider, accepted, returned, costs, target } = assessment
    const since = returned ?? accepted ?? assessment.requested
    const due = target?.value.due && status === 'accepted' ? `, due ${longDay(target.value.due)}` : ''
    const money = costs.map(({ value }) => `${costText(value.lowPence, value.highPence)} ${value.period}`)
    return `${assessmentName(id, words)} by ${title(provider)}: ${status}${since ? ` ${dated(since.on)}` : ''}${due}${money.length > 0 ? `; ${money.join(', ')}` : ''}`
  })

const consultations = ({ consultations: all }: Modification, { words }: Names): readonly string[] =>
  Object.values(all).map((consultation) => {
    const { id, status, closes, opened } = consultation
    const when = status === 'open' && closes ? `, until ${closingText(closes)}` : opened ? `, opened ${dated(opened.on)}` : ''
    return `${consultationName(id, words)}: ${status}${when}${answersSoFar(consultation)}`
  })

/** How many answered as its reader may see it, and what they chose: '; 3 responses (2 approve, 1 reject)'. */
function answersSoFar({ responses }: Consultation): string {
  const told = Object.values(responses.given).flatMap((response) => response.told?.value ?? [])
  const number = told.length + responses.withheld.length
  if (number === 0) return ''
  const chosen = told.flatMap(({ choices, noComment }) =>
    noComment ? ['no comment'] : choices.flatMap(({ of, option }) => (of === 'proposal' ? [option] : [])),
  )
  const counts = [...Map.groupBy(chosen, (option) => option)].map(([option, each]) => `${each.length} ${option}`)
  const withheld = responses.withheld.length > 0 ? [`${responses.withheld.length} withheld as a whole`] : []
  const parts = [...counts, ...withheld]
  return `; ${number} ${number === 1 ? 'response' : 'responses'}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`
}

/** What bodies said of it before: at their meetings, in refinement, as comments. */
function discussed({ register, meeting, texts }: Asked, names: Names, about: AgendaItem['about'], state: Modification): readonly string[] {
  const before = meetingsOf(register, about).filter((each) => each.state.day < meeting.state.day)
  const met = before.map((each) => {
    const item = each.state.items.find(({ value }) => value.modification === about)
    return `${longDay(each.state.day)}, ${names.title(each.state.body)}: ${item ? purposesText(item.value.purposes) : ''}`
  })
  const said = [
    ...state.considered.map(({ on, value }) => ({ on, by: value.by, text: value.outcome })),
    ...state.comments.map(({ on, value }) => ({ on, by: value.by, text: value.text })),
  ].flatMap(({ on, by, text }) =>
    textLine(texts, text).map((line) => `${dated(on)}, ${by === 'unknown' ? 'somebody' : names.title(by)}: ${line}`),
  )
  return [...met, ...said]
}

function aboutMatter({ register }: Asked, names: Names, { about }: AgendaItem): readonly PackSection[] {
  const release = kindOf(about) === 'release' ? find(register, 'release', idOf(about))?.state : undefined
  if (!release) return []
  const changes = Object.values(release.dateChanges).map(
    ({ requested, decided }) =>
      `${dated(requested.on)}: ${names.name(requested.value.by)} asked for ${longDay(requested.value.to)}; ${decided ? decided.value.outcome : 'not decided'}`,
  )
  return [{ heading: 'Where it stands', lines: [`Its date: ${releaseDateText(release.date.value)}`, ...changes] }]
}

/** The ids of the texts that a pack shows. */
export const packTexts = (register: Register, meeting: Found<'meeting'>): readonly TextId[] =>
  agendaOf(meeting.state).flatMap(({ about }) => {
    const state = kindOf(about) === 'modification' ? find(register, 'modification', idOf(about))?.state : undefined
    if (!state) return []
    const ids = [
      state.issue?.value,
      ...state.considered.map(({ value }) => value.outcome),
      ...state.comments.map(({ value }) => value.text),
    ]
    return ids.filter((id) => id !== undefined)
  })
