import { longDay } from '../../domain/calendar/format.ts'
import { dayOf } from '../../domain/calendar/moment.ts'
import type { TextId } from '../../domain/entry.ts'
import { nameOf } from '../../domain/names.ts'
import { all, type Found, find, ruleOn } from '../../domain/register.ts'
import { lastSubmitted, type Submission, submitterOf } from '../../domain/submission/submission.ts'
import { sentenceOf } from '../../report/words/event-sentence.ts'
import { namesIn } from '../../report/words/sentence-names.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../parts/layout.tsx'
import { type Texts, WrittenText } from '../parts/modification/texts.tsx'
import { Offered } from '../parts/offered.tsx'
import { notFound, refusedPage } from './problem.tsx'

type OneSubmission = Found<'submission'>

const isOpen = ({ state }: OneSubmission): boolean => state.status === 'under review' || state.status === 'reviewed'

/** GET: the drafts that are not raised yet, as far as whoever asks may see them: the administrator all, who submitted one his own. */
export async function submissionsPage(context: PageContext) {
  const { account, answer, site } = context.var
  if (!account) return refusedPage(context, site, 403, 'drafts are read by who submitted them', 'Sign in, and come back to this page.')
  const found = all(answer.register, 'submission').toSorted((a, b) => Number(b.id) - Number(a.id))
  const titles = await textsOf(
    context,
    found.map(({ state }) => lastSubmitted(state).value.title),
  )
  const open = found.filter(isOpen)
  const over = found.filter((each) => !isOpen(each))
  return context.html(
    <Layout context={context} title="Drafts under review">
      <h1 class="govuk-heading-l">Drafts under review</h1>
      <p class="govuk-body">
        Given to the critical friend before they are raised. They are between who submitted them and the code administrator.
      </p>
      {open.length === 0 && <p class="govuk-body">None that you may see.</p>}
      <List context={context} found={open} titles={titles} />
      {over.length > 0 && <h2 class="govuk-heading-m">Raised, or not pursued</h2>}
      <List context={context} found={over} titles={titles} />
    </Layout>,
  )
}

type ListProps = { readonly context: PageContext; readonly found: readonly OneSubmission[]; readonly titles: Texts }

function List({ context, found, titles }: ListProps) {
  const { answer, paths } = context.var
  return (
    <ul class="app-plain-list">
      {found.map(({ id, subject, state }) => (
        <li>
          <a class="govuk-link" href={paths.subject(subject)}>
            {titles.get(lastSubmitted(state).value.title) ?? `Draft ${id}`}
          </a>{' '}
          <span class="app-quiet">
            {nameOf(answer.register, submitterOf(state))}; {statusText(context, state)}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** GET: one draft: what was submitted, by when its review is due, what the critical friend says. */
export async function submissionPage(context: PageContext) {
  const { answer, site } = context.var
  const found = find(answer.register, 'submission', context.req.param('submission') ?? '')
  if (!found) return notFound(context, site)
  const { submitted, reviews } = found.state
  const texts = await textsOf(context, [
    ...submitted.flatMap(({ value }) => [value.title, value.issue]),
    ...reviews.map(({ value }) => value.comments),
  ])
  return context.html(<SubmissionView context={context} found={found} texts={texts} />)
}

type ViewProps = { readonly context: PageContext; readonly found: OneSubmission; readonly texts: Texts }

function SubmissionView({ context, found, texts }: ViewProps) {
  const { answer, paths, site } = context.var
  const { state } = found
  const { title, issue } = lastSubmitted(state).value
  const heading = texts.get(title) ?? `Draft ${found.id}`
  const names = namesIn(answer.register, site.grammar)
  return (
    <Layout context={context} title={heading}>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          <a class="govuk-link" href={paths.submissions()}>
            Drafts under review
          </a>
        </span>
        {heading}
      </h1>
      <dl class="app-now">
        <div>
          <dt>Submitted by</dt>
          <dd>{nameOf(answer.register, submitterOf(state))}</dd>
        </div>
        <div>
          <dt>Who holds the action</dt>
          <dd>{statusText(context, state)}</dd>
        </div>
      </dl>
      {state.raised && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.subject(state.raised.value)}>
            Raised as {names.name(state.raised.value)}
          </a>
        </p>
      )}
      {isOpen(found) && (
        <p class="govuk-body">
          <a
            class={state.status === 'reviewed' ? 'govuk-button' : 'govuk-link'}
            href={paths.act('raise-draft-proposal', undefined, { submission: found.subject })}
          >
            Raise it as a Draft Proposal
          </a>
        </p>
      )}
      <Offered context={context} subject={found.subject} />
      <h2 class="govuk-heading-m">The issue</h2>
      {(texts.get(issue) ?? 'Not held here any more.').split(/\n{2,}/).map((paragraph) => (
        <p class="govuk-body">{paragraph}</p>
      ))}
      <h2 class="govuk-heading-m">What happened</h2>
      <ol class="app-plain-list">
        {found.history.map((entry) => (
          <li>
            <span class="app-lines__day">{longDay(entry.on.to)}</span> {sentenceOf(entry, names)}
            {entry.event?.type === 'ReviewReturned' && <WrittenText texts={texts} id={entry.event.comments} name="What it says" />}
          </li>
        ))}
      </ol>
    </Layout>
  )
}

/** Who is to act, and by when. */
function statusText({ var: { answer } }: PageContext, state: Submission): string {
  const { due, row } = lastSubmitted(state).value
  const rule = row === undefined ? undefined : ruleOn(answer.register, row, answer.asof)?.value
  const length = rule?.value.kind === 'working days' ? `, ${rule.value.days} Working Days after it was received` : ''
  switch (state.status) {
    case 'under review':
      return due
        ? `the critical friend, by ${longDay(due)}${length}${due < dayOf(answer.register.on) ? ': overdue' : ''}`
        : 'the critical friend, with no day set'
    case 'reviewed':
      return `${nameOf(answer.register, submitterOf(state))}, to ${state.reviews.at(-1)?.value.ready ? 'raise it' : 'mend it'}; no day is set`
    case 'raised':
      return 'nobody: it is raised'
    case 'dropped':
      return 'nobody: it is not pursued'
  }
}

async function textsOf({ var: { site } }: PageContext, ids: readonly TextId[]): Promise<Texts> {
  const read = await Promise.all(ids.map(async (id) => [id, await site.app.text(id)] as const))
  return new Map(read.flatMap(([id, text]) => (text === undefined ? [] : [[id, text]])))
}
