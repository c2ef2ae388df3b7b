import { formOf, purposes } from '../../app/acting/forms.ts'
import { mayAct } from '../../domain/access.ts'
import { type ActType, actTypes, ruleOf } from '../../domain/acting/acts.ts'
import { givenNow } from '../../domain/acting/decide-acts.ts'
import { kindOf, type Subject } from '../../domain/entry.ts'
import { isRefused } from '../../domain/refusal.ts'
import type { PageContext } from '../context.ts'

/** What whoever reads may do to a subject now: the same table that refuses the rest draws these links. */
function offeredTo(context: PageContext, subject: Subject): readonly ActType[] {
  const { answer, principal } = context.var
  const given = givenNow(answer.register, answer.register.on)
  return actTypes.filter((act) => {
    const { on, founds, onEntry, onAny } = formOf(act)
    if ((on !== kindOf(subject) && !onAny) || founds || onEntry) return false
    return !isRefused(mayAct(given, principal, { act, subject })) && ruleOf(act).fits(given, subject) === true
  })
}

/** Links to the forms of what may be done, for who has signed in; nothing on a page of the past. */
export function Offered({ context, subject }: { readonly context: PageContext; readonly subject: Subject }) {
  const { answer, paths } = context.var
  if (!answer.isPresent) return null
  const offered = offeredTo(context, subject)
  if (offered.length === 0) return null
  return (
    <nav class="app-offered" aria-label="What you may do">
      <h2 class="govuk-heading-s">What you may do</h2>
      {grouped(offered).map(([purpose, acts]) => (
        <>
          {purpose && <h3 class="govuk-body-s app-quiet">{purpose}</h3>}
          <ul>
            {acts.map((act) => (
              <li>
                <a class="govuk-link" href={paths.act(formOf(act).verb, subject)}>
                  {formOf(act).title}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </nav>
  )
}

/** More than these are read by what they are for. */
const SHORT = 8

function grouped(offered: readonly ActType[]): readonly (readonly [purpose: string, acts: readonly ActType[]])[] {
  if (offered.length <= SHORT) return [['', offered]]
  return purposes
    .map(([purpose, acts]) => [purpose, offered.filter((act) => acts.includes(act))] as const)
    .filter(([, acts]) => acts.length > 0)
}

/** What may be begun, and what was begun and not recorded: on the first page, for who signed in. */
export function OfferedAnew({ context }: { readonly context: PageContext }) {
  const { answer, paths, principal } = context.var
  if (!answer.isPresent || principal.id === 'public') return null
  const given = givenNow(answer.register, answer.register.on)
  const anew = actTypes.filter((act) => {
    const { on, founds } = formOf(act)
    return founds && !isRefused(mayAct(given, principal, { act, subject: `${on}/new` }))
  })
  return (
    <nav class="app-offered" aria-label="What you may begin">
      <h2 class="govuk-heading-s">What you may begin</h2>
      <ul>
        {anew.map((act) => (
          <li>
            <a class="govuk-link" href={paths.act(formOf(act).verb)}>
              {formOf(act).title}
            </a>
          </li>
        ))}
        <li>
          <a class="govuk-link" href={paths.drafts()}>
            Drafts
          </a>
        </li>
        <li>
          <a class="govuk-link" href={paths.submissions()}>
            Drafts under review
          </a>
        </li>
        <li>
          <a class="govuk-link" href={paths.outbox()}>
            Outbox
          </a>
        </li>
        {principal.roles.includes('administrator') && (
          <li>
            <a class="govuk-link" href={paths.queue()}>
              Needs a person
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
