import type { Principal } from '../../../domain/access.ts'
import { dated } from '../../../domain/calendar/format.ts'
import { heldBy } from '../../../domain/duty/of-modification.ts'
import { type Entry, idOf, kindOf, type Subject } from '../../../domain/entry.ts'
import { holderOf } from '../../../domain/modification/holder.ts'
import { find, type Register } from '../../../domain/register.ts'
import { sentenceOf } from '../../../report/words/event-sentence.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'

type Props = { readonly context: PageContext; readonly since: number | undefined }

/** So many subjects are told in full; the page of changes has the rest by name. */
const MOST = 12
/** So many entries of one subject. */
const MOST_EACH = 4

/** What was recorded since he was last here: what touches him first, the rest folded away. */
export function SinceLast({ context, since }: Props) {
  const { answer, principal, csrf } = context.var
  const news = since === undefined ? [] : answer.log().filter(({ position, noted }) => position > since && !noted)
  const groups = [...Map.groupBy(news, ({ subject }) => subject)].filter(([subject]) => told.has(kindOf(subject)))
  const mine = groups.filter(([subject]) => touches(answer.register, principal, subject))
  const others = groups.filter((group) => !mine.includes(group))
  return (
    <section>
      <h2 class="govuk-heading-m" id="since">
        What changed since you were last here
      </h2>
      {since === undefined && <p class="govuk-body">This is your first visit: what is recorded from now on is shown here the next time.</p>}
      {since !== undefined && groups.length === 0 && <p class="govuk-body">Nothing.</p>}
      {mine.length > 0 && <Groups context={context} groups={mine} />}
      {others.length > 0 && (
        <details class="govuk-details app-details" open={mine.length === 0 && others.length <= MOST}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              {others.length === 1 ? '1 other that does not touch you' : `${others.length} others that do not touch you`}
            </span>
          </summary>
          <Groups context={context} groups={others} />
        </details>
      )}
      {groups.length > 0 && (
        <form method="post" action="/sec/mine">
          <input type="hidden" name="csrf" value={csrf} />
          <button class="govuk-button govuk-button--secondary" type="submit">
            I have read this
          </button>
        </form>
      )}
    </section>
  )
}

/** What people follow; rules and the other furniture have pages of their own. */
const told: ReadonlySet<string> = new Set(['modification', 'release', 'meeting'])

/** Who administers is touched by all; others by what they hold, what they proposed, what affects their category, and their meetings. */
function touches(register: Register, { roles, actsFor, seats }: Principal, subject: Subject): boolean {
  if (roles.includes('administrator')) return true
  const bodies = [...actsFor, ...seats.map(({ body }) => body)]
  const meeting = kindOf(subject) === 'meeting' ? find(register, 'meeting', idOf(subject))?.state : undefined
  if (meeting) return bodies.includes(meeting.body)
  const state = kindOf(subject) === 'modification' ? find(register, 'modification', idOf(subject))?.state : undefined
  if (!state) return false
  const holder = holderOf(state)
  const by = holder && heldBy(register, holder)
  if (by !== undefined && by !== 'consulted' && bodies.includes(by)) return true
  if (state.proposer && actsFor.includes(state.proposer.value)) return true
  const categories = actsFor.flatMap((each) => find(register, 'organisation', idOf(each))?.state.category?.value ?? [])
  return categories.some((category) => state.parties?.value.includes(category))
}

type GroupsProps = { readonly context: PageContext; readonly groups: readonly (readonly [Subject, readonly Entry[]])[] }

function Groups({ context, groups }: GroupsProps) {
  const { answer, paths, site } = context.var
  const names = namesIn(answer.register, site.grammar)
  return (
    <>
      <ul class="govuk-list app-lines">
        {groups.slice(0, MOST).map(([subject, entries]) => (
          <li>
            <a class="govuk-link app-reference" href={paths.subject(subject)}>
              {names.title(subject)}
            </a>
            <ul class="app-plain-list app-lines__members">
              {entries.slice(-MOST_EACH).map((entry) => (
                <li>
                  {sentenceOf(entry, names)} <span class="app-quiet">{dated(entry.on)}</span>
                </li>
              ))}
              {entries.length > MOST_EACH && <li class="app-quiet">and {entries.length - MOST_EACH} more entries</li>}
            </ul>
          </li>
        ))}
      </ul>
      {groups.length > MOST && (
        <p class="govuk-body">
          And{' '}
          {groups.slice(MOST).map(([subject], index) => (
            <>
              {index > 0 && ', '}
              <a class="govuk-link" href={paths.subject(subject)}>
                {names.title(subject)}
              </a>
            </>
          ))}
          .
        </p>
      )}
    </>
  )
}
