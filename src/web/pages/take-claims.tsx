import type { PlainFact } from '../../app/importing/plain-fact.ts'
import type { WrittenFile } from '../../app/papers/take-claims.ts'
import { mayIssue } from '../../domain/access.ts'
import { dated } from '../../domain/calendar/format.ts'
import type { Subject } from '../../domain/entry.ts'
import type { Event } from '../../domain/events.ts'
import type { ImportOutcome } from '../../domain/importing/facts.ts'
import { isRefused, type Refused } from '../../domain/refusal.ts'
import { capitalised } from '../../report/words/capitalised.ts'
import { sentenceOf } from '../../report/words/event-sentence.ts'
import { type Names, namesIn } from '../../report/words/sentence-names.ts'
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
  if (isRefused(taken)) return context.html(<View context={context} fields={fields} facts={[]} refusal={taken} />, 409)
  if (!confirmed) return context.html(<View context={context} fields={fields} facts={taken.facts} outcome={taken.outcome} />)
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
  readonly facts: readonly PlainFact[]
  readonly outcome?: ImportOutcome
  readonly refusal?: Refused
}

function View({ context, fields, facts, outcome, refusal }: ViewProps) {
  const title = facts[0]?.source?.title ?? 'the paper'
  const { csrf, paths, answer, site } = context.var
  const names = namesIn(answer.register, site.grammar)
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
            : `${news === 1 ? 'One fact' : `${news} facts`} would be recorded, with ${title} as source.`}
        </p>
      )}
      <ul class="govuk-list govuk-list--bullet">
        {facts.map((fact) => (
          <FactText fact={fact} names={names} />
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

/** As a page would tell it once it is recorded: what, of what, when, and where in the paper it stands. */
function FactText({ fact, names }: { readonly fact: PlainFact; readonly names: Names }) {
  const { where, reading } = fact.source ?? {}
  // No claim is taken as an event that holds a text.
  const event = fact.event as Event | null
  return (
    <li>
      <strong>{names.name(fact.subject)}</strong>, {dated(fact.on)}: {sentenceOf({ event, capacity: fact.capacity }, names)}
      {where && <span class="app-quiet"> ({where})</span>}
      {reading && <span class="app-reading">{capitalised(reading)}.</span>}
    </li>
  )
}
