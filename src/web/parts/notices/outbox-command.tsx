import { longDay } from '../../../domain/calendar/format.ts'
import type { Entry } from '../../../domain/entry.ts'
import type { Contact } from '../../../log/notices.ts'
import { sentenceOf } from '../../../report/words/event-sentence.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'
import type { ToldOfCommand } from '../../pages/outbox.tsx'
import { NoticesTable } from './notices-table.tsx'
import { Words } from './outbox-timed.tsx'
import { Undo } from './undo.tsx'

type Props = { readonly context: PageContext; readonly told: ToldOfCommand; readonly contacts: readonly Contact[] }

/** One thing that was recorded: to whom it goes or went, when, with what outcome; its words; and the way back, as long as there is one. */
export function OutboxCommand({ context, told: { command, notices, note, mails }, contacts }: Props) {
  const { answer, paths, principal, site } = context.var
  const names = namesIn(answer.register, site.grammar)
  const positions = [...new Set(notices.flatMap((notice) => notice.positions))].sort((a, b) => a - b)
  const entries = answer.log().filter(({ position }) => positions.includes(position))
  const [first] = entries
  if (!first) return null
  const administers = principal.roles.includes('administrator')
  const isHeld = notices.some(({ state }) => state === 'held')
  return (
    <section class="app-card" aria-label={`${names.title(first.subject)}, entry ${first.position}`}>
      <h2 class="govuk-heading-s">
        <a class="govuk-link" href={paths.subject(first.subject) ?? paths.home()}>
          {names.title(first.subject)}
        </a>{' '}
        <span class="app-quiet">recorded on {recordedOn(context, first)}</span>
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {entries.map((entry) => (
          <li>
            {entry.subject !== first.subject && `${names.title(entry.subject)}: `}
            {sentenceOf(entry, names)}
          </li>
        ))}
      </ul>
      <Undo context={context} position={first.position} />
      <NoticesTable context={context} caption={`Whom it tells: ${notices.length}`} notices={notices} contacts={contacts} />
      {mails.map((mail) => (
        <Words mail={mail} />
      ))}
      {administers && isHeld && <NoteForm context={context} command={command} note={note} />}
    </section>
  )
}

/** By the log's clock; to the day where a demonstration's was moved since. */
const recordedOn = ({ var: { site } }: PageContext, { recordedAt, recordedOn: day }: Entry): string =>
  [longDay(day), ...(site.app.shownAt(recordedAt)?.split('T').slice(1) ?? [])].join(' at ')

function NoteForm({ context, command, note }: { readonly context: PageContext; readonly command: string; readonly note: string }) {
  const { paths, csrf } = context.var
  const id = `note-${command.replace(/\W/g, '-')}`
  return (
    <form method="post" action={paths.outbox()} class="app-form">
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="command" value={command} />
      <div class="govuk-form-group">
        <label class="govuk-label" for={id}>
          A note above the facts
        </label>
        <textarea class="govuk-textarea" id={id} name="note" rows={2}>
          {note}
        </textarea>
      </div>
      <button class="govuk-button govuk-button--secondary" type="submit">
        Save the note
      </button>
    </form>
  )
}
