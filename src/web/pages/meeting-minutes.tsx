import { readerOf } from '../../domain/access.ts'
import { isRefused } from '../../domain/refusal.ts'
import { entryAt, type Found, find } from '../../domain/register.ts'
import { same } from '../../domain/same.ts'
import { type Minutes, minutesOf, minutesTexts } from '../../report/meeting/minutes.ts'
import { minutesPaper } from '../../report/meeting/paper.ts'
import { PaperPage } from '../../report/paper/html.tsx'
import type { PaperForm } from '../../report/paper/made.ts'
import type { PageContext } from '../context.ts'
import { paperAnswer } from '../paper-answer.ts'
import { Layout } from '../parts/layout.tsx'
import { aboutMeeting } from '../parts/meeting/about.ts'
import { textsRead } from '../parts/meeting/texts-read.ts'
import { Offered } from '../parts/offered.tsx'
import { notFound } from './problem.tsx'

/** The minutes that a page or a document is made of, and the position of the log at which they were agreed. */
async function minutesIn(context: PageContext): Promise<{ readonly minutes: Minutes; readonly meeting: Found<'meeting'> } | undefined> {
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

/** GET: the same as a document. */
export const minutesFile = (form: PaperForm) => async (context: PageContext) => {
  const found = await minutesIn(context)
  if (!found) return notFound(context, context.var.site)
  const paper = minutesPaper(found.minutes, aboutMeeting(context, found.meeting))
  return paperAnswer(context, form, paper, `minutes-${found.meeting.id}`)
}

/** The last position of the command by which they were agreed: what was known then is what was agreed. */
function positionAgreed({ var: { answer } }: PageContext, meeting: Found<'meeting'>): number | undefined {
  const place = meeting.state.minutesAgreed?.place
  const command = place === undefined ? undefined : entryAt(meeting, place)?.command
  return command === undefined ? undefined : answer.log().findLast((entry) => entry.command === command)?.position
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
  const paper = minutesPaper(minutes, aboutMeeting(context, meeting))
  return (
    <Layout context={context} title={paper.title} section="meetings">
      <nav class="app-actions" aria-label="These minutes">
        <a class="govuk-link" href={paths.meeting(meeting.id)}>
          The meeting
        </a>
        <a class="govuk-link" href={paths.minutesFile(meeting.id, 'pdf')}>
          As PDF
        </a>
        <a class="govuk-link" href={paths.minutesFile(meeting.id, 'docx')}>
          As DOCX
        </a>
      </nav>
      {differs && agreedAt !== undefined && (
        <p class="govuk-inset-text">
          What is recorded was changed since they were agreed.{' '}
          <a class="govuk-link" href={`/sec/meetings/${meeting.id}/minutes?known=${agreedAt}`}>
            The minutes as they were agreed
          </a>
        </p>
      )}
      <article>
        <PaperPage paper={paper} />
      </article>
      <p class="govuk-body app-quiet">
        Drawn from what is recorded: what is wrong is corrected there, at its entry, and is then right here too.
      </p>
      <Offered context={context} subject={meeting.subject} />
    </Layout>
  )
}
