import { CHOICE } from '../../domain/consultation/response.ts'
import { isInTime, questionsOf } from '../../domain/consultation/responses.ts'
import { idOf } from '../../domain/entry.ts'
import { find } from '../../domain/register.ts'
import { respondentOf } from '../../report/words/event-sentence.ts'
import { namesIn } from '../../report/words/sentence-names.ts'
import { consultationAsked } from '../consultation-asked.ts'
import type { PageContext } from '../context.ts'
import { csvAnswer } from '../csv.ts'
import { matrixOf } from '../parts/consultation/matrix.tsx'
import { shownResponse } from '../response-form.ts'

const responseColumns = [
  'response',
  'respondent',
  'category',
  'received',
  'late',
  'noComment',
  'confidential',
  'why',
  'question',
  'said',
  'answer',
] as const

/** The responses as CSV, one line for each answer, as far as whoever asks may see them; what is withheld is a line that says so. */
export async function responsesCsv(context: PageContext) {
  const asked = await consultationAsked(context)
  if (asked instanceof Response) return asked
  const { answer, site } = context.var
  const { consultation } = asked
  const names = namesIn(answer.register, site.grammar)
  const rows = await Promise.all(
    Object.values(consultation.responses.given).map(async (response) => {
      const { choices, answers } = await shownResponse(site.app, response)
      const told = response.told?.value
      const by = told?.by
      const common = {
        response: response.id,
        respondent: told ? respondentOf(told, names) : '',
        category: by && by !== 'unknown' ? (find(answer.register, 'organisation', idOf(by))?.state.category?.value ?? '') : '',
        received: told?.received ?? '',
        late: isInTime(consultation, response) ? 'no' : 'yes',
        noComment: told?.noComment ? 'yes' : 'no',
        confidential: told?.confidential ?? '',
        why: told?.why ?? '',
      }
      const hidden = response.kept ? [] : (told?.withheld ?? [])
      const said = [
        ...choices.map(({ of, option }) => ({ question: of === 'proposal' ? CHOICE : of, said: option, answer: '' })),
        ...answers.map(({ question, said = '', text = '' }) => ({ question: labelOf(question), said, answer: text })),
        ...hidden.map((question) => ({ question: labelOf(question), said: 'withheld', answer: '' })),
      ]
      return (said.length > 0 ? said : [{ question: '', said: '', answer: '' }]).map((each) => ({ ...common, ...each }))
    }),
  )
  const unnamed = consultation.responses.withheld.map(({ value }) => ({
    response: '',
    respondent: '',
    category: '',
    received: value.received,
    late: '',
    noComment: '',
    confidential: 'whole',
    why: value.why,
    question: '',
    said: 'withheld',
    answer: '',
  }))
  return csvAnswer(context, responseColumns, [...rows.flat(), ...unnamed])

  function labelOf(question: string): string {
    return questionsOf(consultation).find(({ id }) => id === question)?.label ?? question
  }
}

const matrixColumns = ['point', 'topic', 'who', 'answer', 'changed'] as const

/** The response matrix as CSV. */
export async function matrixCsv(context: PageContext) {
  const asked = await consultationAsked(context)
  return asked instanceof Response ? asked : csvAnswer(context, matrixColumns, await matrixOf(context, asked.consultation))
}
