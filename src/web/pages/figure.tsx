import { longDay } from '../../domain/calendar/format.ts'
import { periodName, publicationName } from '../../domain/publication/kinds.ts'
import { ruleOn } from '../../domain/register.ts'
import { type CountedBy, countedBy } from '../../report/figures/counted-by.ts'
import { definitionOf } from '../../report/figures/definitions.ts'
import { type EarlierValue, earlierPeriods } from '../../report/figures/earlier-periods.ts'
import type { DerivedFigure, FigureId } from '../../report/figures/figure.ts'
import { bareText, overText } from '../../report/figures/value-text.ts'
import type { PaperMade } from '../../report/paper-source.ts'
import type { Difference } from '../../report/published/differences.ts'
import { certaintyText, ruleValueText } from '../../report/words/rule-value.ts'
import { figureAnchor } from '../anchor.ts'
import type { PageContext } from '../context.ts'
import type { AskedPaper } from '../paper-asked.ts'
import { Layout } from '../parts/layout.tsx'
import { FigureDifferences } from '../parts/report/differences.tsx'
import { Earlier } from '../parts/report/earlier.tsx'
import { Members, Untold } from '../parts/report/members.tsx'
import { askedPaper, noPaper } from './paper.tsx'

/** GET: one figure of a paper, also as `.json`: what it counts, by what, its members with their entries, and what it was before. */
export async function figurePage(context: PageContext) {
  const { answer, site } = context.var
  const paper = await askedPaper(context)
  if (paper instanceof Response) return paper
  const { of, asked, live, made, frozen } = paper
  const { kind } = of
  const [, id = '', form] = /^(.*?)(\.json)?$/.exec(context.req.param('figure') ?? '') ?? []
  const figure = made.figures.find((each) => each.id === id)
  if (!figure)
    return noPaper(
      context,
      404,
      `The ${publicationName(of)} has no figure “${id}”`,
      `Open the ${kind === 'change-status' ? 'report' : 'paper'}: each of its figures is a link to its page.`,
    )
  const earlier = earlierPeriods(kind, asked, figure.id, live)
  const now = { day: answer.today, moment: answer.register.on }
  const differences = frozen && site.publishing.differences(frozen.published, now).figures.filter((each) => each.id === figure.id)
  return form
    ? context.json({ format: `${kind}-figure/1`, month: of.month, ...figureJson(made, figure), earlier })
    : context.html(<FigureView context={context} paper={paper} figure={figure} earlier={earlier} differences={differences} />)
}

function figureJson(made: PaperMade, figure: DerivedFigure) {
  const { known, asOf } = made
  const stated = statedTwins(made, figure.id)
  return { known, asOf, figure: { ...figure, title: definitionOf(figure.id).title, countedBy: countedBy(figure.id) }, stated }
}

const statedTwins = (made: PaperMade, id: FigureId) => made.stated.filter(({ derived }) => derived === id).map(({ stated }) => stated)

type ViewProps = {
  readonly context: PageContext
  readonly paper: AskedPaper
  readonly figure: DerivedFigure
  readonly earlier: readonly EarlierValue[]
  /** What it would be today, where its paper is published and it differs. */
  readonly differences: readonly Difference[] | undefined
}

function FigureView({ context, paper, figure, earlier, differences }: ViewProps) {
  const { of, made } = paper
  const { title } = definitionOf(figure.id)
  return (
    <Layout context={context} title={`${title}, ${periodName(of)}`} section="reports">
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          <a class="govuk-link" href={context.var.paths.paper(of)}>
            {made.title}
          </a>
        </span>
        {title}
      </h1>
      <p class="govuk-body-l">
        <strong>{bareText(figure)}</strong>, as at {longDay(figure.asAt)}
        {overText(figure)}
      </p>
      <p class="govuk-body">{figure.definition}</p>
      {differences && differences.length > 0 && <FigureDifferences context={context} differences={differences} of={of} />}
      <CountedByRows context={context} paper={paper} figure={figure} />
      <Members context={context} figure={figure} known={made.known} />
      <Untold context={context} figure={figure} known={made.known} />
      <Earlier context={context} figure={figure} of={of} earlier={earlier} />
    </Layout>
  )
}

type Part = Pick<ViewProps, 'context' | 'figure'>

function CountedByRows({ context, paper: { of, asked, made }, figure }: Part & Pick<ViewProps, 'paper'>) {
  const { paths } = context.var
  const { convention, rows } = countedBy(figure.id)
  return (
    <dl class="govuk-summary-list">
      <Row name="Counting">{convention}</Row>
      <Row name="Rules">
        <Rules context={context} rows={rows} figure={figure} asked={asked} />
      </Row>
      <Row name="Arithmetic">{figure.arithmetic ?? plainArithmetic(figure)}.</Row>
      {statedTwins(made, figure.id).map(({ value, unit, at, place }) => (
        <Row name="Stated by the paper">
          {value} {unit}: {at},{' '}
          <a class="govuk-link" href={paths.entry(place)}>
            entry {place}
          </a>
        </Row>
      ))}
      <Row name="Definition">
        <a class="govuk-link" href={paths.glossary(figureAnchor(figure.id))}>
          {figure.id}, version {figure.v}
        </a>
      </Row>
      <Row name="Drawn from">the log up to entry {made.known}</Row>
      <Row name="As data">
        <a class="govuk-link" href={paths.figure(of, `${figure.id}.json`)}>
          JSON
        </a>
      </Row>
    </dl>
  )
}

const Row = ({ name, children }: { readonly name: string; readonly children?: unknown }) => (
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{name}</dt>
    <dd class="govuk-summary-list__value">{children}</dd>
  </div>
)

const plainArithmetic = ({ value, members, over }: DerivedFigure): string =>
  value === 'unknown'
    ? over || members.length > 0
      ? 'nothing to average'
      : 'nothing to count'
    : `${value} = ${members.length} ${members.length === 1 ? 'member' : 'members'}, listed below`

/** The rows as they are in force on the figure's day. */
function Rules({ context, rows, figure, asked }: Part & Pick<CountedBy, 'rows'> & Pick<AskedPaper, 'asked'>) {
  const { paths } = context.var
  if (rows.length === 0) return <>No row of the rulebook decides it: it counts what is recorded.</>
  return (
    <ul class="govuk-list">
      {rows.map((id) => {
        const row = ruleOn(asked.registerOn(figure.asAt), id, figure.asAt)?.value
        return (
          <li>
            <a class="govuk-link" href={paths.rule(id)}>
              {row?.title ?? id}
            </a>
            {row && row.value.kind !== 'table' && `: ${ruleValueText(row.value)}`}
            {row ? ` (${certaintyText(row.certainty)})` : ': not in force on that day, so the report’s own way holds'}
          </li>
        )
      })}
    </ul>
  )
}
