import type { Child } from 'hono/jsx'
import { formOf } from '../../../app/acting/forms.ts'
import { mayAct } from '../../../domain/access.ts'
import { ruleOf } from '../../../domain/acting/acts.ts'
import { givenNow } from '../../../domain/acting/decide-acts.ts'
import { dated } from '../../../domain/calendar/format.ts'
import type { Duty } from '../../../domain/duty/duty.ts'
import { idOf, kindOf } from '../../../domain/entry.ts'
import { nameOf } from '../../../domain/names.ts'
import { isRefused } from '../../../domain/refusal.ts'
import { find } from '../../../domain/register.ts'
import { clockText, dutyText } from '../../../report/words/duty-text.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'

type ListProps = {
  readonly context: PageContext
  readonly duties: readonly Duty[]
  readonly none: string
  readonly more?: (duty: Duty) => Child
}

/** What waits, in its order: what is to be done, on what, since when, its clock, and one way to do it. */
export function DutyList({ context, duties, none, more }: ListProps) {
  if (duties.length === 0) return <p class="govuk-body">{none}</p>
  return (
    <ol class="app-plain-list app-duties">
      {duties.map((duty) => (
        <Item context={context} duty={duty} more={more?.(duty)} />
      ))}
    </ol>
  )
}

type ItemProps = { readonly context: PageContext; readonly duty: Duty; readonly more?: Child }

function Item({ context, duty, more }: ItemProps) {
  const { answer, site } = context.var
  const names = namesIn(answer.register, site.grammar)
  const title =
    kindOf(duty.subject) === 'modification' ? find(answer.register, 'modification', idOf(duty.subject))?.state.title?.value : undefined
  const path = context.var.paths.subject(duty.subject)
  return (
    <li>
      <p class="app-duties__what">
        <strong>{dutyText(duty, answer.register, names)}</strong>
        <span class="app-under">
          {path ? (
            <a class="govuk-link app-reference" href={path}>
              {nameOf(answer.register, duty.subject, site.grammar)}
            </a>
          ) : (
            nameOf(answer.register, duty.subject, site.grammar)
          )}{' '}
          {title}
          {duty.since && <span class="app-quiet"> since {dated(duty.since)}</span>}
        </span>
      </p>
      {more && <div class="app-duties__more">{more}</div>}
      <Clock context={context} duty={duty} />
      <Action context={context} duty={duty} />
    </li>
  )
}

/** When it is due and how far off that is; told by words, and never by a colour alone. */
function Clock({ context, duty: { due } }: ItemProps) {
  if (!due) return <p class="app-duties__clock app-quiet">no day is told</p>
  const { day, left, isOver } = clockText(due, context.var.answer.asof)
  return (
    <div class="app-duties__clock">
      {left && <strong class={`govuk-tag app-tag ${isOver ? 'app-tag--over' : 'app-tag--so-far'}`}>{left}</strong>}{' '}
      <span class="app-under">{day}</span>
      {due.arithmetic && (
        <details class="govuk-details app-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">How it is counted</span>
          </summary>
          <div class="govuk-details__text">{due.arithmetic}</div>
        </details>
      )}
    </div>
  )
}

/** The form that does it, where whoever reads may send it and it fits now; else nothing: the page of its subject tells more. */
function Action({ context, duty }: ItemProps) {
  const { answer, paths, principal, site } = context.var
  const { act, subject, fields, item, kind } = duty
  const named = <span class="govuk-visually-hidden">: {nameOf(answer.register, subject, site.grammar)}</span>
  if (!answer.isPresent) return null
  if (kind === 'vote' || kind === 'prepare vote')
    return (
      <a class="govuk-button govuk-button--secondary app-button--small" href={paths.vote(idOf(subject))}>
        {kind === 'vote' ? 'Vote' : 'Prepare the vote'}
        {named}
      </a>
    )
  if (kind === 'respond' && item !== undefined)
    return (
      <div>
        <a class="govuk-button govuk-button--secondary app-button--small" href={paths.consultation(item, 'respond')}>
          Respond
          {named}
        </a>{' '}
        <a class="govuk-link govuk-body-s app-nowrap" href={paths.consultation(item, 'respond', { 'no-comment': 'yes' })}>
          Considered, no comment
          {named}
        </a>
      </div>
    )
  if (!act) return null
  const given = givenNow(answer.register, answer.register.on)
  const may = mayAct(given, principal, { act, subject, ...(fields?.assessment ? { assessment: fields.assessment } : {}) })
  if (isRefused(may) || ruleOf(act).fits(given, subject) !== true) return null
  return (
    <a class="govuk-button govuk-button--secondary app-button--small" href={paths.act(formOf(act).verb, subject, fields)}>
      {formOf(act).title}
      {named}
    </a>
  )
}
