import { randomUUID } from 'node:crypto'
import { actOfVerb, formOf } from '../../app/acting/forms.ts'
import { fieldsFrom, type PlainAct, readAct } from '../../app/acting/read-act.ts'
import { type RecordedActs, recordActs } from '../../app/acting/record-acts.ts'
import { recordedFields } from '../../app/acting/recorded-fields.ts'
import { nameOf } from '../../domain/names.ts'
import { isRefused, type Refused, refused, type Verdict } from '../../domain/refusal.ts'
import type { Register } from '../../domain/register.ts'
import type { Draft } from '../../log/people.ts'
import { audienceOfActs } from '../audience-of.ts'
import type { PageContext } from '../context.ts'
import { fingerprint, hasWarnings, warningsFirst } from '../looked-at.ts'
import { RefusalSummary } from '../parts/form/problems.tsx'
import { shownAgain } from '../parts/form/sent-before.ts'
import { Would } from '../parts/form/would.tsx'
import { Layout } from '../parts/layout.tsx'
import type { Audience } from '../parts/notices/audience.tsx'
import { queryText } from '../paths.ts'
import { presentFor } from '../present.ts'
import { refusedPage } from './problem.tsx'

type Shown = {
  readonly key: string
  readonly chosen: readonly string[]
  readonly refusal?: Refused
  readonly would?: RecordedActs
  /** Which drafts were shown with what they would record. */
  readonly previewed?: string
}

/** GET: what somebody has written and not recorded, to be recorded one by one or several as one set. */
export async function draftsPage(context: PageContext) {
  const { account } = context.var
  if (!account) return notSignedIn(context)
  return shown(context, { key: randomUUID(), chosen: [] }, 200)
}

/** POST: records the chosen drafts as one set, whatever the order in which they were written; or previews them, or throws them away. */
export async function takeDrafts(context: PageContext) {
  const { account, site, principal, paths } = context.var
  if (!account) return notSignedIn(context)
  const form = (await context.req.parseBody({ all: true })) as Readonly<Record<string, string | readonly string[] | undefined>>
  const chosen = [form.draft ?? []].flat()
  const key = typeof form.key === 'string' && form.key !== '' ? form.key : randomUUID()
  const drafts = (await site.app.people.draftsOf(account.id)).filter(({ id }) => chosen.includes(id))
  if (drafts.length === 0)
    return shown(context, { key, chosen, refusal: refused('no draft is chosen', [], ['tick what is to be recorded']) }, 422)
  if (form.discard !== undefined) {
    for (const { id } of drafts) await site.app.people.deleteDraft(account.id, id)
    return context.redirect(paths.drafts(), 303)
  }
  const acts = actsOf(drafts)
  if (isRefused(acts)) return shown(context, { key, chosen, refusal: acts }, 422)
  const dryRun = form.preview !== undefined
  const whenUnfit = form.note === undefined ? 'refuse' : 'note'
  const previewed = fingerprint({ drafts: JSON.stringify(drafts) })
  const warned = dryRun || form.previewed === previewed ? undefined : await warningsFirst(context, acts, whenUnfit)
  if (warned) return shown(context, { key, chosen, previewed, would: warned }, 200)
  const performed = await recordActs(site.app, acts, { principal, key, dryRun, whenUnfit })
  if (isRefused(performed)) return shown(context, { chosen, ...shownAgain(performed, key) }, performed.notYours ? 403 : 409)
  if (dryRun) return shown(context, { key, chosen, previewed, would: performed }, 200)
  for (const { id } of drafts) await site.app.people.deleteDraft(account.id, id)
  const last = performed.entries.findLast(({ noted }) => !noted)
  const path = last && paths.subject(last.subject, '', { recorded: last.position })
  return context.redirect(performed.entries.some(({ noted }) => noted) || !path ? paths.queue() : path, 303)
}

const notSignedIn = (context: PageContext) =>
  refusedPage(context, context.var.site, 403, 'drafts are kept for who signed in', 'Sign in, and come back to this page.')

/** All of them as acts, or the first that has a field which is not right. */
function actsOf(drafts: readonly Draft[]): Verdict<readonly PlainAct[]> {
  const acts: PlainAct[] = []
  for (const { act: verb, subject, fields } of drafts) {
    const type = actOfVerb(verb)
    if (!type) return refused(`there is no act ${verb} any more`, [verb], ['throw that draft away'])
    const read = readAct(
      type,
      subject,
      fieldsFrom(formOf(type).schema.shape, fields),
      fieldsFrom(recordedFields.shape, fields, 'recorded.'),
    )
    if ('problems' in read) {
      const wrong = read.problems.map(({ field, problem }) => `${field}: ${problem}`).join('; ')
      return refused(`the draft “${formOf(type).title}” is not right yet: ${wrong}`, [subject], ['open it and mend the fields'])
    }
    acts.push(read.act)
  }
  return acts
}

async function shown(context: PageContext, form: Shown, status: 200 | 403 | 409 | 422) {
  const { site, account } = context.var
  const drafts = account ? await site.app.people.draftsOf(account.id) : []
  const { register } = await presentFor(context)
  const audience = form.would && (await audienceOfActs(context, form.would))
  return context.html(<DraftsView context={context} drafts={drafts} form={form} register={register} audience={audience} />, status)
}

type Props = {
  readonly context: PageContext
  readonly drafts: readonly Draft[]
  readonly form: Shown
  readonly register: Register
  readonly audience: Audience | undefined
}

function DraftsView({ context, drafts, form, register, audience }: Props) {
  const { site, paths, csrf } = context.var
  return (
    <Layout context={context} title="Drafts">
      <RefusalSummary context={context} refusal={form.refusal} />
      {form.would && <Would context={context} performed={form.would} register={register} audience={audience} />}
      <h1 class="govuk-heading-l">Drafts</h1>
      <p class="govuk-body">
        {drafts.length === 0
          ? 'You have no drafts. “Save for later” under any form keeps it here.'
          : 'Written and not recorded: nobody else sees them. Several of them may be recorded as one set, such as all that a meeting decided; the order in which they were written does not matter.'}
      </p>
      {drafts.length > 0 && (
        <form method="post" action={paths.drafts()} class="app-form">
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="key" value={form.key} />
          {form.previewed && <input type="hidden" name="previewed" value={form.previewed} />}
          <div class="govuk-form-group">
            <fieldset class="govuk-fieldset">
              <legend class="govuk-fieldset__legend">What is to be recorded together</legend>
              <div class="govuk-checkboxes govuk-checkboxes--small">
                {drafts.map((draft, index) => (
                  <Choice
                    draft={draft}
                    index={index}
                    isChosen={form.chosen.includes(draft.id)}
                    name={draft.subject.endsWith('/new') ? '' : nameOf(register, draft.subject, site.grammar)}
                    open={`${paths.act(draft.act, draft.subject.endsWith('/new') ? undefined : draft.subject)}${queryText({ draft: draft.id })}`}
                  />
                ))}
              </div>
            </fieldset>
          </div>
          <div class="govuk-button-group">
            <button class="govuk-button" type="submit">
              {form.would && hasWarnings(form.would) ? 'Record together all the same' : 'Record together'}
            </button>
            <button class="govuk-button govuk-button--secondary" type="submit" name="preview" value="yes">
              Preview
            </button>
            <button class="govuk-button govuk-button--secondary" type="submit" name="note" value="yes">
              Record what stands, and let the rest wait
            </button>
            <button class="govuk-button govuk-button--warning" type="submit" name="discard" value="yes">
              Throw away
            </button>
          </div>
        </form>
      )}
    </Layout>
  )
}

type ChoiceProps = {
  readonly draft: Draft
  readonly index: number
  readonly isChosen: boolean
  readonly name: string
  readonly open: string
}

function Choice({ draft, index, isChosen, name, open }: ChoiceProps) {
  const type = actOfVerb(draft.act)
  return (
    <div class="govuk-checkboxes__item">
      <input class="govuk-checkboxes__input" id={`draft-${index}`} name="draft" type="checkbox" value={draft.id} checked={isChosen} />
      <label class="govuk-label govuk-checkboxes__label" for={`draft-${index}`}>
        {name} {type ? formOf(type).title : draft.act}
      </label>
      <div class="govuk-hint govuk-checkboxes__hint">
        <a class="govuk-link" href={open}>
          Open<span class="govuk-visually-hidden"> the draft {index + 1}</span>
        </a>
      </div>
    </div>
  )
}
