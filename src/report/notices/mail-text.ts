import { dated } from '../../domain/calendar/format.ts'
import type { Entry, Subject, TextId } from '../../domain/entry.ts'
import { idOf, kindOf } from '../../domain/entry.ts'
import type { ReferenceGrammar } from '../../domain/modification/reference.ts'
import type { Why } from '../../domain/notice/audience.ts'
import { find, type Register } from '../../domain/register.ts'
import { listText, sentenceOf } from '../words/event-sentence.ts'
import { namesIn } from '../words/sentence-names.ts'

/** What a mail tells of: entries as they are proposed, or as they were recorded. */
export type Told = Pick<Entry, 'subject' | 'event' | 'capacity' | 'on'>

export type MailAsked = {
  readonly entries: readonly Told[]
  readonly register: Register
  readonly grammar: ReferenceGrammar
  /** Where browsers reach the site. */
  readonly url: string
  readonly why: Why
  /** For whom the reader listens. */
  readonly listensFor: readonly Subject[]
  /** What who administers adds to the facts. */
  readonly note?: string | undefined
  /** The texts that the entries name and that belong in the mail: what a consultation asks. */
  readonly texts: ReadonlyMap<TextId, string>
  /** Where the reader changes what he is told, or leaves. */
  readonly leave?: string | undefined
}

/** The words of a mail: what was recorded, as sentences that nobody types; a note; where it is read, and why it comes. Plain text. */
export function mailText(asked: MailAsked): { readonly subject: string; readonly text: string } {
  const { entries, register, grammar, url, note, leave } = asked
  const names = namesIn(register, grammar)
  const groups = [...Map.groupBy(entries, ({ subject }) => subject)]
  const [first] = groups
  const title = groups.length === 1 && first ? headingOf(register, names.title(first[0]), first[0]) : `${groups.length} changes`
  const sentence = groups.length === 1 && entries[0] ? `: ${sentenceOf(entries[0], names)}` : ''
  const paragraphs = groups.map(([subject, told]) =>
    [
      headingOf(register, names.title(subject), subject),
      ...told.map((entry) => `- ${sentenceOf(entry, names)} (${dated(entry.on)})`),
      ...told.flatMap((entry) => quoted(entry, asked.texts)),
      `${url}${pathOf(subject, names.title(subject))}`,
      ...told.flatMap(({ event }) => toAnswer(event, `${url}${pathOf(subject, names.title(subject))}`)),
    ].join('\n'),
  )
  const ending = [
    `You are told because ${whyText(asked, names.name)}.`,
    ...(leave ? [`Change what you are told, or leave: ${leave}`] : []),
  ].join('\n')
  return { subject: oneLine(`${title}${sentence}`), text: [...(note ? [note] : []), ...paragraphs, ending].join('\n\n').concat('\n') }
}

function headingOf(register: Register, name: string, subject: Subject): string {
  const title = kindOf(subject) === 'modification' ? find(register, 'modification', idOf(subject))?.state.title?.value : undefined
  return title ? `${name} ${title}` : name
}

function quoted({ event }: Told, texts: ReadonlyMap<TextId, string>): readonly string[] {
  const text = event?.type === 'ConsultationOpened' && event.text !== undefined ? texts.get(event.text) : undefined
  return text === undefined ? [] : ['', text, '']
}

/** One link to read what is asked, one to the form of its answer, and one to say that there is no comment. */
function toAnswer(event: Told['event'], page: string): readonly string[] {
  if (event?.type !== 'ConsultationOpened') return []
  const consultation = `${page}/consultations/${event.consultation.split('/').slice(1).join('/')}`
  return [
    `What it asks: ${consultation}`,
    `Answer it: ${consultation}/respond`,
    `Considered, no comment: ${consultation}/respond?no-comment=yes`,
  ]
}

function pathOf(subject: Subject, name: string): string {
  switch (kindOf(subject)) {
    case 'modification':
      return `/sec/${name}`
    case 'release':
      return `/sec/releases/${idOf(subject)}`
    case 'meeting':
      return `/sec/meetings/${idOf(subject)}`
    default:
      return '/sec/'
  }
}

function whyText({ why, listensFor }: MailAsked, name: (subject: Subject) => string): string {
  const whom = listText(listensFor.map(name), 'you')
  switch (why) {
    case 'asked':
      return `it asks something of ${whom}`
    case 'proposer':
      return `${whom} proposed it`
    case 'wanted':
      return `${whom} asked to be told of this`
    case 'follows':
      return 'you follow it'
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replace(/^(.{180}).+$/u, '$1…')
