import { z } from 'zod'
import * as field from '../../app/acting/fields.ts'
import { type FieldProblem, fieldsFrom, problemsOf, type Written } from '../../app/acting/read-act.ts'
import { londonInstant } from '../../app/clock.ts'
import { LARGEST_BOUNCE } from '../../app/notices/bounces/delivery-status.ts'
import { isRefused, type Refused } from '../../domain/refusal.ts'
import type { Notice } from '../../log/notices.ts'
import type { PageContext } from '../context.ts'
import { ownPath } from '../own-path.ts'
import { atClock } from '../parts/at-clock.ts'
import { Fields } from '../parts/form/fields.tsx'
import { FileOrText } from '../parts/form/file-or-text.tsx'
import { ErrorSummary, RefusalSummary } from '../parts/form/problems.tsx'
import { Layout } from '../parts/layout.tsx'
import { notFound, refusedPage } from './problem.tsx'

/** What is said by hand of a mail that came back. */
const said = z.strictObject({
  at: field.moment({ label: 'When it came back', hint: 'By the clock in London' }),
  why: field.line({ label: 'Why', hint: 'What the mail server or the answer said' }),
  forGood: field.yes({ label: 'For good: nothing more is sent to that address until it is confirmed again' }).exactOptional(),
})

type Shown = {
  readonly written?: Written
  readonly problems?: readonly FieldProblem[]
  readonly refusal?: Refused
  readonly text?: string
  readonly done?: string
}

/** GET: where who administers gives what a mail server sent back, or says by hand, of one mail that was sent, that it came back. */
export async function cameBackPage(context: PageContext) {
  const barred = onlyAdministrators(context)
  if (barred) return barred
  const { id, notice } = await noticeAsked(context)
  if (id === undefined) return context.html(<NotificationView context={context} form={{}} />)
  return notice ? context.html(<ByHandView context={context} notice={notice} form={{}} />) : notFound(context, context.var.site)
}

/** POST: records it, against what was sent. */
export async function takeCameBack(context: PageContext) {
  const barred = onlyAdministrators(context)
  if (barred) return barred
  const { id, notice } = await noticeAsked(context)
  if (id === undefined) return takeNotification(context)
  return notice ? takeByHand(context, notice) : notFound(context, context.var.site)
}

function onlyAdministrators(context: PageContext): Response | Promise<Response> | undefined {
  const { account, paths, principal, site } = context.var
  if (!account) return context.redirect(paths.signIn(paths.cameBack()), 303)
  if (principal.roles.includes('administrator')) return undefined
  return refusedPage(context, site, 403, 'The code administrator keeps the outbox', 'Ask your code administrator.')
}

async function noticeAsked({ req, var: { site } }: PageContext) {
  const id = req.query('notice')
  return { id, notice: id === undefined ? undefined : await site.app.notices.notice(id) }
}

async function takeNotification(context: PageContext) {
  const sent = await context.req.parseBody()
  const text = String(sent.text ?? '')
  const bytes = sent.file instanceof File && sent.file.size > 0 ? new Uint8Array(await sent.file.arrayBuffer()) : Buffer.from(text)
  const show = (form: Shown, status: 200 | 409 | 422) => context.html(<NotificationView context={context} form={form} />, status)
  if (bytes.length === 0) return show({ problems: [{ field: 'text', problem: 'choose a file, or paste its text' }] }, 422)
  const taken = await context.var.site.app.telling().takeBounce(bytes)
  return isRefused(taken) ? show({ refusal: taken, text }, 409) : show({ done: taken.says }, 200)
}

async function takeByHand(context: PageContext, notice: Notice) {
  const { paths, site } = context.var
  const written = (await context.req.parseBody({ all: true })) as Written
  const show = (form: Shown, status: 409 | 422) => context.html(<ByHandView context={context} notice={notice} form={form} />, status)
  const fields = fieldsFrom(said.shape, written)
  const result = said.safeParse(fields)
  if (!result.success) return show({ written, problems: problemsOf(result, '', fields) }, 422)
  const { why, forGood = false } = result.data
  const at = londonInstant(result.data.at)
  const wrong = at < (notice.doneAt ?? '').slice(0, 16) ? 'before it was sent' : at > site.app.people.now() ? 'still to come' : undefined
  if (wrong) return show({ written, problems: [{ field: 'at', problem: `when it came back is ${wrong}` }] }, 422)
  const recorded = await site.app.telling().cameBack(notice, { at, why, forGood })
  if (isRefused(recorded)) return show({ written, refusal: recorded }, 409)
  return context.redirect(context.req.query('back') === undefined ? paths.outbox() : ownPath(context.req.query('back')), 303)
}

type ViewProps = { readonly context: PageContext; readonly form: Shown }

function NotificationView({ context, form: { problems = [], refusal, text = '', done } }: ViewProps) {
  const { csrf, paths } = context.var
  return (
    <Layout context={context} title="Mail that came back">
      <RefusalSummary context={context} refusal={refusal} />
      <ErrorSummary problems={problems} />
      {done && (
        <p class="govuk-inset-text" role="status">
          {done}.
        </p>
      )}
      <h1 class="govuk-heading-l">Mail that came back</h1>
      <p class="govuk-body">
        What a mail server sends back when it cannot deliver a mail that it had taken. It is matched with what was sent, and recorded there;
        to an address that is not there nothing more is sent until it is confirmed again. What matches nothing changes nothing.
      </p>
      <p class="govuk-body">
        Of one that came back in other words, press “It came back” beside it in{' '}
        <a class="govuk-link" href={paths.outbox()}>
          the outbox
        </a>
        .
      </p>
      <form method="post" action={paths.cameBack()} enctype="multipart/form-data" novalidate class="app-form">
        <input type="hidden" name="csrf" value={csrf} />
        <p class="govuk-hint">
          A delivery status notification as it came (.eml), up to {LARGEST_BOUNCE / 1_000_000} MB. It is read and not kept.
        </p>
        <FileOrText accept=".eml,message/rfc822" text={text} rows={8} />
        <button class="govuk-button" type="submit">
          Take it
        </button>
      </form>
    </Layout>
  )
}

function ByHandView({ context, notice, form }: ViewProps & { readonly notice: Notice }) {
  const { csrf, paths } = context.var
  const { problems = [], refusal, written = {} } = form
  const back = context.req.query('back')
  return (
    <Layout context={context} title="It came back">
      <RefusalSummary context={context} refusal={refusal} />
      <ErrorSummary problems={problems} />
      <h1 class="govuk-heading-l">It came back</h1>
      <p class="govuk-body">
        “{notice.subject}”, to <span class="app-break">{notice.address}</span>
        {notice.doneAt && `, taken by its mail server on ${atClock(context, notice.doneAt, notice.doneMoment)}`}.
      </p>
      <form method="post" action={paths.cameBack({ notice: notice.id, back })} novalidate class="app-form">
        <input type="hidden" name="csrf" value={csrf} />
        <Fields shape={said.shape} written={written} problems={problems} options={() => []} />
        <button class="govuk-button" type="submit">
          Record that it came back
        </button>
      </form>
    </Layout>
  )
}
