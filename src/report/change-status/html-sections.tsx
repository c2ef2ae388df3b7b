import type { FigureId } from '../figures/figure.ts'
import { AssessmentTables } from './html-assessments.tsx'
import { CountedFigures, FigureLink, Heading, List, type Page, Paragraph, Reference, Section, Sentences, Table } from './html-parts.tsx'
import { figureOf } from './model.ts'
import { wd } from './rendering.ts'

type Part = { readonly page: Page }

export const Refine = ({ page }: Part) => {
  const { meetings, out, expected, overdue, requests, timescales } = page.model.refine
  return (
    <Section id="refine" title="3. Refine">
      <Heading>Working Group meetings</Heading>
      {meetings.map((meeting) => (
        <List page={page} of={meeting} />
      ))}
      <Heading>Refinement Consultations</Heading>
      <List page={page} of={out} />
      <List page={page} of={expected} />
      {overdue ? <List page={page} of={overdue} /> : null}
      <Heading>Impact Assessment requests</Heading>
      <List page={page} of={requests} />
      <AssessmentTables page={page} timescales={timescales} />
    </Section>
  )
}

export const Opine = ({ page }: Part) => {
  const { out, expected, noneExpected, overdue, votes, decisions, pending } = page.model.opine
  return (
    <Section id="opine" title="4. Opine">
      <Heading>Modification Report Consultations</Heading>
      <List page={page} of={out} />
      {expected.map((together) => (
        <List page={page} of={together} />
      ))}
      {noneExpected ? <List page={page} of={{ line: noneExpected, members: [] }} /> : null}
      {overdue ? <List page={page} of={overdue} /> : null}
      <Heading>Change Board votes</Heading>
      {votes.map(({ line, told }) => (
        <Sentences page={page} line={line} told={told} />
      ))}
      <Heading>Authority decisions</Heading>
      <Sentences page={page} line={decisions.line} told={decisions.told} />
      <List page={page} of={pending} />
      <ProposalTimescales page={page} />
    </Section>
  )
}

const ProposalTimescales = ({ page }: Part) => {
  const { line, rows } = page.model.opine.timescales
  const value = (id: FigureId) => figureOf(page.model, id).value
  const cells = rows.map(({ label, total, totalStated, mean, meanStated }) => [
    label,
    <FigureLink page={page} id={total} text={String(value(total))} />,
    totalStated ? String(totalStated.value) : '–',
    <FigureLink page={page} id={mean} text={value(mean) === 'unknown' ? '–' : wd(value(mean))} />,
    meanStated ? wd(meanStated.value) : '–',
  ])
  return (
    <>
      <Heading>Proposal progression timescales</Heading>
      <Paragraph>{line.text}</Paragraph>
      <Table
        caption="Proposal timescales"
        columns={[
          { title: 'Status' },
          { title: 'Total', numeric: true },
          { title: 'Total stated by the paper', numeric: true },
          { title: 'Average duration', numeric: true },
          { title: 'Average stated by the paper', numeric: true },
        ]}
        rows={cells}
      />
      {rows.map(({ label, known }) =>
        known.length > 0 ? (
          <Paragraph>
            {label}: {known.map(({ text }) => text).join(' ')}
          </Paragraph>
        ) : null,
      )}
    </>
  )
}

export const Release = ({ page }: Part) => {
  const { standalone, scheduled, noneScheduled, unconfirmed, unscheduled, dateChanges } = page.model.release
  return (
    <Section id="release" title="5. Release">
      <Heading>Approved for release</Heading>
      <Sentences page={page} line={standalone.line} told={standalone.told} />
      {scheduled.map((release) => (
        <List page={page} of={release} />
      ))}
      {noneScheduled ? <Paragraph>{noneScheduled.text}</Paragraph> : null}
      {unconfirmed ? <List page={page} of={unconfirmed} /> : null}
      {unscheduled ? <List page={page} of={unscheduled} /> : null}
      {dateChanges.map(({ release, releaseName, lines }) => (
        <>
          <Heading>
            Date change: <Reference page={page} member={{ subject: release, label: releaseName }} />
          </Heading>
          <Paragraph>{lines.map(({ text }) => text).join(' ')}</Paragraph>
        </>
      ))}
      {dateChanges.length > 0 ? <CountedFigures page={page} ids={['releases.dateChanges']} /> : null}
    </Section>
  )
}
