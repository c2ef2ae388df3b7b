import { formOf } from '../../app/acting/forms.ts'
import type { Subject } from '../../domain/entry.ts'
import { idOf, kindOf } from '../../domain/entry.ts'
import { find } from '../../domain/register.ts'
import { lintOf } from '../../report/templates/lint.ts'
import { namesIn } from '../../report/words/sentence-names.ts'
import type { PageContext } from '../context.ts'

/** What papers of a modification would go out without, each with where it is mended. Nothing of it refuses anything. */
export function LintBeforeIssue({ context, subject }: { readonly context: PageContext; readonly subject: Subject }) {
  const { answer, paths, site } = context.var
  const found = kindOf(subject) === 'modification' ? find(answer.register, 'modification', idOf(subject)) : undefined
  const lints = found ? lintOf(answer.register, found, namesIn(answer.register, site.grammar)) : []
  if (lints.length === 0) return null
  return (
    <section class="govuk-inset-text" aria-labelledby="lint">
      <h2 class="govuk-heading-s" id="lint">
        Before it is issued
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {lints.map(({ what, mend, fields }) => (
          <li>
            {what}.{' '}
            <a class="govuk-link" href={paths.act(formOf(mend).verb, subject, fields)}>
              {formOf(mend).title}
              <span class="govuk-visually-hidden">: {what}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
