import { longDay } from '../../domain/calendar/format.ts'
import { FigureLink, Heading, Link, type Page, Paragraph, Section, Table } from './html-parts.tsx'
import { Opine, Refine, Release } from './html-sections.tsx'
import { Define, Summary } from './html-summary.tsx'
import { type ChangeStatusModel, figureOf } from './model.ts'
import type { Links, TextOf } from './rendering.ts'
import { windowText } from './report-context.ts'

type Props = { readonly model: ChangeStatusModel; readonly texts: TextOf; readonly links: Links }

/** The report as a fragment for the main part of a page: its heading of the first level, and a section for each of the paper's. */
export function ChangeStatusReport({ model, texts, links }: Props) {
  const page: Page = { model, links }
  return (
    <>
      <h1 class="govuk-heading-l">{model.cover.title}</h1>
      <Cover page={page} />
      <Summary page={page} />
      <Define page={page} texts={texts} />
      <Refine page={page} />
      <Opine page={page} />
      <Release page={page} />
      <Figures page={page} />
    </>
  )
}

type Part = { readonly page: Page }

const Cover = ({ page: { model } }: Part) => {
  const { cover, window } = model
  return (
    <>
      {cover.note ? <div class="govuk-inset-text">{cover.note}</div> : null}
      <dl class="govuk-summary-list">
        <Row name="Paper Reference" value={cover.reference} />
        <Row name="Action" value={cover.action} />
        <Row name="Classification" value={cover.handling === 'unknown' ? cover.classification : cover.handling} />
        <Row name="Author" value={cover.author} />
        <Row name="Date" value={cover.date === 'unknown' ? 'unknown' : longDay(cover.date)} />
        <Row name="Window" value={windowText(window)} />
        <Row name="Timescales as at" value={longDay(window.timescalesAsAt)} />
        <Row
          name="Regulatory year"
          value={`${window.regulatoryYear.label}: ${longDay(window.regulatoryYear.from)} to ${longDay(window.regulatoryYear.to)}`}
        />
      </dl>
      <Section id="purpose" title="Purpose">
        {cover.purpose.map((text) => (
          <Paragraph>{text}</Paragraph>
        ))}
      </Section>
      <Section id="recommendations" title="Recommendations">
        <Paragraph>{cover.recommendation}</Paragraph>
        {cover.attachments.length > 0 ? (
          <>
            <Heading>Attachments</Heading>
            <ul class="govuk-list govuk-list--bullet">
              {cover.attachments.map((attachment) => (
                <li>{attachment}</li>
              ))}
            </ul>
          </>
        ) : null}
      </Section>
    </>
  )
}

const Row = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{name}</dt>
    <dd class="govuk-summary-list__value">{value}</dd>
  </div>
)

/** What the paper states, beside what the register derives. */
const Figures = ({ page }: Part) => {
  const { stated, known, asOf } = page.model
  const rows = stated.map(({ stated: { id, value, unit, at, paper, place }, derived }) => {
    const where = (
      <Link to={page.links.entry?.(paper, place)}>
        {at}
        <span class="govuk-visually-hidden"> (entry of {id})</span>
      </Link>
    )
    return [
      id,
      derived ? <FigureLink page={page} id={derived} text={String(figureOf(page.model, derived).value)} /> : '–',
      String(value),
      unit,
      where,
    ]
  })
  return (
    <Section id="figures" title="Beside the paper">
      {rows.length > 0 ? (
        <Table
          caption="What the paper states, and what the register derives"
          columns={[
            { title: 'Figure' },
            { title: 'Derived', numeric: true },
            { title: 'Stated by the paper', numeric: true },
            { title: 'Unit' },
            { title: 'Where' },
          ]}
          rows={rows}
        />
      ) : null}
      <Paragraph>
        Drawn from the first {known} entries of the log, as at {longDay(asOf)}.
      </Paragraph>
    </Section>
  )
}
