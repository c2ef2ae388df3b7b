import { find } from '../../domain/register.ts'
import { packOf, packTexts } from '../../report/meeting/pack.ts'
import { packPaper } from '../../report/meeting/paper.ts'
import { PaperPage } from '../../report/paper/html.tsx'
import type { PaperForm } from '../../report/paper/made.ts'
import type { Paper } from '../../report/paper/paper.ts'
import type { PageContext } from '../context.ts'
import { paperAnswer } from '../paper-answer.ts'
import { Layout } from '../parts/layout.tsx'
import { aboutMeeting } from '../parts/meeting/about.ts'
import { textsRead } from '../parts/meeting/texts-read.ts'
import { notFound } from './problem.tsx'

type Made = { readonly paper: Paper; readonly since: string | undefined; readonly id: string }

/** The pack of a meeting; undefined where there is no such meeting. What is new since the last one is told unless it is asked not to. */
async function packIn(context: PageContext): Promise<Made | undefined> {
  const { answer, site } = context.var
  const meeting = find(answer.register, 'meeting', context.req.param('meeting') ?? '')
  if (!meeting) return undefined
  const texts = await textsRead(site.app, packTexts(answer.register, meeting))
  const withNew = context.req.query('new') !== 'no'
  const pack = packOf({ register: answer.register, grammar: site.grammar, meeting, texts, withNew })
  return { paper: packPaper(pack, aboutMeeting(context, meeting)), since: pack.since, id: meeting.id }
}

/** GET: the pack as a page: the agenda with links, then each item with what the register knows. */
export async function packPage(context: PageContext) {
  const made = await packIn(context)
  return made ? context.html(<PackView context={context} made={made} />) : notFound(context, context.var.site)
}

/** GET: the same as one document, tagged and with a bookmark for each item. */
export const packFile = (form: PaperForm) => async (context: PageContext) => {
  const made = await packIn(context)
  return made ? paperAnswer(context, form, made.paper, `pack-${made.id}`) : notFound(context, context.var.site)
}

function PackView({ context, made: { paper, since, id } }: { readonly context: PageContext; readonly made: Made }) {
  const { paths } = context.var
  const isWithout = context.req.query('new') === 'no'
  return (
    <Layout context={context} title={paper.title} section="meetings">
      <nav class="app-actions" aria-label="This pack">
        <a class="govuk-link" href={paths.meeting(id)}>
          The meeting
        </a>
        <a class="govuk-link" href={paths.packPdf(id)}>
          As PDF
        </a>
        {since !== undefined && (
          <a class="govuk-link" href={paths.pack(id, { new: 'no' })}>
            Without what is new
          </a>
        )}
        {isWithout && (
          <a class="govuk-link" href={paths.pack(id)}>
            With what is new since the last meeting
          </a>
        )}
      </nav>
      <article>
        <PaperPage paper={paper} />
      </article>
    </Layout>
  )
}
