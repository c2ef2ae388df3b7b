import type { Addressed } from '../../../app/notices/listeners.ts'
import type { Told } from '../../../domain/notice/audience.ts'
import { audienceText, byWhom, whyWord } from '../../../report/notices/audience-text.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'

/** Whom a change tells: `exact` once it is known what it is; and the words of the mail, where they are known. */
export type Audience = {
  readonly told: readonly Told<Addressed>[]
  readonly exact: boolean
  readonly mail?: { readonly subject: string; readonly text: string } | undefined
}

type Props = { readonly context: PageContext; readonly audience: Audience; readonly note: string }

/** One line that says whom it tells; folded away, who they are and the words. Who administers adds a note to the words, never to the facts. */
export function AudienceLine({ context, audience: { told, exact, mail }, note }: Props) {
  const administers = context.var.principal.roles.includes('administrator')
  const text = audienceText(told)
  if (!text)
    return (
      <p class="govuk-body app-audience">
        {exact
          ? 'This tells nobody: nobody asked to be told of it, and it asks nothing of anyone.'
          : 'Whom this tells is shown by the preview.'}
      </p>
    )
  return (
    <details class="govuk-details app-details app-audience">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {exact ? `This will tell ${text}` : `This may tell ${text}; the preview shows whom it will`}
        </span>
      </summary>
      <div class="govuk-details__text">
        <Recipients context={context} told={told} />
        {mail && (
          <>
            <h3 class="govuk-heading-s">The words</h3>
            <p class="govuk-body">
              <strong>{mail.subject}</strong>
            </p>
            <pre class="app-mail">{mail.text}</pre>
          </>
        )}
        {administers && (
          <div class="govuk-form-group">
            <label class="govuk-label" for="f-notice-note">
              A note above the facts
            </label>
            <div id="f-notice-note-hint" class="govuk-hint">
              Sent with the mail, and not recorded
            </div>
            <textarea class="govuk-textarea" id="f-notice-note" name="notice.note" rows={2} aria-describedby="f-notice-note-hint">
              {note}
            </textarea>
          </div>
        )}
      </div>
    </details>
  )
}

/** By those for whom they listen; addresses are for who administers. */
function Recipients({ context, told }: { readonly context: PageContext; readonly told: readonly Told<Addressed>[] }) {
  const { answer, site, principal } = context.var
  const { name } = namesIn(answer.register, site.grammar)
  const administers = principal.roles.includes('administrator')
  return (
    <ul class="govuk-list govuk-list--bullet">
      {[...byWhom(told)].map(([whom, some]) => (
        <li>
          {whom === 'nobody' ? 'Who follow it' : name(whom)}: {some.length}, because{' '}
          {[...new Set(some.map(({ why }) => whyWord[why]))].join(', ')}
          {administers && (
            <span class="app-under app-break">
              {some.map(({ listener }) => listener.address ?? `${listener.label}, without an address`).join(', ')}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
