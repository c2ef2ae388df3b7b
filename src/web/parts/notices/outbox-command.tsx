import type { Notice, NoticeState } from '../../../log/notices.ts'
import { sentenceOf } from '../../../report/words/event-sentence.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'
import type { ToldOfCommand } from '../../pages/outbox.tsx'
import { type Column, DataTable } from '../data-table.tsx'
import { Undo } from './undo.tsx'

type Props = { readonly context: PageContext; readonly told: ToldOfCommand }

/** One thing that was recorded: to whom it goes or went, when, with what outcome; its words; and the way back, as long as there is one. */
export function OutboxCommand({ context, told: { command, notices, note, mail } }: Props) {
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
        <span class="app-quiet">recorded at {atClock(first.recordedAt)}</span>
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {entries.map((entry) => (
          <li>{sentenceOf(entry, names)}</li>
        ))}
      </ul>
      <Undo context={context} position={first.position} />
      <DataTable
        caption={`Whom it tells: ${notices.length}`}
        columns={columns}
        rows={notices.map((notice) => ({ cells: cellsOf(context, notice, administers) }))}
      />
      {mail && (
        <details class="govuk-details app-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">The words</span>
          </summary>
          <div class="govuk-details__text">
            <p class="govuk-body">
              <strong>{mail.subject}</strong>
            </p>
            <pre class="app-mail">{mail.text}</pre>
          </div>
        </details>
      )}
      {administers && isHeld && <NoteForm context={context} command={command} note={note} />}
    </section>
  )
}

const columns: readonly Column[] = [{ label: 'To' }, { label: 'State' }, { label: 'When' }]

function cellsOf(context: PageContext, notice: Notice, administers: boolean) {
  const { answer, site, paths, csrf } = context.var
  const { name } = namesIn(answer.register, site.grammar)
  const whom = notice.listensFor.filter((each) => answer.register.subjects.has(each)).map(name)
  return [
    <>
      {whom.join(', ') || 'who follows it'}
      {administers && <span class="app-under app-break">{notice.address ?? 'an account without an address'}</span>}
    </>,
    <>
      {stateText(notice, context.var.site.app.isDemo())}
      {notice.outcome && administers && <span class="app-under app-break">{notice.outcome}</span>}
      {administers && notice.state === 'sent' && (
        <form method="post" action={paths.outbox()}>
          <input type="hidden" name="csrf" value={csrf} />
          <button class="app-link-button" type="submit" name="bounced" value={notice.id}>
            It came back<span class="govuk-visually-hidden"> from {notice.address}</span>
          </button>
        </form>
      )}
    </>,
    notice.doneAt ? atClock(notice.doneAt) : `not before ${atClock(notice.nextTry)}`,
  ]
}

const states: Record<NoticeState, string> = {
  held: 'Waits',
  sending: 'Being sent',
  sent: 'Sent',
  shown: 'Told on the front page',
  refused: 'Came back',
  'given up': 'Given up',
  dropped: 'Dropped: taken back before it left',
}
const stateText = ({ state }: Notice, isDemo: boolean): string => (state === 'shown' && isDemo ? 'Would have been sent' : states[state])

/** By the London clock, of a real instant. */
const atClock = (instant: string): string =>
  new Date(instant).toLocaleString('en-GB', { timeZone: 'Europe/London', dateStyle: 'long', timeStyle: 'medium' })

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
