import type { Subject } from '../entry.ts'
import type { Consultation } from './consultation.ts'
import type { Question, Response } from './response.ts'

/** What is asked where no question was set. */
const openQuestion: readonly Question[] = [{ id: 'comment', label: 'Your comments', kind: 'text' }]

export const questionsOf = ({ responses }: Consultation): readonly Question[] => responses.questions?.value ?? openQuestion

/** Received before the close: the window is half-open. What is hidden from the reader is not late. */
export const isInTime = ({ closes }: Consultation, { told }: Response): boolean =>
  told === undefined || closes === undefined || told.value.received < closes

/** What an organisation gave to it, as the reader of the register may see it: at most one in time, and what came late. */
export const givenBy = ({ responses }: Consultation, organisation: Subject): readonly Response[] =>
  Object.values(responses.given).filter(({ told }) => told?.value.by === organisation)
