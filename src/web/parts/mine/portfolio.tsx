import type { Subject } from '../../../domain/entry.ts'
import { isRefused } from '../../../domain/refusal.ts'
import { becameSince } from '../../../report/figures/assessments.ts'
import { countAssessments } from '../../../report/figures/counted-assessments.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'
import { OpenTable, RequestedTable } from '../assessments/tables.tsx'

type Props = { readonly context: PageContext; readonly provider: Subject }

/** What is asked of a provider and what it has under way, each with its clock, and what may be done with it: one place for all of them. */
export function Portfolio({ context, provider }: Props) {
  const { answer, paths, site } = context.var
  const counted = countAssessments(answer, site.grammar, {})
  if (isRefused(counted)) return null
  const { name } = namesIn(answer.register, site.grammar)
  const requested = counted.requested.filter((row) => row.assessment.provider === provider && becameSince(row) === undefined)
  const open = counted.open.filter((row) => row.assessment.provider === provider && becameSince(row) === undefined)
  return (
    <section>
      <h2 class="govuk-heading-m" id="queue">
        Asked of {name(provider)}, and not accepted
      </h2>
      {requested.length === 0 ? (
        <p class="govuk-body">No request waits for you.</p>
      ) : (
        <RequestedTable context={context} rows={requested} caption="Requests that wait for you" />
      )}
      <h2 class="govuk-heading-m" id="portfolio">
        Under way
      </h2>
      {open.length === 0 ? (
        <p class="govuk-body">You have no assessment open.</p>
      ) : (
        <OpenTable context={context} rows={open} caption="Your open assessments" />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={paths.assessments()}>
          All assessments, with what came back
        </a>
      </p>
    </section>
  )
}
