import { longDay, weekdayName } from '../../../domain/calendar/format.ts'
import { agendaOf, papersOf } from '../../../domain/meeting/agenda.ts'
import { isToCome } from '../../../domain/meeting/meeting.ts'
import { all } from '../../../domain/register.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'

/** The meetings to come of the bodies for which somebody acts, or in which he sits: each with its pack. */
export function NextMeetings({ context }: { readonly context: PageContext }) {
  const { answer, paths, principal, site } = context.var
  const bodies = [...principal.actsFor, ...principal.seats.map(({ body }) => body)]
  const meetings = all(answer.register, 'meeting')
    .filter(({ state }) => bodies.includes(state.body) && isToCome(state) && state.day >= answer.asof)
    .toSorted((a, b) => (a.state.day < b.state.day ? -1 : 1))
  if (meetings.length === 0) return null
  const { title } = namesIn(answer.register, site.grammar)
  return (
    <section>
      <h2 class="govuk-heading-m">Your meetings to come</h2>
      <ul class="govuk-list app-lines">
        {meetings.map(({ id, state }) => (
          <li>
            <a class="govuk-link" href={paths.meeting(id)}>
              {weekdayName(state.day)} {longDay(state.day)}, {title(state.body)}
            </a>
            : {agendaOf(state).length === 1 ? '1 item' : `${agendaOf(state).length} items`}.{' '}
            <a class="govuk-link" href={paths.packPdf(id)}>
              Pack (PDF)<span class="govuk-visually-hidden"> of {longDay(state.day)}</span>
            </a>
            {papersOf(state).length > 0 && (
              <>
                {' '}
                or{' '}
                <a class="govuk-link" href={paths.boundPack(id)}>
                  with the papers (PDF)<span class="govuk-visually-hidden"> of {longDay(state.day)}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
