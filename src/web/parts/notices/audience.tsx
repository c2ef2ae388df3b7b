import type { Addressed } from '../../../app/notices/listeners.ts'
import type { Told } from '../../../domain/notice/audience.ts'
import { audienceText, byWhom, whyWord } from '../../../report/notices/audience-text.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'

/** How sure it is whom a change tells. */
export type Known = 'exactly' | 'at most, before a preview' | 'at most' | 'once it stands'

/** Whom a change tells, and the words of the mail, where they are known. */
export type Audience = {
  readonly told: readonly Told<Addressed>[]
  readonly known: Known
  readonly mail?: { readonly subject: string; readonly text: string } | undefined
}

type Props = { readonly context: PageContext; readonly audience: Audience; readonly note?: string }

/** One line that says whom it tells; folded away, who they are and the words. Who administers adds a note to the words, never to the facts. */
export function AudienceLine({ context, audience: { told, known, mail }, note }: Props) {
  const administers = context.var.principal.roles.includes('administrator')
  const text = audienceText(told)
  if (!text)
    return (
      <p class="govuk-body app-audience">
        {nobody[known]} <ToContacts context={context} />
      </p>
    )
  return (
    <details class="govuk-details app-details app-audience">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{inWords[known](text)}</span>
      </summary>
      <div class="govuk-details__text">
        <Recipients context={context} told={told} />
        <p class="govuk-body-s">
          <ToContacts context={context} />
        </p>
        {mail && (
          <>
            <h3 class="govuk-heading-s">The words</h3>
            <p class="govuk-body">
              <strong>{mail.subject}</strong>
            </p>
            <pre class="app-mail">{mail.text}</pre>
          </>
        )}
        {administers && note !== undefined && (
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

/** Where who administers looks who is a contact, and who is missing. */
function ToContacts({
  context: {
    var: { paths, principal },
  },
}: {
  readonly context: PageContext
}) {
  if (!principal.roles.includes('administrator')) return null
  return (
    <a class="govuk-link" href={paths.contacts()}>
      All contacts
    </a>
  )
}

const nobodyAsked = 'nobody asked to be told of it, and it asks nothing of anyone'

const nobody: Record<Known, string> = {
  exactly: `This tells nobody: ${nobodyAsked}.`,
  'at most, before a preview': 'Whom this tells is shown by the preview.',
  'at most': `This tells nobody: ${nobodyAsked}.`,
  'once it stands': `This tells nobody, now or once it stands: ${nobodyAsked}.`,
}

const inWords: Record<Known, (text: string) => string> = {
  exactly: (text) => `This will tell ${text}`,
  'at most, before a preview': (text) => `This may tell ${text}; the preview shows whom it will`,
  'at most': (text) => `This will tell at most ${text}`,
  'once it stands': (text) => `Once it stands, this will tell ${text}`,
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
