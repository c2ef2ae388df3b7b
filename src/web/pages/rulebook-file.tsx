import { randomUUID } from 'node:crypto'
import { recordActs } from '../../app/acting/record-acts.ts'
import { type RowChange, rulebookDiff } from '../../app/rulebook-file.ts'
import { isRefused, type Refused } from '../../domain/refusal.ts'
import { inForceText, ruleValueText } from '../../report/words/rule-value.ts'
import { namesIn } from '../../report/words/sentence-names.ts'
import { audienceOfActs } from '../audience-of.ts'
import type { PageContext } from '../context.ts'
import { FileOrText } from '../parts/form/file-or-text.tsx'
import { ErrorSummary, RefusalSummary } from '../parts/form/problems.tsx'
import { shownAgain } from '../parts/form/sent-before.ts'
import { Layout } from '../parts/layout.tsx'
import { type Audience, AudienceLine } from '../parts/notices/audience.tsx'
import { WhatMoves } from '../parts/rulebook/moves.tsx'
import { refusedPage } from './problem.tsx'
import { mayKeep } from './rulebook.tsx'

type Shown = {
  readonly text: string
  readonly key: string
  readonly problem?: string
  readonly refusal?: Refused
  readonly differs?: { readonly changes: readonly RowChange[]; readonly missing: readonly string[] }
  readonly audience?: Audience
}

/** GET: where a rulebook file is brought in. */
export function rulebookFilePage(context: PageContext) {
  if (!mayKeep(context)) return notYours(context)
  return context.html(<FileView context={context} form={{ text: '', key: randomUUID() }} />)
}

/** POST: shows what differs and what moves; sent again, unchanged, it waits for a second person. */
export async function takeRulebookFile(context: PageContext) {
  if (!mayKeep(context)) return notYours(context)
  const { answer, principal, site, paths } = context.var
  const body = await context.req.parseBody()
  const file = body.file instanceof File && body.file.size > 0 ? await body.file.text() : undefined
  const text = file ?? String(body.text ?? '')
  const key = typeof body.key === 'string' && body.key !== '' ? body.key : randomUUID()
  const show = (form: Partial<Shown>, status: 200 | 409 | 422) =>
    context.html(<FileView context={context} form={{ text, key, ...form }} />, status)
  if (text.trim() === '') return show({ problem: 'Choose a file, or paste its text' }, 422)
  const diff = rulebookDiff(text, answer.register, answer.asof)
  if ('problem' in diff) return show({ problem: diff.problem }, 422)
  if (diff.changes.length === 0) return show({ differs: diff }, 200)
  const previewed = body.previewed === text
  const performed = await recordActs(site.app, diff.acts, { principal, key, dryRun: !previewed })
  if (isRefused(performed)) return show(shownAgain(performed, key), 409)
  return previewed ? context.redirect(paths.queue(), 303) : show({ differs: diff, audience: await audienceOfActs(context, performed) }, 200)
}

const notYours = (context: PageContext) =>
  refusedPage(context, context.var.site, 403, 'the code administrator keeps the rulebook', 'Sign in as who administers the register.')

function FileView({ context, form }: { readonly context: PageContext; readonly form: Shown }) {
  const { answer, csrf, paths, site } = context.var
  const { text, key, problem, refusal, differs, audience } = form
  const names = namesIn(answer.register, site.grammar)
  const rows = differs?.changes.map(({ after }) => after) ?? []
  return (
    <Layout context={context} title="Bring in a rulebook file" section="rulebook">
      <RefusalSummary context={context} refusal={refusal} />
      <ErrorSummary problems={problem === undefined ? [] : [{ field: 'text', problem }]} />
      {differs && (
        <section class="govuk-inset-text" aria-label="Preview" id="preview">
          <Differences changes={differs.changes} missing={differs.missing} />
          <WhatMoves change={{ rows }} register={answer.register} names={names} />
          {audience && <AudienceLine context={context} audience={audience} />}
        </section>
      )}
      <h1 class="govuk-heading-l">Bring in a rulebook file</h1>
      <p class="govuk-body">
        As <a href={paths.rulebookJson()}>the rulebook goes out</a>, changed. What differs and what moves is shown before it is sent, and a
        second person approves it. Rows that the file leaves out stay as they are.
      </p>
      <form method="post" action={paths.rulebookFile()} enctype="multipart/form-data" novalidate class="app-form">
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="key" value={key} />
        {differs && differs.changes.length > 0 && <input type="hidden" name="previewed" value={text} />}
        <FileOrText accept=".json,application/json" text={text} rows={12} />
        <button class="govuk-button" type="submit">
          {differs && differs.changes.length > 0 ? 'Send for approval' : 'Show what differs'}
        </button>
      </form>
    </Layout>
  )
}

function Differences({ changes, missing }: { readonly changes: readonly RowChange[]; readonly missing: readonly string[] }) {
  if (changes.length === 0) return <p class="govuk-body">The file says what the register says. Nothing is to be sent.</p>
  return (
    <>
      <h2 class="govuk-heading-s">Nothing is recorded yet. This would change:</h2>
      <ul class="govuk-list govuk-list--bullet">
        {changes.map(({ before, after }) => (
          <li>
            <strong>{after.title}</strong> ({after.id}): {ruleValueText(after.value)}
            {inForceText(after)}
            {before ? `, instead of ${ruleValueText(before.value)}${inForceText(before)}` : ', a rule that was not there'}
            {before && others(before, after)}
          </li>
        ))}
      </ul>
      {missing.length > 0 && <p class="govuk-body">Not in the file, and left as they are: {missing.join(', ')}.</p>}
    </>
  )
}

/** What else of a row differs. */
function others(before: RowChange['after'], after: RowChange['after']): string {
  const fields = (['title', 'clause', 'appliesTo', 'certainty', 'enforcement', 'source'] as const).filter(
    (field) => before[field] !== after[field],
  )
  return fields.map((field) => `; ${field}: ${after[field]}, instead of ${before[field]}`).join('')
}
