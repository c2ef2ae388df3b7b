import type { WrittenFile } from '../../app/papers/take-claims.ts'
import { mayIssue } from '../../domain/access.ts'
import type { Subject } from '../../domain/entry.ts'
import type { ImportOutcome } from '../../domain/importing/facts.ts'
import { isRefused, type Refused } from '../../domain/refusal.ts'
import type { PageContext } from '../context.ts'
import { RefusalSummary } from '../parts/form/problems.tsx'
import { Layout } from '../parts/layout.tsx'
import { refusedPage } from './problem.tsx'

type Fields = { readonly source: string; readonly facts: readonly string[] }

/** POST: shows what the chosen claims would record; sent again from there, records it. The same again does nothing. */
export async function takeClaims(context: PageContext) {
  const { principal, site, paths } = context.var
  if (!mayIssue(principal, 'ImportFacts'))
    return refusedPage(
      context,
      site,
      403,
      'the code administrator takes facts into the register',
      'Sign in as who administers the register.',
    )
  const body = await context.req.parseBody({ all: true })
  const fields: Fields = { source: String(body.source ?? ''), facts: [body.facts ?? []].flat().map(String) }
  const file = fileOf(fields)
  if (!file)
    return refusedPage(context, site, 400, 'no claim was chosen', 'Nothing was changed. Go back, choose one, and press the button again.')
  const confirmed = body.confirmed === 'yes'
  const taken = await site.takeFile(file, { principal, dryRun: !confirmed })
  if (isRefused(taken)) return context.html(<View context={context} fields={fields} file={file} refusal={taken} />, 409)
  if (!confirmed) return context.html(<View context={context} fields={fields} file={file} outcome={taken.outcome} />)
  const [first] = file.facts
  const subject = (first as { readonly subject?: Subject } | undefined)?.subject
  const page = subject && paths.subject(subject)
  return context.redirect(page ?? paths.reports(), 303)
}

/** The facts of all that was chosen, each once, as one fact file; undefined where nothing was. */
function fileOf({ source, facts }: Fields): WrittenFile | undefined {
  try {
    const written = facts.flatMap(
      (each) => JSON.parse(each) as readonly { readonly subject: string; readonly n: number; readonly event: { readonly type: string } }[],
    )
    const once = new Map(written.map((fact) => [`${fact.subject}/${fact.event.type}/${fact.n}`, fact]))
    return once.size === 0 ? undefined : { ...(JSON.parse(source) as Pick<WrittenFile, 'source'>), facts: [...once.values()] }
  } catch {
    return undefined
  }
}

type ViewProps = {
  readonly context: PageContext
  readonly fields: Fields
  readonly file: WrittenFile
  readonly outcome?: ImportOutcome
  readonly refusal?: Refused
}

function View({ context, fields, file, outcome, refusal }: ViewProps) {
  const { csrf, paths } = context.var
  const news = outcome ? outcome.added.length + outcome.changed.length : 0
  return (
    <Layout context={context} title="Take facts from a paper" section="reports">
      <RefusalSummary context={context} refusal={refusal} />
      <h1 class="govuk-heading-l">Take facts from a paper</h1>
      {outcome && (
        <p class="govuk-body">
          Nothing is recorded yet.{' '}
          {news === 0
            ? 'All of it stands already.'
            : `${news === 1 ? 'One fact' : `${news} facts`} would be recorded, with the paper as source.`}
        </p>
      )}
      <ul class="govuk-list govuk-list--bullet">
        {file.facts.map((fact) => (
          <FactText fact={fact as WrittenFactShown} />
        ))}
      </ul>
      {news > 0 && (
        <form method="post" action={paths.takeClaims()} novalidate class="app-form">
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="source" value={fields.source} />
          {fields.facts.map((facts) => (
            <input type="hidden" name="facts" value={facts} />
          ))}
          <input type="hidden" name="confirmed" value="yes" />
          <button class="govuk-button" type="submit">
            Record
          </button>
        </form>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={paths.reconcile()}>
          Read a paper
        </a>
      </p>
    </Layout>
  )
}

type WrittenFactShown = {
  readonly subject: string
  readonly on: string | { readonly from: string; readonly to: string; readonly basis: string }
  readonly event: Readonly<Record<string, unknown>> & { readonly type: string }
  readonly at?: string
  readonly reading?: string
}

/** As the fact file has it: what, of what, when, and where in the paper it stands. */
function FactText({ fact: { subject, on, event, at, reading } }: { readonly fact: WrittenFactShown }) {
  const { type, ...told } = event
  const when = typeof on === 'string' ? on : on.from === on.to ? `${on.to} (${on.basis})` : `${on.from} to ${on.to} (${on.basis})`
  const values = Object.entries(told).map(([key, value]) => `${key}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
  return (
    <li>
      <strong>{type}</strong> of {subject}, {when}: {values.join('; ')}
      {at && ` (${at})`}
      {reading && `. ${reading}`}
    </li>
  )
}
