import { dayAndMonth, longDay, weekdayName } from '../../domain/calendar/format.ts'
import { dayOf } from '../../domain/calendar/moment.ts'
import type { Duty } from '../../domain/duty/duty.ts'
import { idOf, kindOf, type Subject } from '../../domain/entry.ts'
import type { ReferenceGrammar } from '../../domain/modification/reference.ts'
import { type Found, find, type Register } from '../../domain/register.ts'
import { lastDone, proposedAndMoved, touching } from '../party/touching.ts'
import { clockText, dutyText } from '../words/duty-text.ts'
import { sentenceOf } from '../words/event-sentence.ts'
import { type Names, namesIn } from '../words/sentence-names.ts'

type Asked = {
  readonly register: Register
  readonly grammar: ReferenceGrammar
  /** Where browsers reach the site. */
  readonly url: string
  readonly of: Subject
  readonly leave?: string | undefined
  /** The summaries in plain English, by modification. */
  readonly summaries: ReadonlyMap<Subject, string>
  /** Whether an answer is not given yet, also where that is hidden until the close. */
  readonly waits: (duty: Duty) => boolean
}
type Mail = { readonly subject: string; readonly text: string }
type On = Asked & { readonly names: Names; readonly category: string | undefined }

/** The mail of a week: what its reader's front page shows, in words; one that says so where there is nothing. */
export function weeklyText(asked: Asked): Mail {
  const { register, grammar, of, leave } = asked
  const names = namesIn(register, grammar)
  const { category, yours: open, moved } = touching(register, of)
  const yours = open.filter(asked.waits)
  const proposed = proposedAndMoved(register, of).filter(({ subject }) => ![...yours, ...moved].some((each) => each.subject === subject))
  const on = { ...asked, names, category }
  const today = dayOf(register.on)
  const [next] = yours.flatMap(({ due }) => due?.day ?? []).toSorted()
  const whom = category ? `${category}` : names.name(of)
  const count = new Set([...yours, ...moved, ...proposed].map(({ subject }) => subject)).size
  const answers =
    yours.length === 0
      ? 'none needs an answer'
      : `${yours.length} to answer${next ? `, the first by ${weekdayName(next)} ${dayAndMonth(next)}` : ''}`
  const things = `${count} ${count === 1 ? 'thing touches' : 'things touch'} ${whom}, ${answers}`
  const nothing = 'Nothing for you this week.'
  const parts = [
    `For ${names.name(of)}${category ? `, of ${category}` : ''}: the week up to ${weekdayName(today)} ${longDay(today)}.`,
    ...(count === 0 ? [nothing] : [`${things}.`]),
    ...(category || count === 0 ? [] : ['No source tells your Party category: until it is recorded, all that is open is told.']),
    ...listed(
      'TO ANSWER',
      yours.map((duty) => toAnswer(on, duty)),
    ),
    ...listed(
      'ALSO THIS WEEK, WITH NOTHING TO ANSWER',
      moved.map((found) => toRead(on, found)),
    ),
    ...listed(
      'WHAT YOU PROPOSED',
      proposed.map((found) => toRead(on, found)),
    ),
    ending('You asked for one mail a week', leave),
  ]
  return { subject: count === 0 ? nothing : things, text: parts.join('\n\n').concat('\n') }
}

const listed = (heading: string, items: readonly string[]): readonly string[] => (items.length === 0 ? [] : [heading, ...items])

/** A reminder of one answer that is due. */
export function reminderText(asked: Asked, duty: Duty): Mail {
  const { register, grammar, of, leave } = asked
  const names = namesIn(register, grammar)
  const category = kindOf(of) === 'organisation' ? find(register, 'organisation', idOf(of))?.state.category?.value : undefined
  const on = { ...asked, names, category }
  const parts = [
    `For ${names.name(of)}: a reminder.`,
    toAnswer(on, duty),
    ending(
      'You are reminded because this is asked of those for whom you read, and no answer is recorded. If it is on its way, nothing is to be done',
      leave,
    ),
  ]
  return {
    subject: `Reminder: ${headingOf(on, duty.subject)}: ${dutyText(duty, register, names)}, ${whenText(on, duty)}`,
    text: parts.join('\n\n').concat('\n'),
  }
}

/** What asks an address to confirm, with the page on which it does. */
export const confirmText = (page: string): Mail => ({
  subject: 'Confirm that you want to be told of changes to the code',
  text: `This address was given to the code administrator, to be told of changes to the code.\n\nOpen this page to confirm it, to choose what you are told of, or to leave:\n\n${page}\n\nNothing else is sent until it is confirmed.\n`,
})

const ending = (why: string, leave: string | undefined): string =>
  [`${why}.`, ...(leave ? [`Change what you are told, or leave: ${leave}`] : [])].join('\n')

function whenText({ register }: On, { due }: Duty): string {
  if (!due) return 'no day is told'
  const { day, left } = clockText(due, dayOf(register.on))
  return left ? `${day} (${left})` : day
}

function headingOf({ register, names }: On, subject: Subject): string {
  const title = kindOf(subject) === 'modification' ? find(register, 'modification', idOf(subject))?.state.title?.value : undefined
  return title ? `${names.title(subject)} ${title}` : names.title(subject)
}

function toAnswer(on: On, duty: Duty): string {
  const { register, names } = on
  const page = pageOf(on, duty.subject)
  const answer =
    duty.kind === 'respond' && duty.item !== undefined
      ? `${page}/consultations/${duty.item.split('/').slice(1).join('/')}/respond`
      : undefined
  return [
    headingOf(on, duty.subject),
    `${dutyText(duty, register, names)}, ${whenText(on, duty)}`,
    ...about(on, duty.subject),
    ...(answer ? [`Answer it: ${answer}`, `Considered, no comment: ${answer}?no-comment=yes`] : [page]),
  ].join('\n')
}

function toRead(on: On, found: Found<'modification'>): string {
  const last = lastDone(found)
  return [
    headingOf(on, found.subject),
    ...(last ? [sentenceOf(last, on.names)] : []),
    ...about(on, found.subject),
    pageOf(on, found.subject),
  ].join('\n')
}

/** How much it touches the category, and what it is about in plain English; what nobody wrote is not said. */
function about({ register, category, summaries }: On, subject: Subject): readonly string[] {
  const rated = category === undefined ? undefined : find(register, 'modification', idOf(subject))?.state.impacts[category]?.value
  const summary = summaries.get(subject)
  return [...(rated ? [`${rated.impact.toUpperCase()} impact: ${rated.why}`] : []), ...(summary ? [summary] : [])]
}

function pageOf({ url, names }: On, subject: Subject): string {
  if (kindOf(subject) === 'modification') return `${url}/sec/${names.title(subject)}`
  return kindOf(subject) === 'meeting' ? `${url}/sec/meetings/${idOf(subject)}` : `${url}/sec/`
}
