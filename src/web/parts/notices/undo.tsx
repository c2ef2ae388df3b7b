import { randomUUID } from 'node:crypto'
import { commandOf } from '../../../app/notices/undo.ts'
import { mayUndo, undoneUntil } from '../../../domain/acting/undo.ts'
import { isRefused } from '../../../domain/refusal.ts'
import type { PageContext } from '../../context.ts'

type Props = { readonly context: PageContext; readonly position: number }

/** A slip is taken back with one press by who recorded it, as long as nobody is told; else, of what is never undone, what to do instead. */
export function Undo({ context, position }: Props) {
  const { answer, site, principal, paths, csrf } = context.var
  const entries = commandOf(site.app, position)
  const [first] = entries
  const now = site.app.people.now()
  const register = site.app.live.whole(answer.register.on)
  if (!first || first.recorder !== principal.id || now > undoneUntil(register, first)) return null
  const may = mayUndo(register, entries, principal.id, now)
  const until = new Date(undoneUntil(register, first)).toLocaleTimeString('en-GB', { timeZone: 'Europe/London' })
  if (isRefused(may))
    return (
      <p class="govuk-body-s govuk-!-margin-bottom-0">
        There is no undo: {may.refused}. To mend it, {may.remedies.join('; ')}.
      </p>
    )
  return (
    <form method="post" action={paths.outbox()} class="app-undo">
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="key" value={randomUUID()} />
      <input type="hidden" name="undo" value={position} />
      <button class="govuk-button govuk-button--secondary app-button--small" type="submit">
        Undo
      </button>{' '}
      <span class="govuk-body-s">Nobody is told before {until}: until then it is taken back with one press.</span>
    </form>
  )
}
