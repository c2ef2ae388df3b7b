import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { heading, type Paper, paragraph } from '../paper/paper.ts'
import type { GivenLine } from './given.ts'

/** What a receipt says: to what, by whom, when, and what was sent. */
export type Receipt = {
  /** The consultation, and of which modification. */
  readonly about: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly lines: readonly GivenLine[]
  readonly author: string
  readonly date: CalendarDate
  /** Whether any of it is kept from the public. */
  readonly confidential: boolean
}

/** The receipt as a paper, to be kept by who responded. */
export const receiptPaper = ({ about, facts, lines, author, date, confidential }: Receipt): Paper => ({
  title: 'Receipt of a response',
  classification: confidential ? 'Amber' : 'White',
  reference: about,
  author,
  date,
  cover: [],
  sections: [
    { kind: 'facts', facts: [{ name: 'Consultation', value: about }, ...facts].map(({ name, value }) => ({ name, value: [value] })) },
    heading(1, 'What was sent'),
    ...lines.flatMap(({ name, value, kept }) => [
      heading(2, name),
      ...value.split(/\n+/).map((line) => paragraph(line)),
      ...(kept ? [paragraph('Confidential: not published.')] : []),
    ]),
  ],
  attachments: [],
})
