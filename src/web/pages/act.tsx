import { randomUUID } from 'node:crypto'
import { eventShape, withEventAsJson, withEventFields } from '../../app/acting/event-fields.ts'
import type { FieldMeta } from '../../app/acting/fields.ts'
import { actOfVerb, formOf } from '../../app/acting/forms.ts'
import { type FieldProblem, fieldsFrom, readAct, type Written, type WrittenFiles } from '../../app/acting/read-act.ts'
import { type RecordedActs, recordActs } from '../../app/acting/record-acts.ts'
import { recordedFields } from '../../app/acting/recorded-fields.ts'
import type { Performed } from '../../app/perform.ts'
import { mayAct } from '../../domain/access.ts'
import { type ActType, ruleOf } from '../../domain/acting/acts.ts'
import { givenNow } from '../../domain/acting/decide-acts.ts'
import { kindOf, type Subject } from '../../domain/entry.ts'
import { nameOf } from '../../domain/names.ts'
import { isRefused, type Refused } from '../../domain/refusal.ts'
import type { Register } from '../../domain/register.ts'
import { audienceOfForm } from '../audience-of.ts'
import type { PageContext } from '../context.ts'
import { fingerprint, hasWarnings, warningsFirst } from '../looked-at.ts'
import { optionsOf } from '../options-of.ts'
import { Fields } from '../parts/form/fields.tsx'
import { type FilesAgain, FilesSent, filesAgain } from '../parts/form/files-sent.tsx'
import { problemsInWords } from '../parts/form/in-words.ts'
import { ErrorSummary, RefusalSummary } from '../parts/form/problems.tsx'
import { shownAgain } from '../parts/form/sent-before.ts'
import { Would } from '../parts/form/would.tsx'
import { Layout } from '../parts/layout.tsx'
import { LintBeforeIssue } from '../parts/lint.tsx'
import { type Audience, AudienceLine } from '../parts/notices/audience.tsx'
import { presentFor } from '../present.ts'
import { presetsOf } from '../presets.ts'
import { subjectAsked } from '../subject-asked.ts'
import { writtenForm } from '../written-form.ts'
import { notFound, refusedPage } from './problem.tsx'

/** What the address asks for: an act, and what it is done to. */
type Asked = { readonly type: ActType; readonly subject: Subject }

/** What the form shows besides its fields. */
type Shown = {
  readonly written: Written
  readonly key: string
  readonly problems?: readonly FieldProblem[]
  readonly refusal?: Refused
  readonly would?: RecordedActs
  /** Files that were sent with it: browsers keep none. */
  readonly files?: WrittenFiles
}

/** GET: the form of one act. Fields may be given in the address, so that a link fills them. */
export async function actPage(context: PageContext) {
  const asked = askedIn(context)
  if (!asked) return notFound(context, context.var.site)
  const barred = await barredFrom(context, asked)
  if (barred) return refusedPage(context, context.var.site, 403, barred.refused, barred.remedies.join('; '))
  const { draft, ...given } = context.req.query()
  const kept = draft === undefined ? undefined : await draftOf(context, draft)
  const { register } = await presentFor(context)
  const presets = await presetsOf(asked, register, given, context.var.site.app.text)
  const written = kept ? { ...seenNow(kept.fields), draft: kept.id } : { ...presets, ...given }
  return shown(context, asked, { written, key: randomUUID() }, 200)
}

const draftOf = async ({ var: { site, account } }: PageContext, id: string) => account && (await site.app.people.draft(account.id, id))

/** POST: records the act and goes to what it was done to; or shows the form again with what is wrong. Nothing that was written is lost. */
export async function takeAct(context: PageContext) {
  const asked = askedIn(context)
  if (!asked) return notFound(context, context.var.site)
  const { site, principal, account } = context.var
  const sent = await writtenForm(context)
  const [written, files] = [withEventAsJson(EVENT, sent.written), sent.files]
  const key = typeof written.key === 'string' && written.key !== '' ? written.key : randomUUID()
  const form = formOf(asked.type)
  if (written.later !== undefined) return saveForLater(context, asked, written)
  const recorded = fieldsFrom(recordedFields.shape, written, 'recorded.', files)
  const read = readAct(asked.type, asked.subject, fieldsFrom(form.schema.shape, written, '', files), recorded)
  if ('problems' in read) return shown(context, asked, { written, key, files, problems: read.problems }, 422)
  const isLookedAt = written.previewed === fingerprint(written)
  // What a second person approves is looked at before it is sent: the first press shows what it would do.
  const dryRun = written.preview !== undefined || (ruleOf(asked.type).twoPeople === true && !isLookedAt)
  const warned = dryRun || isLookedAt ? undefined : await warningsFirst(context, [read.act])
  if (warned) return shown(context, asked, { written, key, files, would: warned }, 200)
  const performed = await recordActs(site.app, [read.act], { principal, key, dryRun })
  if (isRefused(performed)) {
    const barred = await barredFrom(context, asked)
    return shown(context, asked, { written: seenNow(written), files, ...shownAgain(performed, key) }, barred ? 403 : 409)
  }
  if (dryRun) return shown(context, asked, { written, key, files, would: performed }, 200)
  await tellOf(context, performed, written)
  if (account && typeof written.draft === 'string') await site.app.people.deleteDraft(account.id, written.draft)
  return context.redirect(afterwards(context, asked, performed), 303)
}

/** Puts what was recorded into the outbox, with the note that is to go with it. */
async function tellOf(context: PageContext, { entries }: Performed, written: Written): Promise<void> {
  const { account, principal, site } = context.var
  const [first] = entries
  if (!first) return
  const note = noteIn(written)
  if (account && note !== '' && principal.roles.includes('administrator')) await site.app.notices.saveNote(first.command, note, account.id)
  await site.app.telling().collect()
}

const noteIn = (written: Written): string => (typeof written['notice.note'] === 'string' ? written['notice.note'].trim() : '')

/** What would be recorded of what the form holds, where that is enough: for whom it tells. */
async function wouldOf(context: PageContext, { type, subject }: Asked, written: Written): Promise<RecordedActs | undefined> {
  const { principal, site } = context.var
  const read = readAct(
    type,
    subject,
    fieldsFrom(formOf(type).schema.shape, written),
    fieldsFrom(recordedFields.shape, written, 'recorded.'),
  )
  if ('problems' in read) return undefined
  const would = await recordActs(site.app, [read.act], { principal, key: randomUUID(), dryRun: true })
  return isRefused(would) ? undefined : would
}

/** Keeps what was written, right or not, for who signed in: nothing of it is in the log. */
async function saveForLater(context: PageContext, { type, subject }: Asked, written: Written) {
  const { account, site, paths } = context.var
  if (!account) return refusedPage(context, site, 403, 'a draft is kept for who signed in', 'Sign in, and save it again.')
  const { csrf, key, later, draft, ...rest } = written
  const fields = Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  )
  await site.app.people.saveDraft(account.id, {
    ...(typeof draft === 'string' ? { id: draft } : {}),
    act: formOf(type).verb,
    subject,
    fields,
  })
  return context.redirect(paths.drafts(), 303)
}

function askedIn(context: PageContext): Asked | undefined {
  const type = actOfVerb(context.req.param('verb') ?? '')
  if (!type) return undefined
  const form = formOf(type)
  const { kind, id } = context.req.param() as { kind?: string; id?: string }
  if (kind === undefined || id === undefined) return form.founds ? { type, subject: `${form.on}/new` } : undefined
  const subject = subjectAsked(context.var.site.grammar, kind, id)
  return subject && (form.onEntry || form.onAny || kind === form.on) ? { type, subject } : undefined
}

/** Why whoever asks may not take this act; undefined where he may. */
async function barredFrom(context: PageContext, { type, subject }: Asked): Promise<Refused | undefined> {
  const { register, now } = await presentFor(context)
  const verdict = mayAct(givenNow(register, now), context.var.principal, { act: type, subject })
  return isRefused(verdict) ? verdict : undefined
}

/** Back to the page of its subject, which says what was recorded. What waits for a person is in the queue. */
function afterwards(context: PageContext, { subject }: Asked, { entries }: Performed): string {
  const { paths } = context.var
  const last = entries.at(-1)
  if (!last) return paths.subject(subject) ?? paths.home()
  if (last.noted) return paths.queue()
  // What it began comes first; a file that was recorded with it, last.
  const about = subject.endsWith('/new') ? (entries.find((entry) => kindOf(entry.subject) === kindOf(subject)) ?? last).subject : subject
  return paths.subject(about, '', { recorded: last.position }) ?? paths.home()
}

async function shown(context: PageContext, asked: Asked, form: Shown, status: 200 | 403 | 409 | 422) {
  const { register } = await presentFor(context)
  const would = form.would ?? (status === 200 ? await wouldOf(context, asked, form.written) : undefined)
  const audience = await audienceOfForm(context, asked.subject, would, noteIn(form.written))
  const files = filesAgain(context, form.files, form.problems)
  return context.html(<ActView {...{ context, asked, form, files, register, audience }} />, status)
}

type ViewProps = {
  readonly context: PageContext
  readonly asked: Asked
  readonly form: Shown
  readonly files: FilesAgain
  readonly register: Register
  readonly audience: Audience
}

function ActView({ context, asked, form, files, register, audience }: ViewProps) {
  const { site, paths, principal, csrf } = context.var
  const { title, about, verb, schema, founds } = formOf(asked.type)
  const { refusal, would, key } = form
  const written = EVENT in schema.shape ? withEventFields(EVENT, form.written) : form.written
  const parts = Object.entries(eventShape(EVENT, written) ?? {}).map(([part, each]) => [`${EVENT}.${part}`, each] as const)
  const problems = problemsInWords(form.problems ?? [], { ...schema.shape, ...Object.fromEntries(parts) })
  const options = (meta: FieldMeta) =>
    meta.from ? optionsOf(meta.from, { register, act: asked.type, subject: asked.subject, grammar: site.grammar }) : []
  const name = founds && asked.subject.endsWith('/new') ? undefined : nameOf(register, asked.subject, site.grammar)
  const administers = principal.roles.includes('administrator')
  const cameAnyhow = Object.keys(written).some(
    (field) => field.startsWith('recorded.') && field !== 'recorded.seen' && written[field] !== '',
  )
  return (
    <Layout context={context} title={name ? `${title}: ${name}` : title}>
      <RefusalSummary context={context} refusal={refusal} />
      <ErrorSummary problems={problems} />
      {would && <Would context={context} performed={would} register={register} />}
      <h1 class="govuk-heading-l">
        {name && (
          <span class="govuk-caption-l">
            <a class="govuk-link" href={paths.subject(asked.subject) ?? paths.home()}>
              {name}
            </a>
          </span>
        )}
        {title}
      </h1>
      {about && <p class="govuk-body">{about}</p>}
      {issuing.includes(asked.type) && <LintBeforeIssue context={context} subject={asked.subject} />}
      <form
        method="post"
        action={paths.act(verb, founds && !name ? undefined : asked.subject)}
        enctype="multipart/form-data"
        novalidate
        class="app-form"
      >
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="key" value={key} />
        {typeof written.draft === 'string' && <input type="hidden" name="draft" value={written.draft} />}
        <FilesSent {...files} />
        <input type="hidden" name="recorded.seen" value={String(lastSeen(written, register, asked.subject))} />
        {would && <input type="hidden" name="previewed" value={fingerprint(form.written)} />}
        <Fields shape={schema.shape} written={written} problems={problems} options={options} />
        <details
          class="govuk-details app-details"
          open={cameAnyhow || withFile.includes(asked.type) || problems.some(({ field }) => field.startsWith('recorded.'))}
        >
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              {administers ? 'How it came to us: on behalf, another day, evidence' : 'Evidence and reason'}
            </span>
          </summary>
          <div class="govuk-details__text">
            <Fields shape={administers ? onBehalf : ownAct} written={written} problems={problems} options={options} prefix="recorded." />
          </div>
        </details>
        <AudienceLine context={context} audience={audience} note={noteIn(written)} />
        <div class="govuk-button-group">
          <button class="govuk-button" type="submit">
            {pressing(asked.type, title, would)}
          </button>
          <button class="govuk-button govuk-button--secondary" type="submit" name="preview" value="yes">
            Preview
          </button>
          <button class="govuk-button govuk-button--secondary" type="submit" name="later" value="yes">
            Save for later
          </button>
        </div>
      </form>
    </Layout>
  )
}

/** What the first button does, in its words: of what rules warn of, that it is done all the same. */
function pressing(type: ActType, title: string, would: RecordedActs | undefined): string {
  if (ruleOf(type).twoPeople) return would ? 'Send for approval' : 'Show what moves'
  return would && ruleOf(type).warnsFirst && hasWarnings(would) ? `${title} all the same` : title
}

/** What is done by these comes as a file: where it goes is seen at once. */
const withFile: readonly ActType[] = ['ReturnAssessment', 'RecordVote', 'DecideAppeal', 'DecideReferral']

/** The field that holds an event: written as JSON, and shown field by field. */
const EVENT = 'event'

/** By these acts papers go out: what they would go out without is shown first. */
const issuing: readonly ActType[] = ['IssueConsultation', 'IssueConsultations', 'ApproveReport', 'SendForDecision']

const { seen, ...onBehalf } = recordedFields.shape
const { reason, source, where, evidence, file, fileTitle, fileClass } = recordedFields.shape
/** Who acts for himself does it now; only who records for others tells another day. */
const ownAct = { reason, source, where, evidence, file, fileTitle, fileClass }

/** Shown with all that is recorded now, and what is refused says what changed: sent again, it is meant so. */
const seenNow = ({ 'recorded.seen': before, ...written }: Written): Written => written

/** The last entry of the subject when the form was first shown: kept while its fields are mended. */
function lastSeen(written: Written, register: Register, subject: Subject): string | number {
  const before = written['recorded.seen']
  if (typeof before === 'string' && before !== '') return before
  return register.subjects.get(subject)?.history.reduce((last, { position }) => Math.max(last, position), 0) ?? 0
}
