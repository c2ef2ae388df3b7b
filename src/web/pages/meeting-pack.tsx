import { find } from '../../domain/register.ts'
import { boundPack } from '../../report/meeting/bound-pack.ts'
import { type Pack, packOf, packTexts } from '../../report/meeting/pack.ts'
import { type About, packPaper } from '../../report/meeting/paper.ts'
import { PaperPage } from '../../report/paper/html.tsx'
import type { PaperForm } from '../../report/paper/made.ts'
import type { Paper } from '../../report/paper/paper.ts'
import { paperFiles } from '../../report/paper/pdf.ts'
import type { PageContext } from '../context.ts'
import { attachmentNamed } from '../file-answer.ts'
import { paperAnswer, publicUrl } from '../paper-answer.ts'
import { Layout } from '../parts/layout.tsx'
import { aboutMeeting } from '../parts/meeting/about.ts'
import { textsRead } from '../parts/meeting/texts-read.ts'
import { notFound } from './problem.tsx'

type Made = { readonly pack: Pack; readonly about: About; readonly paper: Paper; readonly id: string }

/** The pack of a meeting; undefined where there is no such meeting. What is new since the last one is told unless it is asked not to. */
async function packIn(context: PageContext): Promise<Made | undefined> {
  const { answer, site } = context.var
  const meeting = find(answer.register, 'meeting', context.req.param('meeting') ?? '')
  if (!meeting) return undefined
  const texts = await textsRead(site.app, packTexts(answer.register, meeting))
  const withNew = context.req.query('new') !== 'no'
  const pack = packOf({ register: answer.register, grammar: site.grammar, meeting, texts, withNew, now: answer.now })
  const about = aboutMeeting(context, meeting)
  return { pack, about, paper: packPaper(pack, about), id: meeting.id }
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

/** GET: the pack with the papers themselves, to be kept: what others wrote is opened by no browser as a page of ours. */
export async function boundPackFile(context: PageContext) {
  const { account, paths, site } = context.var
  const made = await packIn(context)
  if (!made) return notFound(context, site)
  const meetingAt = `${publicUrl(context)}${paths.meeting(made.id)}`
  const bytes = await boundPack(made.pack, made.about, { files: paperFiles(site.root), bytesOf: site.app.bytes, meetingAt })
  return context.body(Uint8Array.from(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': attachmentNamed(`pack-with-papers-${made.id}.pdf`, 'pdf'),
    'cache-control': account ? 'no-store' : 'no-cache',
  })
}

function PackView({ context, made: { pack, paper, id } }: { readonly context: PageContext; readonly made: Made }) {
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
        {pack.papers.some(({ files }) => files.length > 0) && (
          <a class="govuk-link" href={paths.boundPack(id)}>
            With the papers themselves (PDF)
          </a>
        )}
        {pack.since !== undefined && (
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
