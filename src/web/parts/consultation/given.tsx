import type { Consultation } from '../../../domain/consultation/consultation.ts'
import { CHOICE } from '../../../domain/consultation/response.ts'
import { questionsOf } from '../../../domain/consultation/responses.ts'
import { capitalised } from '../../../report/words/capitalised.ts'
import { solutionName } from '../../../report/words/event-sentence.ts'
import type { ShownResponse } from '../../response-form.ts'

type Props = { readonly consultation: Consultation; readonly shown: ShownResponse }

/** What a response says, question by question; what is kept from its reader is named, with why. */
export function Given({ consultation, shown }: Props) {
  const { response, choices, answers } = shown
  const { noComment = false, withheld = [], why } = response.told?.value ?? {}
  const isKept = (id: string) => withheld.includes(id) && !response.kept
  return (
    <dl class="app-rows">
      {noComment && <Row name="Answer">Considered, no comment</Row>}
      {choices.map(({ of, option }) => (
        <Row name={of === 'proposal' ? 'Choice' : solutionName(of)}>
          {capitalised(option)}
          <Confidential told={withheld.includes(CHOICE)} />
        </Row>
      ))}
      {isKept(CHOICE) && <Row name="Choice">Withheld: {why}</Row>}
      {questionsOf(consultation).map(({ id, label }) => {
        const answer = answers.find(({ question }) => question === id)
        if (isKept(id)) return <Row name={label}>Withheld: {why}</Row>
        if (!answer) return null
        return (
          <Row name={label}>
            {answer.said && capitalised(answer.said)}
            {answer.said && answer.text && ': '}
            <span class="app-written">{answer.text}</span>
            <Confidential told={withheld.includes(id)} />
          </Row>
        )
      })}
    </dl>
  )
}

const Confidential = ({ told }: { readonly told: boolean }) => (told ? <span class="app-under">Confidential: not published</span> : null)

function Row({ name, children }: { readonly name: string; readonly children?: unknown }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children as never}</dd>
    </div>
  )
}
