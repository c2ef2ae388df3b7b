import type { OpenDeadline } from '../../domain/rulebook/moves.ts'
import { assessmentName, consultationName } from './event-sentence.ts'
import { closingText } from './planned-for.ts'
import type { Names } from './sentence-names.ts'

/** 'the Refinement Consultation', 'the window in which it may be adopted', 'the Impact Assessment'. */
export function deadlineText({ of, id = '' }: OpenDeadline, { words }: Names): string {
  if (of === 'consultation') return `the ${consultationName(id, words)}`
  if (of === 'appeal') return 'the window in which the decision may be appealed against'
  return of === 'adoption' ? 'the window in which it may be adopted' : `the ${assessmentName(id, words)}`
}

/** '17:00 on 4 November 2019'. */
export const closesText = ({ closes }: Pick<OpenDeadline, 'closes'>): string => closingText(closes)
