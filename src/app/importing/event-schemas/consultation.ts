import { z } from 'zod'
import { confidentialities } from '../../../domain/consultation/response.ts'
import { count, day, label, labels, moment, month, oneKindOf, strict, subjectOrUnknown, text, word, yesNo } from '../field-schemas.ts'
import { told } from './told.ts'

const consultation = label
const consultationKind = word('refinement', 'report', 'information')
const lengthWorkingDays = count(1).exactOptional()

const expected = oneKindOf('kind', [
  strict({ kind: z.literal('month'), month }),
  strict({ kind: z.literal('week'), commencing: day }),
  strict({ kind: z.literal('day'), day }),
  strict({ kind: z.literal('not told') }),
])

const questions = z.array(strict({ id: label, label, kind: word('text', 'yes or no') }), { error: 'a list of questions' })
const choices = z.array(strict({ of: label, option: label }), { error: 'a list of choices' })
const answers = z.array(strict({ question: label, said: word('yes', 'no').exactOptional(), text: text.exactOptional() }), {
  error: 'a list of answers',
})

export const consultationSchemas = {
  QuestionsSet: told('QuestionsSet', { consultation, questions }),
  ResponseSubmitted: told('ResponseSubmitted', {
    consultation,
    response: label,
    by: subjectOrUnknown,
    respondent: label.exactOptional(),
    choices,
    answers,
    noComment: yesNo,
    confidential: word(...confidentialities),
    withheld: labels,
    why: label.exactOptional(),
    received: moment,
  }),
  AnswersWithheld: told('AnswersWithheld', { consultation, response: label, choices, answers }),
  ResponseWithheld: told('ResponseWithheld', { consultation, why: label, received: moment }),
  PointAnswered: told('PointAnswered', {
    consultation,
    point: label,
    topic: label,
    responses: labels,
    answer: text,
    changed: label.exactOptional(),
  }),
  ConsultationPlanned: told('ConsultationPlanned', {
    consultation,
    consultationKind,
    expected,
    lengthWorkingDays,
    condition: label.exactOptional(),
  }),
  ConsultationOpened: told('ConsultationOpened', {
    consultation,
    consultationKind,
    closes: moment.exactOptional(),
    lengthWorkingDays,
    row: label.exactOptional(),
    document: label.exactOptional(),
    text: text.exactOptional(),
  }),
  ConsultationCloseSet: told('ConsultationCloseSet', { consultation, closes: moment, why: label.exactOptional() }),
  ConsultationCancelled: told('ConsultationCancelled', { consultation, why: text.exactOptional() }),
}
