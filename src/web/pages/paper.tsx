import { parseYearMonth } from '../../domain/calendar/calendar-date.ts'
import type { TextId } from '../../domain/entry.ts'
import { isRefused } from '../../domain/refusal.ts'
import { PaperPage } from '../../report/paper/html.tsx'
import { paperText } from '../../report/paper/text.ts'
import { type PaperKind, type PaperMade, papers } from '../../report/papers.ts'
import type { PageContext } from '../context.ts'
import { paperAnswer, publicUrl } from '../paper-answer.ts'
import { Layout } from '../parts/layout.tsx'
import { reportLinks } from '../report-links.ts'
import { noMonth, noReport } from './change-status.tsx'

/** A paper of a month besides the Change Status Report, as a page, `.pdf`, `.docx`, `.txt` or `.json`. */
export const paperPage = (kind: PaperKind) => async (context: PageContext) => {
  const { answer, site, paths } = context.var
  const [name = '', form = 'html', ...more] = (context.req.param('month') ?? '').split('.')
  const month = parseYearMonth(name)
  if (!month) return noMonth(context, name)
  const drawn = papers[kind].isPublic ? await asPublic(context) : answer
  if (isRefused(drawn)) return noReport(context, 404, drawn.refused, drawn.remedies.join('; '))
  const made = papers[kind].make({ registerOn: drawn.registerOn, month, asOf: drawn.asof, grammar: site.grammar })
  if (isRefused(made)) return noReport(context, 404, made.refused, made.remedies.join('; '))
  const texts = await read(context, made)
  const paper = (origin = '') => made.paper((id) => texts.get(id), reportLinks(paths, month, origin))
  switch (more.length === 0 ? form : '') {
    case 'html':
      return context.html(<Page context={context} kind={kind} month={month} paper={paper()} />)
    case 'txt':
      return context.text(paperText(paper()))
    case 'json':
      return context.json({ ...made.json, texts: Object.fromEntries(texts) })
    case 'pdf':
    case 'docx':
      return paperAnswer(context, form as 'pdf' | 'docx', paper(publicUrl(context)), `${kind}-${month}`)
    default:
      return noReport(
        context,
        404,
        `The paper is not made as .${[form, ...more].join('.')}`,
        'It is made as a page, as .pdf, as .docx, as .txt and as .json.',
      )
  }
}

/** What was asked, as whoever has not signed in is told it. */
const asPublic = ({ var: { answer, site } }: PageContext) => site.app.ask({ asof: answer.asof, known: answer.knownAsked })

async function read({ var: { site } }: PageContext, { texts }: PaperMade): Promise<ReadonlyMap<TextId, string>> {
  const found = await Promise.all(texts.map(async (id) => [id, await site.app.text(id)] as const))
  return new Map(found.flatMap(([id, text]) => (text === undefined ? [] : [[id, text] as const])))
}

type Props = {
  readonly context: PageContext
  readonly kind: PaperKind
  readonly month: string
  readonly paper: Parameters<typeof PaperPage>[0]['paper']
}

function Page({ context, kind, month, paper }: Props) {
  const { paths } = context.var
  return (
    <Layout context={context} title={paper.title} section="reports">
      <nav class="app-actions" aria-label="This paper">
        <a class="govuk-link" href={paths.reports()}>
          All reports
        </a>
        <a class="govuk-link" href={paths.changeStatus(month)}>
          Change Status Report
        </a>
        {(['pdf', 'docx', 'txt', 'json'] as const).map((form) => (
          <a class="govuk-link" href={paths.paper(kind, month, form)}>
            As {form === 'txt' ? 'text' : form.toUpperCase()}
          </a>
        ))}
      </nav>
      <article class="app-report">
        <PaperPage paper={paper} />
      </article>
    </Layout>
  )
}
