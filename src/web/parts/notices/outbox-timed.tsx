import { longDay } from '../../../domain/calendar/format.ts'
import type { Contact, Matter } from '../../../log/notices.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'
import type { ToldOfCommand } from '../../pages/outbox.tsx'
import { NoticesTable } from './notices-table.tsx'

type Props = { readonly context: PageContext; readonly told: ToldOfCommand; readonly matter: Matter; readonly contacts: readonly Contact[] }

/** What no entry brought: the question whether an address is right, the mail of a week, or a reminder; to whom it goes or went, and the words that each got. */
export function OutboxTimed({ context, told: { notices, mails }, matter, contacts }: Props) {
  return (
    <div class="app-card">
      <h2 class="govuk-heading-s">{headingOf(context, matter)}</h2>
      <NoticesTable context={context} caption={`Whom it tells: ${notices.length}`} notices={notices} contacts={contacts} />
      {mails.map((mail) => (
        <Words mail={mail} />
      ))}
    </div>
  )
}

function headingOf({ var: { answer, site } }: PageContext, matter: Matter): string {
  if (matter.kind === 'confirm') return 'A contact is asked to confirm'
  if (matter.kind === 'weekly') return `The weekly mail of ${longDay(matter.day)}`
  const { title } = namesIn(answer.register, site.grammar)
  return `Reminder of ${title(matter.subject)}, due ${longDay(matter.day)}`
}

/** The words of a mail, folded away. */
export function Words({ mail }: { readonly mail: { readonly subject: string; readonly text: string } }) {
  return (
    <details class="govuk-details app-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          The words<span class="govuk-visually-hidden">: {mail.subject}</span>
        </span>
      </summary>
      <div class="govuk-details__text">
        <p class="govuk-body">
          <strong>{mail.subject}</strong>
        </p>
        <pre class="app-mail">{mail.text}</pre>
      </div>
    </details>
  )
}
