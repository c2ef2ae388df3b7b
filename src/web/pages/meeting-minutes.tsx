import { readerOf } from '../../domain/access.ts'
import { isRefused } from '../../domain/refusal.ts'
import { entryAt, type Found, find } from '../../domain/register.ts'
import { same } from '../../domain/same.ts'
import { type MinutedItem, type Minutes, minutesOf, minutesTexts } from '../../report/meeting/minutes.ts'
import { capitalised } from '../../report/words/capitalised.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../parts/layout.tsx'
import { textsRead } from '../parts/meeting/texts-read.ts'
import { Offered } from '../parts/offered.tsx'
import { notFound } from './problem.tsx'

/** The minutes that a page or a document is made of, and the position of the log at which they were agreed. */
export async function minutesIn(
  context: PageContext,
): Promise<{ readonly minutes: Minutes; readonly meeting: Found<'meeting'> } | undefined> {
  const { answer, site } = context.var
  const meeting = find(answer.register, 'meeting', context.req.param('meeting') ?? '')
  if (!meeting) return undefined
  const texts = await textsRead(site.app, minutesTexts(answer.register, meeting))
  return { minutes: minutesOf(answer.register, site.grammar, meeting, texts), meeting }
}

/** GET: the minutes, a draft until they are agreed; then whether what is recorded is still what was agreed. */
export async function minutesPage(context: PageContext) {
  const found = await minutesIn(context)
  if (!found) return notFound(context, context.var.site)
  const agreedAt = positionAgreed(context, found.meeting)
  const differs = agreedAt !== undefined && (await differsFromAgreed(context, found, agreedAt))
  return context.html(<MinutesView context={context} {...found} agreedAt={agreedAt} differs={differs} />)
}

/** The last position of the command by which they were agreed: what was known then is what was agreed. */
function positionAgreed({ var: { site } }: PageContext, meeting: Found<'meeting'>): number | undefined {
  const place = meeting.state.minutesAgreed?.place
  const command = place === undefined ? undefined : entryAt(meeting, place)?.command
  return command === undefined ? undefined : site.app.live.entries.findLast((entry) => entry.command === command)?.position
}

async function differsFromAgreed(
  context: PageContext,
  { minutes, meeting }: { minutes: Minutes; meeting: Found<'meeting'> },
  known: number,
) {
  const { site, principal } = context.var
  const then = await site.app.ask({ known }, readerOf(principal))
  if (isRefused(then)) return false
  const before = find(then.register, 'meeting', meeting.id)
  if (!before) return false
  const texts = await textsRead(site.app, minutesTexts(then.register, before))
  return !same(minutesOf(then.register, site.grammar, before, texts), minutes)
}

type ViewProps = {
  readonly context: PageContext
  readonly minutes: Minutes
  readonly meeting: Found<'meeting'>
  readonly agreedAt: number | undefined
  readonly differs: boolean
}

function MinutesView({ context, minutes, meeting, agreedAt, differs }: ViewProps) {
  const { paths } = context.var
  return (
    <Layout context={context} title={`Minutes: ${minutes.title}`} section="meetings">
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          <a class="govuk-link" href={paths.meeting(meeting.id)}>
            {minutes.title}
          </a>
        </span>
        Minutes
      </h1>
      <p class="govuk-body">
        <strong>{standingText(minutes)}</strong>{' '}
        <a class="govuk-link" href={paths.minutesPdf(meeting.id)}>
          As a document (PDF)
        </a>
      </p>
      <p class="govuk-body">
        They are drawn from what is recorded. What is wrong is corrected there, at its entry, and is then right here too.
      </p>
      {differs && agreedAt !== undefined && (
        <p class="govuk-inset-text">
          What is recorded was changed since they were agreed.{' '}
          <a class="govuk-link" href={`/sec/meetings/${meeting.id}/minutes?known=${agreedAt}`}>
            The minutes as they were agreed
          </a>
        </p>
      )}
      <h2 class="govuk-heading-m">Present</h2>
      <p class="govuk-body">{minutes.present.join('; ') || 'Not recorded'}.</p>
      {minutes.quorum.length > 0 && <p class="govuk-body">{minutes.quorum.join('; ').replace('.;', '.')}</p>}
      {minutes.items.map((item) => (
        <Item item={item} />
      ))}
      {minutes.actions.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Other actions</h2>
          <Lines lines={minutes.actions} />
        </>
      )}
      <Offered context={context} subject={meeting.subject} />
    </Layout>
  )
}

const standingText = ({ standing, agreed }: Minutes): string =>
  standing === 'agreed' ? `${agreed}.` : standing === 'draft' ? 'Draft: not agreed yet.' : 'The meeting is not recorded as held.'

function Item({ item }: { readonly item: MinutedItem }) {
  return (
    <section>
      <h2 class="govuk-heading-s">
        {item.number}. {item.title}
      </h2>
      <p class="govuk-body">
        {capitalised(item.for)}.{item.papers.map((paper) => ` Paper ${paper}.`)}
      </p>
      <Lines lines={item.interests.map((interest) => `Interest declared: ${interest}`)} />
      <Lines lines={[...item.decided, ...item.conditions, ...item.actions]} />
    </section>
  )
}

const Lines = ({ lines }: { readonly lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <ul class="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
