import { randomUUID } from 'node:crypto'
import { fieldsFrom, readAct, type Written } from '../../app/acting/read-act.ts'
import { recordActs } from '../../app/acting/record-acts.ts'
import { recordedFields } from '../../app/acting/recorded-fields.ts'
import { fieldsOf } from '../../app/people/response-fields.ts'
import { isRefused, type Refused, refused } from '../../domain/refusal.ts'
import type { Revision } from '../../log/response-drafts.ts'
import type { PageContext } from '../context.ts'
import { CheckResponse } from '../parts/consultation/check.tsx'
import { ResponseFields } from '../parts/consultation/fields.tsx'
import { ConsultationHeading } from '../parts/consultation/heading.tsx'
import { WrittenWith } from '../parts/consultation/written-with.tsx'
import { KeptDocuments } from '../parts/documents.tsx'
import { RefusalSummary } from '../parts/form/problems.tsx'
import { Layout } from '../parts/layout.tsx'
import { type Responding, respondingIn } from '../responding.ts'
import { answersIn, shownResponse, writtenOf } from '../response-form.ts'

/** GET: the response of an organisation, as it is being written or was given; `no-comment` asks for nothing but the press that says so. */
export async function respondPage(context: PageContext) {
  // The links of mails lead here: whoever is not signed in does so first, and comes back.
  const { account, paths } = context.var
  if (!account) return context.redirect(paths.signIn(`${context.req.path}${new URL(context.req.url).search}`), 303)
  const responding = await respondingIn(context)
  if (responding instanceof Response) return responding
  if (context.req.query('no-comment') !== undefined)
    return shown(context, responding, { written: { noComment: 'yes' }, checking: true }, 200)
  const { given, draft } = responding
  const [first] = given
  const written = draft.present?.answers ?? (first ? writtenOf(await shownResponse(context.var.site.app, first)) : {})
  return shown(context, responding, { written, checking: false }, 200)
}

/** POST: keeps what was written, shows what would be sent, then records it. What is wrong is said above the form, and nothing written is lost. */
export async function takeResponse(context: PageContext) {
  const responding = await respondingIn(context)
  if (responding instanceof Response) return responding
  const { site, principal, paths } = context.var
  const { found, consultation, by, aims, account } = responding
  const written = (await context.req.parseBody()) as Written
  const answers = answersIn(written)
  if (written.change !== undefined) return shown(context, responding, { written: answers, checking: false }, 200)
  if (answers.noComment === undefined && !responding.onBehalf) {
    const saved = await site.app.people.saveRevision(account.id, responding.key, {
      answers,
      basedOn: numberIn(written.revision) ?? 0,
      merges: numberIn(written.merges),
    })
    responding.draft = await site.app.people.draftOf(responding.key)
    if (saved.stands === 'beside') return shown(context, responding, { written: answers, checking: false, beside: saved }, 409)
    if (written.save !== undefined) return context.redirect(paths.consultation(consultation.id, 'respond', { saved: saved.revision }), 303)
  }
  const sends = written.send !== undefined
  const came = responding.onBehalf ? fieldsFrom(recordedFields.shape, answers, 'recorded.') : {}
  const read = readAct('Respond', found.subject, fieldsOf(consultation, aims, answers), { ...came, by })
  if ('problems' in read) {
    const refusal = refused(read.problems[0]?.problem ?? 'it cannot be read', [], ['correct it below'])
    return shown(context, responding, { written: answers, checking: false, refusal }, 422)
  }
  const key = typeof written.key === 'string' ? written.key : randomUUID()
  const performed = await recordActs(site.app, [read.act], { principal, key, dryRun: !sends, unsigned: true })
  if (isRefused(performed))
    return shown(context, responding, { written: answers, checking: false, refusal: performed }, performed.notYours ? 403 : 409)
  if (!sends) return shown(context, responding, { written: answers, checking: true }, 200)
  const recorded = performed.entries.find(({ event }) => event?.type === 'ResponseSubmitted')?.event
  const response = recorded?.type === 'ResponseSubmitted' ? recorded.response : ''
  return context.redirect(paths.consultation(consultation.id, 'receipt', { response }), 303)
}

const numberIn = (value: Written[string]): number | undefined =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : undefined

function titleOf({ onBehalf }: Responding, checking: boolean): string {
  if (onBehalf) return checking ? 'Check the response' : 'Record a response on behalf'
  return checking ? 'Check your response' : 'Your response'
}

type Shown = {
  readonly written: Written
  readonly checking: boolean
  readonly refusal?: Refused
  /** What was just saved beside what a colleague saved meanwhile. */
  readonly beside?: Revision
}

async function shown(context: PageContext, responding: Responding, form: Shown, status: 200 | 403 | 409 | 422) {
  const { written, checking, refusal, beside } = form
  const labels = new Map((await context.var.site.app.people.accounts()).map(({ id, label }) => [id, label]))
  return context.html(
    <Layout context={context} title={titleOf(responding, checking)}>
      <RefusalSummary context={context} refusal={refusal} />
      <ConsultationHeading context={context} asked={responding}>
        {titleOf(responding, checking)}
      </ConsultationHeading>
      {checking ? (
        <CheckResponse context={context} responding={responding} written={written} />
      ) : (
        <>
          <KeptDocuments context={context} about={responding.found.subject} part={responding.consultation.id} />
          <ResponseFields context={context} responding={responding} written={written} beside={beside} labels={labels} />
          {!responding.onBehalf && <WrittenWith context={context} responding={responding} labels={labels} merging={beside !== undefined} />}
        </>
      )}
    </Layout>,
    status,
  )
}
