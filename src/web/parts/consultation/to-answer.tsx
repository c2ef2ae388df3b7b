import { givenBy } from '../../../domain/consultation/responses.ts'
import { type ConsultationAsked, respondentOf } from '../../consultation-asked.ts'
import type { PageContext } from '../../context.ts'

type Props = { readonly context: PageContext; readonly asked: ConsultationAsked }

/** For who acts for an organisation: the ways to answer an open consultation, or that it was answered. Nothing on a page of the past. */
export function ToAnswer({ context, asked }: Props) {
  const { answer, paths } = context.var
  const { consultation } = asked
  if (!answer.isPresent || consultation.status !== 'open') return null
  const by = respondentOf(context, asked)
  if (by === undefined) return null
  const [given] = givenBy(consultation, by)
  return (
    <span class="app-lines__more">
      <a class="govuk-link" href={paths.consultation(consultation.id, 'respond')}>
        {given ? 'Change the response' : 'Respond'}
      </a>
      {!given && (
        <>
          {' '}
          or{' '}
          <a class="govuk-link" href={paths.consultation(consultation.id, 'respond', { 'no-comment': 'yes' })}>
            Considered, no comment
          </a>
        </>
      )}
    </span>
  )
}
