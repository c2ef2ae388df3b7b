import type { Consultation } from '../../domain/consultation/consultation.ts'
import { type Answer, CHOICE, type Choice, type Response } from '../../domain/consultation/response.ts'
import { questionsOf } from '../../domain/consultation/responses.ts'
import { capitalised } from '../words/capitalised.ts'
import { solutionName } from '../words/event-sentence.ts'

/** A response as it is shown: each text in clear. */
export type ShownResponse = {
  readonly response: Response
  readonly choices: readonly Choice[]
  readonly answers: readonly (Omit<Answer, 'text'> & { readonly text?: string })[]
}

/** What was said to one thing that is asked; `kept`: its reader may see it, and the public may not. */
export type GivenLine = { readonly name: string; readonly value: string; readonly kept?: true }

/** What a response says, question by question; what is kept from its reader is named, with why. */
export function givenLines(consultation: Consultation, { response, choices, answers }: ShownResponse): readonly GivenLine[] {
  const { noComment = false, withheld = [], why = '' } = response.told?.value ?? {}
  const isHidden = (id: string) => withheld.includes(id) && !response.kept
  const kept = (id: string) => (withheld.includes(id) ? ({ kept: true } as const) : {})
  const hidden = (name: string): GivenLine => ({ name, value: `Withheld: ${why}` })
  return [
    ...(noComment ? [{ name: 'Answer', value: 'Considered, no comment' }] : []),
    ...choices.map(({ of, option }) => ({
      name: of === 'proposal' ? 'Choice' : solutionName(of),
      value: capitalised(option),
      ...kept(CHOICE),
    })),
    ...(isHidden(CHOICE) ? [hidden('Choice')] : []),
    ...questionsOf(consultation).flatMap(({ id, label }): readonly GivenLine[] => {
      const answer = answers.find(({ question }) => question === id)
      if (isHidden(id)) return [hidden(label)]
      if (!answer) return []
      const said = [answer.said && capitalised(answer.said), answer.text].filter((part) => part !== undefined)
      return [{ name: label, value: said.join(': '), ...kept(id) }]
    }),
  ]
}
