import type { FieldProblem } from '../../../app/acting/read-act.ts'
import type { Refused } from '../../../domain/refusal.ts'
import { capitalised } from '../../../report/words/capitalised.ts'
import type { PageContext } from '../../context.ts'
import { fieldId } from './fields.tsx'
import { named } from './named.ts'

/** What is wrong with the fields, each leading to its field. Nothing was recorded. */
export function ErrorSummary({ problems }: { readonly problems: readonly FieldProblem[] }) {
  if (problems.length === 0) return null
  return (
    <div class="govuk-error-summary" tabindex={-1} role="alert">
      <h2 class="govuk-error-summary__title">
        {problems.length === 1 ? 'One field is not right' : `${problems.length} fields are not right`}
      </h2>
      <div class="govuk-error-summary__body">
        <ul class="govuk-list govuk-error-summary__list">
          {problems.map(({ field, problem }) => (
            <li>
              <a href={`#${fieldId(field)}`}>{capitalised(problem)}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** A refusal: why, by which rule, and what would make it lawful. Nothing was recorded, and what was written is kept below. */
export function RefusalSummary({ refusal, context }: { readonly refusal: Refused | undefined; readonly context: PageContext }) {
  if (!refusal) return null
  const { answer, site } = context.var
  const said = (text: string) => capitalised(named(text, answer.register, site.grammar))
  return (
    <div class="govuk-error-summary" tabindex={-1} role="alert">
      <h2 class="govuk-error-summary__title">{said(refusal.refused)}</h2>
      <div class="govuk-error-summary__body">
        <p>Nothing was recorded.{refusal.clause && ` By ${refusal.clause}.`}</p>
        {refusal.remedies.length > 0 && (
          <>
            <p>What would make it lawful:</p>
            <ul class="govuk-list govuk-list--bullet">
              {refusal.remedies.map((remedy) => (
                <li>{said(remedy)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  )
}
