import { longDay } from '../../domain/calendar/format.ts'
import type { FigureId } from '../figures/figure.ts'
import { CountedFigures, Heading, List, Members, type Page, Paragraph, Reference, Section, Sentences } from './html-parts.tsx'
import { figureOf } from './model.ts'
import type { TextOf } from './rendering.ts'

type Part = { readonly page: Page }

export const Summary = ({ page }: Part) => {
  const { introduction, strip, conversions, reports, decisions } = page.model.summary
  const ids: readonly FigureId[] = [...strip.cells.map(({ figure }) => figure), 'stage.release.standalone']
  return (
    <Section id="summary" title="1. Summary">
      {introduction.map((text, index) => (
        <p class="govuk-body">
          {index === introduction.length - 1 ? (
            <a class="govuk-link" href={page.links.register}>
              {text}
            </a>
          ) : (
            text
          )}
        </p>
      ))}
      <Heading>{strip.caption}</Heading>
      <ol class="app-strip">
        {strip.cells.map(({ stage, name, figure }) => (
          <li class="app-strip__stage">
            <a class="app-strip__link" href={page.links.figure?.(figure) ?? `#${stage}`}>
              <span class="app-strip__name">{name}</span>{' '}
              <span class="app-strip__count">{String(figureOf(page.model, figure).value).padStart(2, '0')}</span>
            </a>
          </li>
        ))}
      </ol>
      <Paragraph>As at {longDay(strip.asAt)}.</Paragraph>
      {strip.standalone.members.length > 0 ? (
        <>
          <Paragraph>{strip.standalone.line.text}</Paragraph>
          <Members page={page} members={strip.standalone.members} />
        </>
      ) : null}
      <CountedFigures page={page} ids={ids} />
      <Heading>Draft Proposals for conversion</Heading>
      <List page={page} of={conversions} />
      <Heading>Modification Reports</Heading>
      <List page={page} of={reports} />
      <Heading>Decisions</Heading>
      <Sentences page={page} line={decisions.line} told={page.model.decisions} />
    </Section>
  )
}

export const Define = ({ page, texts }: Part & { readonly texts: TextOf }) => {
  const { none, proposals, ready } = page.model.define
  return (
    <Section id="define" title="2. Define">
      <Heading>New Draft Proposals</Heading>
      {none ? <Paragraph>{none.text}</Paragraph> : null}
      {proposals.map(({ member, line, issue, issueUnknown }) => (
        <>
          <h4 class="govuk-heading-s">
            <Reference page={page} member={member} />
          </h4>
          <Paragraph>{line.text}</Paragraph>
          <Paragraph>{(issue === 'unknown' ? undefined : texts(issue)) ?? issueUnknown}</Paragraph>
        </>
      ))}
      <CountedFigures page={page} ids={['proposals.new']} />
      <Heading>Change Sub-Committee decisions</Heading>
      <List page={page} of={ready} />
    </Section>
  )
}
