import { parseYearMonth, type YearMonth } from '../../domain/calendar/calendar-date.ts'
import { dated, longDay, longMonth } from '../../domain/calendar/format.ts'
import { isRefused } from '../../domain/refusal.ts'
import { ruleOn } from '../../domain/register.ts'
import { type ChangeStatusModel, isUnidentified } from '../../report/change-status/model.ts'
import { quantity } from '../../report/change-status/rendering.ts'
import { type CountedBy, countedBy } from '../../report/figures/counted-by.ts'
import { definitionOf } from '../../report/figures/definitions.ts'
import { type EarlierValue, earlierMonths } from '../../report/figures/earlier-months.ts'
import { type DerivedFigure, type FigureId, inMonth, type Member } from '../../report/figures/figure.ts'
import type { Difference } from '../../report/published/differences.ts'
import { capitalised } from '../../report/words/capitalised.ts'
import { sentenceOf } from '../../report/words/event-sentence.ts'
import { certaintyText, ruleValueText } from '../../report/words/rule-value.ts'
import { namesIn } from '../../report/words/sentence-names.ts'
import { figureAnchor } from '../anchor.ts'
import type { PageContext } from '../context.ts'
import { Arithmetic } from '../parts/clock.tsx'
import { DataTable } from '../parts/data-table.tsx'
import { Layout } from '../parts/layout.tsx'
import { FigureDifferences } from '../parts/report/differences.tsx'
import { type AskedReport, reportAsked } from '../report-asked.ts'
import { noReport } from './change-status.tsx'
import { fillersOf } from './entry.tsx'

/** GET: one figure of a report, also as `.json`: what it counts, by what, its members with their entries, and what it was before. */
export async function figurePage(context: PageContext) {
  const { answer, site } = context.var
  const name = context.req.param('month') ?? ''
  const month = parseYearMonth(name)
  if (!month) return noReport(context, 400, `There is no month “${name}”`, 'A report is asked for by its month, like 2019-10.')
  const report = await reportAsked(context, month)
  if (isRefused(report)) return noReport(context, 404, report.refused, report.remedies.join('; '))
  const { asked, model, frozen } = report
  const [, id = '', form] = /^(.*?)(\.json)?$/.exec(context.req.param('figure') ?? '') ?? []
  const figure = Object.values(model.figures).find((each) => each.id === id)
  if (!figure)
    return noReport(
      context,
      404,
      `The report of ${longMonth(month)} has no figure “${id}”`,
      'Open the report: each of its figures is a link to its page.',
    )
  const today = { registerOn: answer.registerOn, month, asOf: answer.asof, grammar: site.grammar }
  const earlier = earlierMonths(asked, figure.id, today)
  const now = { day: answer.today, moment: answer.register.on }
  const differences = frozen && site.publishing.differences(frozen.published, now).figures.filter((each) => each.id === figure.id)
  return form
    ? context.json({ format: 'change-status-figure/1', month, ...figureJson(model, figure), earlier })
    : context.html(<FigureView context={context} report={report} figure={figure} earlier={earlier} differences={differences} />)
}

function figureJson(model: ChangeStatusModel, figure: DerivedFigure) {
  const { known, asOf } = model
  const stated = statedTwins(model, figure.id)
  return { known, asOf, figure: { ...figure, title: definitionOf(figure.id).title, countedBy: countedBy(figure.id) }, stated }
}

const statedTwins = (model: ChangeStatusModel, id: FigureId) =>
  model.stated.filter(({ derived }) => derived === id).map(({ stated }) => stated)

type ViewProps = {
  readonly context: PageContext
  readonly report: AskedReport
  readonly figure: DerivedFigure
  readonly earlier: readonly EarlierValue[]
  /** What it would be today, where its report is published and it differs. */
  readonly differences: readonly Difference[] | undefined
}

function FigureView({ context, report: { asked, model }, figure, earlier, differences }: ViewProps) {
  const { paths } = context.var
  const { month } = model.window
  return (
    <Layout context={context} title={`${definitionOf(figure.id).title}, ${longMonth(month)}`} section="reports">
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          <a class="govuk-link" href={paths.changeStatus(month)}>
            {model.cover.title}
          </a>
        </span>
        {definitionOf(figure.id).title}
      </h1>
      <p class="govuk-body-l">
        <strong>{quantity(figure.value, figure.unit)}</strong>, as at {longDay(figure.asAt)}
        {overText(figure)}
      </p>
      <p class="govuk-body">{figure.definition}</p>
      {differences && differences.length > 0 && <FigureDifferences context={context} differences={differences} month={month} />}
      <CountedByRows context={context} model={model} figure={figure} asked={asked} />
      <Members context={context} figure={figure} known={model.known} />
      <Earlier context={context} figure={figure} month={month} earlier={earlier} />
    </Layout>
  )
}

type Part = Pick<ViewProps, 'context' | 'figure'>

const overText = ({ over }: Pick<DerivedFigure, 'over'>): string =>
  over && over.known < over.of ? `, over ${over.known} of ${over.of}` : ''

function CountedByRows({ context, model, figure, asked }: Part & Pick<AskedReport, 'asked' | 'model'>) {
  const { paths } = context.var
  const { convention, rows } = countedBy(figure.id)
  return (
    <dl class="govuk-summary-list">
      <Row name="Counting">{convention}</Row>
      <Row name="Rules">
        <Rules context={context} rows={rows} figure={figure} asked={asked} />
      </Row>
      <Row name="Arithmetic">{figure.arithmetic ?? plainArithmetic(figure)}.</Row>
      {statedTwins(model, figure.id).map(({ value, unit, at, place }) => (
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
      <Row name="Drawn from">the log up to entry {model.known}</Row>
      <Row name="As data">
        <a class="govuk-link" href={paths.figure(model.window.month, `${figure.id}.json`)}>
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

const plainArithmetic = ({ value, members }: DerivedFigure): string =>
  value === 'unknown' ? 'nothing to average' : `${value} = ${members.length} ${members.length === 1 ? 'member' : 'members'}, listed below`

/** The rows as they are in force on the figure's day. */
function Rules({ context, rows, figure, asked }: Part & Pick<CountedBy, 'rows'> & Pick<AskedReport, 'asked'>) {
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

function Members({ context, figure, known }: Part & { readonly known: number }) {
  const byMonth = figure.id.startsWith('months.') && figure.id !== 'months.open'
  return (
    <section>
      <h2 class="govuk-heading-m">Members</h2>
      {figure.members.length === 0 && <p class="govuk-body">It has no members.</p>}
      {byMonth
        ? [...Map.groupBy(figure.members, ({ item }) => item as YearMonth)].toSorted(latestFirst).map(([month, members]) => (
            <>
              <h3 class="govuk-heading-s" id={inMonth(month)}>
                In the report of {longMonth(month)}
              </h3>
              <MemberLines context={context} members={members.map(({ item, ...member }) => member)} known={known} />
            </>
          ))
        : figure.members.length > 0 && <MemberLines context={context} members={figure.members} known={known} />}
    </section>
  )
}

const latestFirst = ([a]: readonly [YearMonth, unknown], [b]: readonly [YearMonth, unknown]) => (a < b ? 1 : -1)

type Lines = { readonly context: PageContext; readonly members: readonly Member[]; readonly known: number }

const MemberLines = ({ context, members, known }: Lines) => (
  <ol class="govuk-list app-lines">
    {members.map((member) => (
      <li>
        <MemberName context={context} member={member} />
        {member.duration && (
          <>
            : <strong>{member.duration.value} WD</strong>
          </>
        )}
        {member.note && ` (${member.note})`}
        {member.places.map((place) => (
          <MemberEntry context={context} place={place} known={known} />
        ))}
        {member.duration && <Arithmetic duration={member.duration} />}
      </li>
    ))}
  </ol>
)

function MemberName({ context, member: { subject, label, title, item } }: { readonly context: PageContext; readonly member: Member }) {
  const path = isUnidentified(subject) ? undefined : context.var.paths.subject(subject)
  return (
    <>
      {path ? (
        <a class="govuk-link" href={path}>
          {label}
        </a>
      ) : (
        label
      )}
      {title && ` ‘${title}’`}
      {item && <span class="app-quiet"> {item}</span>}
    </>
  )
}

/** The entry that put a member there, in a sentence: as it was known, and as far as who asks may see it. */
function MemberEntry({ context, place, known }: { readonly context: PageContext; readonly place: number; readonly known: number }) {
  const { answer, paths, site } = context.var
  const entry = fillersOf(context, place).findLast(({ position }) => position <= known)
  const names = namesIn(answer.register, site.grammar)
  return (
    <span class="app-under">
      <a class="govuk-link" href={paths.entry(place)}>
        Entry {place}
      </a>
      {entry && `, ${dated(entry.on)}: ${capitalised(sentenceOf(entry, names))}.`}
      {entry?.source && ` Source: ${entry.source.title}.`}
    </span>
  )
}

/** Months shown at once; those before are folded away. */
const MONTHS_SHOWN = 12

/** The same figure in the reports of earlier months: as published, else as the register tells them now. */
function Earlier({ context, figure, month, earlier }: Part & { readonly month: YearMonth; readonly earlier: readonly EarlierValue[] }) {
  if (earlier.length === 0) return null
  const [late, early] = [earlier.slice(0, MONTHS_SHOWN), earlier.slice(MONTHS_SHOWN)]
  return (
    <section>
      <h2 class="govuk-heading-m">In earlier months</h2>
      <Months context={context} figure={figure} months={late} caption={`The same in the months before ${longMonth(month)}`} />
      {early.length > 0 && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{early.length} months before that</span>
          </summary>
          <div class="govuk-details__text">
            <Months context={context} figure={figure} months={early} caption="The months before that" />
          </div>
        </details>
      )}
    </section>
  )
}

function Months({ context, figure, months, caption }: Part & { readonly months: readonly EarlierValue[]; readonly caption: string }) {
  return (
    <DataTable
      caption={caption}
      captionIs="hidden"
      columns={[{ label: 'Report' }, { label: capitalised(figure.unit), numeric: true }, { label: 'As at' }, { label: 'Told' }]}
      rows={months.map((one) => ({
        cells: [
          <a class="govuk-link" href={context.var.paths.figure(one.month, figure.id)}>
            {longMonth(one.month)}
          </a>,
          `${numberText(one.value)}${overText(one)}`,
          longDay(one.asAt),
          <EarlierTold context={context} figure={figure} one={one} />,
        ],
      }))}
    />
  )
}

const numberText = (value: DerivedFigure['value']): string => (value === 'unknown' ? '–' : String(value))

function EarlierTold({ context, figure, one: { published, v } }: Part & { readonly one: EarlierValue }) {
  if (!published) return <>by the register</>
  const { place, now } = published
  return (
    <>
      as{' '}
      <a class="govuk-link" href={context.var.paths.entry(place)}>
        published
      </a>
      {now !== undefined && `; would now be ${numberText(now)}`}
      {v !== figure.v && `; counted then by version ${v} of its definition`}
    </>
  )
}
