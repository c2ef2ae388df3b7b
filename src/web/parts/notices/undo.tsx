import { randomUUID } from 'node:crypto'
import { isRefused } from '../../../domain/refusal.ts'
import type { PageContext } from '../../context.ts'

type Props = { readonly context: PageContext; readonly position: number }

/** A slip is taken back with one press by who recorded it, as long as nobody is told; else, of what is never undone, what to do instead. */
export function Undo({ context, position }: Props) {
  const { answer, site, principal, paths, csrf } = context.var
  const slip = site.app.telling().slip(position, principal, answer.register)
  if (!slip) return null
  const { may } = slip
  const until = site.app.shownAt(slip.until)?.split('T')[1]
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
      <span class="govuk-body-s">Nobody is told {until ? `before ${until}` : 'yet'}: until then it is taken back with one press.</span>
    </form>
  )
}
