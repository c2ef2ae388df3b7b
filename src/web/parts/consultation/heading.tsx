import type { Child } from 'hono/jsx'
import { wordsOf } from '../../../report/words/code-words.ts'
import { consultationName } from '../../../report/words/event-sentence.ts'
import type { ConsultationAsked } from '../../consultation-asked.ts'
import type { PageContext } from '../../context.ts'
import { referenceIn } from '../../paths.ts'

type Props = { readonly context: PageContext; readonly asked: ConsultationAsked; readonly children?: Child }

/** The heading of a page below a consultation: of which modification and consultation it is. */
export function ConsultationHeading({ context, asked: { found, consultation }, children }: Props) {
  const { answer, paths, site } = context.var
  return (
    <h1 class="govuk-heading-l">
      <span class="govuk-caption-l">
        <a class="govuk-link" href={paths.modification(found.id, 'consultations')}>
          {referenceIn(answer.register, site.grammar, found.id)}
        </a>{' '}
        {found.state.title?.value}
        {children && (
          <>
            {' · '}
            <a class="govuk-link" href={paths.consultation(consultation.id)}>
              {consultationName(consultation.id, wordsOf(answer.register))}
            </a>
          </>
        )}
      </span>
      {children ?? consultationName(consultation.id, wordsOf(answer.register))}
    </h1>
  )
}
