import { z } from 'zod'
import type { Recorded } from '../../domain/acting/act.ts'
import { on } from '../../domain/calendar/calendar-date.ts'
import { moment as momentOf } from '../../domain/calendar/moment.ts'
import { subjectOrUnknown } from '../importing/field-schemas.ts'
import type { Plain } from '../importing/plain-fact.ts'
import { choice, day, file, line, lines, moment, prose, time } from './fields.ts'

/** Who reads what is of a class. */
export const classes = {
  white: 'White: everybody',
  green: 'Green: Parties and the bodies of the Code',
  amber: 'Amber: the code administrator, and whoever told it',
  red: 'Red: the code administrator, and whoever told it',
} as const

/** How an act came to us: the same fields under every form, JSON and verb, all of them optional. */
export const recordedFields = z.strictObject({
  by: subjectOrUnknown.meta({ label: 'Who did it', control: 'choice', from: 'actors', hint: 'Recorded on their behalf' }).exactOptional(),
  on: day({ label: 'Day on which it was done', hint: 'Left empty: now' }).exactOptional(),
  time: time({ label: 'Time of that day', hint: 'Like 17:00, where it is known' }).exactOptional(),
  nth: z
    .int({ error: 'a whole number' })
    .min(1)
    .meta({ label: 'Order within that day', control: 'number', hint: 'Where several things of one day have an order' })
    .exactOptional(),
  receivedOn: day({ label: 'Day on which it reached us', hint: 'Deadlines are judged by it. Left empty: now' }).exactOptional(),
  receivedAt: time({ label: 'Time at which it reached us', hint: 'Like 16:55; left empty: 17:00 of that day' }).exactOptional(),
  source: line({ label: 'Source', hint: 'Such as “Letter of 8 October 2019”: published with the entry' }).exactOptional(),
  where: line({ label: 'Where the source is', hint: 'An address, or a file reference' }).exactOptional(),
  evidence: prose({ label: 'Evidence', hint: 'What the letter, e-mail or minutes say. Not published' }).exactOptional(),
  file: file({
    label: 'The letter, e-mail or minutes',
    hint: 'A PDF, Word, Excel, PNG, JPEG, CSV or text file. Kept with the entry',
  }).exactOptional(),
  fileTitle: line({ label: 'What the file is called', hint: 'Left empty: its name' }).exactOptional(),
  fileClass: choice(classes, { label: 'Who may read the file', hint: 'Left empty: Amber' }).exactOptional(),
  reason: prose({ label: 'Reason', hint: 'Where a rule asks for one' }).exactOptional(),
  publicAt: moment({ label: 'Under an embargo until', hint: 'Like 2019-10-23T17:00. Left empty: public at once' }).exactOptional(),
  directionRows: lines({
    label: 'Rules set aside by a direction',
    hint: 'The ids of the rows, one a line; a second person confirms it',
  }).exactOptional(),
  directionLetter: prose({ label: 'What the direction says' }).exactOptional(),
  seen: z.int().meta({ label: 'Last entry seen', control: 'hidden' }).exactOptional(),
})

export type RecordedFields = z.output<typeof recordedFields>

/** The same as the domain has it, texts in clear. */
export function recordedOf(told: RecordedFields): Plain<Recorded> {
  const { on: at, receivedOn, receivedAt, source, where, directionRows, directionLetter, file: sent, fileTitle, fileClass, ...rest } = told
  return {
    ...rest,
    ...(at === undefined ? {} : { on: on(at) }),
    ...(receivedOn === undefined ? {} : { receivedAt: momentOf(receivedOn, receivedAt ?? ('17:00' as NonNullable<typeof receivedAt>)) }),
    ...(source === undefined ? {} : { source: { title: source, where: where ?? 'not published' } }),
    ...(sent
      ? {
          file: {
            file: sent,
            ...(fileTitle === undefined ? {} : { title: fileTitle }),
            ...(fileClass === undefined ? {} : { classification: fileClass }),
          },
        }
      : {}),
    ...(directionRows && directionLetter ? { direction: { rows: [...directionRows], letter: directionLetter } } : {}),
  } as Plain<Recorded>
}
