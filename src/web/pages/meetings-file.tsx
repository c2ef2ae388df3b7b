import { randomUUID } from 'node:crypto'
import { recordActs } from '../../app/acting/record-acts.ts'
import { type CalendarLine, plansIn, readCalendar } from '../../app/meeting/calendar-file.ts'
import { mayAct } from '../../domain/access.ts'
import { givenNow } from '../../domain/acting/decide-acts.ts'
import type { Subject } from '../../domain/entry.ts'
import { isRefused, type Refused } from '../../domain/refusal.ts'
import { all } from '../../domain/register.ts'
import { audienceOfActs } from '../audience-of.ts'
import type { PageContext } from '../context.ts'
import { FileOrText } from '../parts/form/file-or-text.tsx'
import { ErrorSummary, RefusalSummary } from '../parts/form/problems.tsx'
import { Layout } from '../parts/layout.tsx'
import { type Audience, AudienceLine } from '../parts/notices/audience.tsx'
import { refusedPage } from './problem.tsx'

type Shown = {
  readonly text: string
  readonly body: string
  readonly key: string
  readonly lines?: readonly CalendarLine[]
  readonly problem?: string
  readonly refusal?: Refused
  readonly audience?: Audience
}

/** GET: where a year's meetings are brought in. */
export function meetingsFilePage(context: PageContext) {
  return barred(context) ?? context.html(<FileView context={context} form={{ text: '', body: '', key: randomUUID() }} />)
}

/** POST: says line by line what it would plan and what it cannot read; sent again, unchanged, it plans what can be read, as one set. */
export async function takeMeetingsFile(context: PageContext) {
  const refusedTo = barred(context)
  if (refusedTo) return refusedTo
  const { answer, principal, site, paths } = context.var
  const sent = await context.req.parseBody()
  const file = sent.file instanceof File && sent.file.size > 0 ? await sent.file.text() : undefined
  const text = file ?? String(sent.text ?? '')
  const body = String(sent.body ?? '')
  const key = typeof sent.key === 'string' && sent.key !== '' ? sent.key : randomUUID()
  const show = (form: Partial<Shown>, status: 200 | 409 | 422) =>
    context.html(<FileView context={context} form={{ text, body, key, ...form }} />, status)
  if (text.trim() === '') return show({ problem: 'Choose a file, or paste its text' }, 422)
  const lines = readCalendar(text, answer.register, body === '' ? undefined : (body as Subject))
  const acts = plansIn(lines)
  const dryRun = sent.previewed !== text
  if (acts.length === 0) return show({ lines }, lines.some((line) => 'problem' in line) ? 422 : 200)
  const performed = await recordActs(site.app, acts, { principal, key, dryRun })
  if (isRefused(performed)) return show({ lines, refusal: performed }, 409)
  if (dryRun)
    return show({ lines, audience: await audienceOfActs(context, performed) }, lines.some((line) => 'problem' in line) ? 422 : 200)
  return context.redirect(paths.meetings(performed.entries.at(-1)?.position), 303)
}

function barred(context: PageContext): Response | Promise<Response> | undefined {
  const { answer, principal, site } = context.var
  const verdict = mayAct(givenNow(answer.register, answer.register.on), principal, { act: 'PlanMeeting', subject: 'meeting/new' })
  return isRefused(verdict) ? refusedPage(context, site, 403, verdict.refused, verdict.remedies.join('; ')) : undefined
}

function FileView({ context, form }: { readonly context: PageContext; readonly form: Shown }) {
  const { answer, csrf, paths } = context.var
  const { text, body, key, lines, problem, refusal, audience } = form
  const plans = lines ? plansIn(lines).length : 0
  return (
    <Layout context={context} title="A year’s meetings from a file" section="meetings">
      <RefusalSummary context={context} refusal={refusal} />
      <ErrorSummary problems={problem === undefined ? [] : [{ field: 'text', problem }]} />
      {lines && <Preview lines={lines} />}
      {audience && <AudienceLine context={context} audience={audience} />}
      <h1 class="govuk-heading-l">A year’s meetings from a file</h1>
      <p class="govuk-body">
        CSV with the columns body, day and, where it is told, number; or iCalendar (.ics), whose events begin with the name of the body.
        What it would plan is shown line by line before anything is recorded.
      </p>
      <form method="post" action={paths.meetingsFile()} enctype="multipart/form-data" novalidate class="app-form">
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="key" value={key} />
        {plans > 0 && <input type="hidden" name="previewed" value={text} />}
        <div class="govuk-form-group">
          <label class="govuk-label" for="f-body">
            Body <span class="app-quiet">(where the lines do not name it)</span>
          </label>
          <select class="govuk-select" id="f-body" name="body">
            <option value="">As the lines say</option>
            {all(answer.register, 'body').map(({ subject, state }) => (
              <option value={subject} selected={subject === body}>
                {state.name.value}
              </option>
            ))}
          </select>
        </div>
        <FileOrText accept=".csv,.ics,text/csv,text/calendar" text={text} rows={10} />
        <button class="govuk-button" type="submit">
          {plans > 0 ? `Plan ${plans === 1 ? 'this meeting' : `these ${plans} meetings`}` : 'Show what it would plan'}
        </button>
      </form>
    </Layout>
  )
}

function Preview({ lines }: { readonly lines: readonly CalendarLine[] }) {
  const plans = lines.filter((line) => 'plans' in line).length
  const unread = lines.filter((line) => 'problem' in line).length
  return (
    <section class="govuk-inset-text" aria-label="Preview" id="preview">
      <h2 class="govuk-heading-s">
        Nothing is recorded yet. It would plan {plans === 1 ? '1 meeting' : `${plans} meetings`}
        {unread > 0 && `, and cannot read ${unread === 1 ? '1 line' : `${unread} lines`}`}.
      </h2>
      <ul class="govuk-list app-lines">
        {lines.map((line) => (
          <li>
            <span class="app-lines__day">{line.where}</span> {lineText(line)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What a line would do, in a sentence. */
export function lineText(line: CalendarLine): string {
  if ('problem' in line) return `Cannot be read: ${line.problem}`
  if ('already' in line) return `Nothing: ${line.already}`
  return `Plans ${line.meeting}${line.look ? `. Look: ${line.look}` : ''}`
}
