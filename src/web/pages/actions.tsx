import { dated, longDay } from '../../domain/calendar/format.ts'
import type { MeetingAction } from '../../domain/meeting/meeting.ts'
import { nameOf } from '../../domain/names.ts'
import { all, type Found } from '../../domain/register.ts'
import { capitalised } from '../../report/words/capitalised.ts'
import { namesIn } from '../../report/words/sentence-names.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../parts/layout.tsx'

type ListedAction = { readonly meeting: Found<'meeting'>; readonly action: MeetingAction }

/** GET: the action log: who is to do what, by when, from which meeting; what is overdue comes first, what is done last. */
export function actionsPage(context: PageContext) {
  const { answer, paths } = context.var
  const listed = all(answer.register, 'meeting').flatMap((meeting) =>
    Object.values(meeting.state.actions).map((action) => ({ meeting, action })),
  )
  const open = listed.filter(({ action }) => !action.done).toSorted(byDue)
  const done = listed.filter(({ action }) => action.done).toReversed()
  return context.html(
    <Layout context={context} title="Actions" section="meetings">
      <h1 class="govuk-heading-l">Actions</h1>
      <p class="govuk-body">
        {open.length} open, {open.filter(({ action }) => isOverdue(context, action)).length} of them overdue. They are placed and closed on
        the{' '}
        <a class="govuk-link" href={paths.meetings()}>
          page of their meeting
        </a>
        .
      </p>
      <h2 class="govuk-heading-m">Open</h2>
      {open.length === 0 && <p class="govuk-body">None.</p>}
      <ActionList context={context} listed={open} withMeeting />
      <h2 class="govuk-heading-m">Done</h2>
      {done.length === 0 && <p class="govuk-body">None.</p>}
      <ActionList context={context} listed={done} withMeeting />
    </Layout>,
  )
}

const dueOf = ({ action }: ListedAction): string => action.placed.value.due ?? '9999'
const byDue = (a: ListedAction, b: ListedAction): number => (dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : 0)
const isOverdue = (context: PageContext, { placed, done }: MeetingAction): boolean =>
  !done && placed.value.due !== undefined && placed.value.due < context.var.answer.asof

type Props = { readonly context: PageContext; readonly listed: readonly ListedAction[]; readonly withMeeting?: true }

/** Actions with their owners and days. */
export function ActionList({ context, listed, withMeeting }: Props) {
  const { answer, paths, site } = context.var
  const { name } = namesIn(answer.register, site.grammar)
  return (
    <ul class="govuk-list app-plain-list">
      {listed.map(({ meeting, action }) => {
        const { action: number, what, owner, due, modification } = action.placed.value
        return (
          <li>
            <strong>
              {number}. {what}
            </strong>
            <span class="app-under">
              {capitalised(name(owner))}
              {due ? `, by ${longDay(due)}` : ', by no day that is told'}
              {isOverdue(context, action) && <strong> (overdue)</strong>}
              {action.done && `. Done ${dated(action.done.on)}${action.done.value.outcome ? `: ${action.done.value.outcome}` : ''}`}
              {modification && (
                <>
                  . About{' '}
                  <a class="govuk-link" href={paths.subject(modification) ?? paths.register()}>
                    {nameOf(answer.register, modification, site.grammar)}
                  </a>
                </>
              )}
              {withMeeting && (
                <>
                  . From{' '}
                  <a class="govuk-link" href={paths.meeting(meeting.id)}>
                    {nameOf(answer.register, meeting.subject)}
                  </a>
                </>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
