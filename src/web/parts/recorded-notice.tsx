import { idOf, kindOf } from '../../domain/entry.ts'
import { sentenceOf } from '../../report/words/event-sentence.ts'
import { namesIn } from '../../report/words/sentence-names.ts'
import type { PageContext } from '../context.ts'
import { Undo } from './notices/undo.tsx'

/** After an act: what was recorded, every entry of its command, and how to take it back. The address names the last of them. */
export function RecordedNotice({ context }: { readonly context: PageContext }) {
  const { answer, site, principal, paths } = context.var
  const position = Number(context.req.query('recorded'))
  if (!Number.isInteger(position) || principal.id === 'public') return null
  const log = answer.log()
  const last = log.find((entry) => entry.position === position)
  if (!last) return null
  const entries = log.filter(({ command }) => command === last.command)
  const names = namesIn(answer.register, site.grammar)
  return (
    <div class="govuk-notification-banner govuk-notification-banner--success" role="alert" aria-labelledby="recorded-title">
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id="recorded-title">
          Recorded
        </h2>
      </div>
      <div class="govuk-notification-banner__content">
        <ul class="govuk-list">
          {entries.map((entry) => (
            <li>
              {names.name(entry.subject)}: {sentenceOf(entry, names)}
            </li>
          ))}
        </ul>
        <p class="govuk-body-s govuk-!-margin-bottom-0">
          Entries {entries[0]?.position} to {last.position} of the log, about {kindOf(last.subject)} {idOf(last.subject)}.{' '}
          {principal.roles.includes('administrator') && (
            <a class="govuk-link" href={paths.act('strike', last.subject, { place: last.place })}>
              Take it back
            </a>
          )}
        </p>
        <Undo context={context} position={last.position} />
      </div>
    </div>
  )
}
