import { askedOf } from '../../../app/people/response-drafts.ts'
import { own } from '../../../domain/own.ts'
import { find } from '../../../domain/register.ts'
import { wordsOf } from '../../../report/words/code-words.ts'
import { consultationName } from '../../../report/words/event-sentence.ts'
import type { PageContext } from '../../context.ts'
import { referenceIn } from '../../paths.ts'

export type AskedOfMe = Awaited<ReturnType<typeof askedOf>>

/** What colleagues ask of who signed in: of consultations that are still open. */
export async function askedOfMe({ var: { account, answer, site } }: PageContext): Promise<AskedOfMe> {
  if (!account || !answer.isPresent) return []
  const asked = await askedOf(site.app.people, account)
  return asked.filter(({ consultation }) => {
    const modification = find(answer.register, 'modification', consultation.split('/')[0] ?? '')
    return modification && own(modification.state.consultations, consultation)?.status === 'open'
  })
}

export function Asked({ context, asked }: { readonly context: PageContext; readonly asked: AskedOfMe }) {
  const { answer, paths, site } = context.var
  if (asked.length === 0) return null
  return (
    <nav class="app-offered" aria-label="What colleagues ask of you">
      <h2 class="govuk-heading-s">Colleagues ask you</h2>
      <ul>
        {asked.map(({ consultation, task }) => (
          <li>
            <a class="govuk-link" href={paths.consultation(consultation, 'respond')}>
              {task === 'draft' ? 'To draft the response' : 'To sign off the response'} to the{' '}
              {consultationName(consultation, wordsOf(answer.register))} on{' '}
              {referenceIn(answer.register, site.grammar, consultation.split('/')[0] ?? '')}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
