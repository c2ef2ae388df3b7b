import { z } from 'zod'
import type { Choice, Question } from '../../../domain/consultation/response.ts'
import type { ResponseAct } from '../../../domain/consultation/response-acts.ts'
import { read } from '../../importing/field-schemas.ts'
import type { PlainText } from '../../importing/plain-fact.ts'
import { type Forms, fields } from '../act-form.ts'
import { choice, type FieldMeta, inside, line, lines, prose, severalInside, yes } from '../fields.ts'

const consultation = inside('consultations', { label: 'Consultation' })

type Asked = Omit<Question, 'id'>
type Answered = { question: string; said?: 'yes' | 'no'; text?: PlainText }

/** A question as a line; one that is answered with yes or no ends in “(yes or no)”. */
function questionIn(text: string): Asked | undefined {
  const [, label = '', closed] = /^(.*?)\s*(\(yes or no\))?$/i.exec(text.trim()) ?? []
  return label === '' ? undefined : { label, kind: closed ? 'yes or no' : 'text' }
}

/** `2: We agree`; to a question of yes or no `1 [yes]: since it is cheaper`, or `1 [yes]` alone. */
function answerIn(text: string): Answered | undefined {
  const [, question = '', said, written = ''] = /^([a-z0-9]+)\s*(?:\[(yes|no)\])?\s*(?::\s*(.*))?$/is.exec(text.trim()) ?? []
  if (question === '' || (said === undefined && written === '')) return undefined
  return {
    question,
    ...(said === undefined ? {} : { said: said.toLowerCase() as 'yes' | 'no' }),
    ...(written === '' ? {} : { text: { text: written } }),
  }
}

/** `approve`; of several solutions `84/solution/2: reject`. */
function choiceIn(text: string): Choice | undefined {
  const [, of = 'proposal', option = ''] = /^(?:(proposal|[^\s:]+\/solution\/\d+)\s*:\s*)?([^:]+)$/.exec(text.trim()) ?? []
  return option === '' ? undefined : { of, option: option.trim() }
}

const meta = (told: Omit<FieldMeta, 'control'>): Record<string, unknown> => ({ ...told, control: 'lines' })

/** Questions as lines, numbered as they stand. */
export const questions = z
  .array(read('a question', questionIn), { error: 'a list of questions' })
  .min(1, { error: 'at least one question' })
  .transform((asked) => asked.map((each, index) => ({ id: String(index + 1), ...each })))
  .meta(meta({ label: 'Questions, one a line', hint: 'One that is answered with yes or no ends in “(yes or no)”.' }))

export const responseForms: Forms<ResponseAct> = {
  SetQuestions: {
    title: 'Set the questions of a consultation',
    verb: 'set-questions',
    on: 'modification',
    about: 'Before it opens, or while nobody has answered it.',
    schema: fields({ consultation, questions }),
  },
  Respond: {
    title: 'Record a response to a consultation',
    verb: 'respond',
    on: 'modification',
    about:
      'As it came, by mail or on a form. Until the consultation closes, nobody else reads it; one that came later is kept, and marked late.',
    schema: fields({
      consultation,
      respondent: line({
        label: 'Who responds, where it is not in the register',
        hint: 'An organisation that is no Party. Left empty: the one named under “How it came to us”.',
      }).exactOptional(),
      choices: z
        .array(read('an option like “approve”', choiceIn), { error: 'a list of choices' })
        .meta(meta({ label: 'What is chosen', hint: 'Such as “approve”; of several solutions one a line, “84/solution/2: reject”.' }))
        .exactOptional(),
      answers: z
        .array(read('a line like “1: We agree”', answerIn), { error: 'a list of answers' })
        .meta(
          meta({ label: 'Answers, one line for each question', hint: 'Such as “1 [yes]: since it is cheaper” or “comment: We agree”.' }),
        )
        .exactOptional(),
      noComment: yes({ label: 'Considered, no comment' }).exactOptional(),
      confidential: choice({ none: 'No', part: 'In part', whole: 'As a whole, with the name' }, { label: 'Confidential' }).exactOptional(),
      withheld: lines({
        label: 'Which answers are confidential',
        hint: 'The numbers of the questions, one a line; “choice” for what is chosen.',
      }).exactOptional(),
      why: line({ label: 'Why it is confidential', hint: 'Published in its place' }).exactOptional(),
    }),
  },
  WithdrawResponse: {
    title: 'Withdraw a response',
    verb: 'withdraw-response',
    on: 'modification',
    about: 'Until the consultation closes. Nothing of it is published.',
    schema: fields({ consultation, response: inside('responses', { label: 'Response' }) }),
  },
  AnswerPoint: {
    title: 'Answer a point of the responses',
    verb: 'answer-point',
    on: 'modification',
    about: 'A line of the response matrix: what was said, who said it, what is answered to it, and what changed.',
    schema: fields({
      consultation,
      point: inside('points', { label: 'The point that is there already', hint: 'Left empty: another point' }).exactOptional(),
      topic: line({ label: 'What was said', hint: 'Published' }),
      responses: severalInside('responses', { label: 'Who said it' }).exactOptional(),
      answer: prose({ label: 'Answer', hint: 'Published' }),
      changed: line({ label: 'What changed', hint: 'Left empty: nothing' }).exactOptional(),
    }),
  },
}
