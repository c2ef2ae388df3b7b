import { LARGEST_PAPER } from '../../app/papers/read-paper.ts'
import { readPaperApart } from '../../app/papers/reading.ts'
import { mayIssue } from '../../domain/access.ts'
import { isRefused, type Refused } from '../../domain/refusal.ts'
import { recognised } from '../../report/reconcile/recognised.ts'
import { type Reconciliation, reconcile } from '../../report/reconcile/reconcile.ts'
import type { RegisterAsked } from '../../report/reconcile/register/context.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../parts/layout.tsx'
import { Claims } from '../parts/reconcile/claims.tsx'
import { Findings, severities, severityHeading } from '../parts/reconcile/findings.tsx'

/** GET: where a published paper is chosen. */
export const reconcilePage = (context: PageContext) => context.html(<PaperForm context={context} />)

/** POST: what was found in it. The paper is read and forgotten. */
export async function reconcilePaper(context: PageContext) {
  const { paper } = await context.req.parseBody()
  if (!(paper instanceof File) || paper.size === 0)
    return context.html(<PaperForm context={context} problem="Choose the file of a published report" />, 422)
  const read = await readPaperApart(paper.name || 'the paper', new Uint8Array(await paper.arrayBuffer()))
  if (isRefused(read)) return context.html(<PaperForm context={context} problem={problemOf(read)} />, 422)
  const asked = registerAsked(context)
  const known = recognised(read, asked.grammar)
  if (isRefused(known)) return context.html(<PaperForm context={context} problem={problemOf(known)} />, 422)
  return context.html(<Result context={context} asked={asked} reconciled={reconcile(read, asked)} />)
}

/** The register as this reader asked for it. */
export const registerAsked = ({ var: { answer, site } }: PageContext): RegisterAsked => ({
  registerOn: answer.registerOn,
  asOf: answer.asof,
  grammar: site.grammar,
})

/** As it is: it begins with the name of the file. */
const problemOf = ({ refused }: Refused) => refused

function PaperForm({ context, problem }: { readonly context: PageContext; readonly problem?: string }) {
  const { csrf, paths } = context.var
  return (
    <Layout context={context} title="Read a published report" section="reports">
      {problem && (
        <div class="govuk-error-summary" tabindex={-1} role="alert">
          <h2 class="govuk-error-summary__title">The paper was not read</h2>
          <div class="govuk-error-summary__body">
            <ul class="govuk-list govuk-error-summary__list">
              <li>
                <a href="#paper">{problem}</a>
              </li>
            </ul>
          </div>
        </div>
      )}
      <h1 class="govuk-heading-l">Read a published report</h1>
      <p class="govuk-body-l">
        A Change Status Report that somebody published is held against itself, and each of its claims against this register, at the paper’s
        own days.
      </p>
      <p class="govuk-body">
        Numbers and their lists, sums and averages, durations as each convention counts them, days, references, names, terms, links and
        marks. What the paper explains is never called wrong; what no source tells is said with what would have to be.
      </p>
      <form method="post" action={paths.reconcile()} enctype="multipart/form-data" novalidate class="app-form">
        <input type="hidden" name="csrf" value={csrf} />
        <div class={`govuk-form-group${problem ? ' govuk-form-group--error' : ''}`}>
          <label class="govuk-label" for="paper">
            The paper
          </label>
          <div class="govuk-hint" id="paper-hint">
            PDF, DOCX, HTML or text, up to {LARGEST_PAPER / 1_000_000} MB. It is read and not kept.
          </div>
          {problem && (
            <p class="govuk-error-message" id="paper-error">
              <span class="govuk-visually-hidden">Error:</span> {problem}
            </p>
          )}
          <input
            class="govuk-file-upload"
            id="paper"
            name="paper"
            type="file"
            accept=".pdf,.docx,.html,.htm,.txt"
            aria-describedby={problem ? 'paper-hint paper-error' : 'paper-hint'}
          />
        </div>
        <button class="govuk-button" type="submit">
          Read it
        </button>
      </form>
    </Layout>
  )
}

type ResultProps = { readonly context: PageContext; readonly asked: RegisterAsked; readonly reconciled: Reconciliation }

function Result({ context, asked, reconciled }: ResultProps) {
  const { paths, principal, answer } = context.var
  const { paper, cover, remark, claims, findings, notCompared } = reconciled
  const mayTake = answer.isPresent && mayIssue(principal, 'ImportFacts')
  return (
    <Layout context={context} title={`What was found in ${cover.title?.value ?? paper}`} section="reports">
      <span class="govuk-caption-l app-anywhere">{paper}</span>
      <h1 class="govuk-heading-l">{cover.title?.value ?? paper}</h1>
      <p class="govuk-body-l">
        {claims.length} claims,{' '}
        {findings.length === 0 ? 'no finding' : findings.length === 1 ? 'one finding' : `${findings.length} findings`}.
      </p>
      {remark && <p class="govuk-body">{remark}</p>}
      {findings.length > 0 && <WaysTo reconciled={reconciled} />}
      {notCompared && <div class="govuk-inset-text">It was held against itself alone: {notCompared}.</div>}
      <Findings findings={findings} />
      <Claims context={context} asked={asked} reconciled={reconciled} mayTake={mayTake} />
      <p class="govuk-body">
        Nothing of the paper was kept.{' '}
        <a class="govuk-link" href={paths.reconcile()}>
          Read another
        </a>
      </p>
    </Layout>
  )
}

/** How many of each, as ways to them. */
function WaysTo({ reconciled: { findings, claims } }: { readonly reconciled: Reconciliation }) {
  const counted = severities.map((severity) => [severity, findings.filter((each) => each.severity === severity).length] as const)
  return (
    <ul class="govuk-list">
      {counted
        .filter(([, count]) => count > 0)
        .map(([severity, count]) => (
          <li>
            <a class="govuk-link" href={`#${severity}`}>
              {severityHeading(severity, count)}
            </a>
          </li>
        ))}
      <li>
        <a class="govuk-link" href="#claims">
          Claims against the register ({claims.length})
        </a>
      </li>
    </ul>
  )
}
