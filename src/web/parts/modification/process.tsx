import type { Dated } from '../../../domain/calendar/calendar-date.ts'
import { dated, longDay } from '../../../domain/calendar/format.ts'
import type { Consultation } from '../../../domain/consultation/consultation.ts'
import type { EventType } from '../../../domain/events.ts'
import { isOverdue } from '../../../domain/modification/next-step.ts'
import type { Milestone } from '../../../domain/plan/plan.ts'
import { reaches } from '../../../domain/plan/reached.ts'
import { find, meetingsOf, ruleOn } from '../../../domain/register.ts'
import { consultationName, milestoneText, purposesText, sentenceOf } from '../../../report/words/event-sentence.ts'
import { closingText, expectedText, plannedForText } from '../../../report/words/planned-for.ts'
import { releaseDateText } from '../../../report/words/release-date.ts'
import type { PageContext } from '../../context.ts'
import { ToAnswer } from '../consultation/to-answer.tsx'
import { DataTable } from '../data-table.tsx'
import { Cite } from '../source.tsx'
import { type Texts, WrittenText } from './texts.tsx'
import type { View } from './view.ts'

type Props = { readonly view: View }

/** Each consultation: expected, open until, or closed. */
export function Consultations({ context, view, texts }: Props & { readonly context: PageContext; readonly texts: Texts }) {
  return (
    <ul class="govuk-list app-lines">
      {Object.values(view.found.state.consultations).map((consultation) => (
        <li>
          <a class="govuk-link govuk-!-font-weight-bold" href={view.paths.consultation(consultation.id)}>
            {consultationName(consultation.id, view.names.words)}
          </a>
          : {consultationText(consultation, closedSometime(view, consultation))}
          {isOverdue(consultation, view.asof) && ' (no source tells that it was)'}{' '}
          <Cite sources={view.sources} place={consultation.opened?.place ?? consultation.planned?.place ?? 0} />
          <Details view={view} texts={texts} consultation={consultation} />
          <ToAnswer context={context} asked={{ found: view.found, consultation }} />
        </li>
      ))}
    </ul>
  )
}

/** What it asks, in which document; by which rule its length was counted; each change of its closing, with why. */
function Details({ view, texts, consultation }: Props & { readonly texts: Texts; readonly consultation: Consultation }) {
  const { opened, changes = [], cancelled } = consultation
  const row = opened?.value.row && ruleOn(view.register, opened.value.row, view.asof)?.value
  return (
    <>
      {opened?.value.document && <span class="app-under">Document: {opened.value.document}</span>}
      {row && (
        <span class="app-under">
          Its length is by the rule “{row.title}” ({row.clause})
        </span>
      )}
      {changes
        .filter(({ value }) => value.why)
        .map(({ value, on, place }) => (
          <span class="app-under">
            Changed on {dated(on)} to close at {closingText(value.closes)}: {value.why} <Cite sources={view.sources} place={place} />
          </span>
        ))}
      <WrittenText texts={texts} id={opened?.value.text} name="What it asks" />
      <WrittenText texts={texts} id={cancelled?.value.why} name="Why it was cancelled" />
    </>
  )
}

/** The days between which it closed, where a source tells no more: its moment of closing is then only the latest that it can be. */
function closedSometime({ found }: View, { id }: Consultation): Dated | undefined {
  const set = found.history.findLast(({ event }) => event?.type === 'ConsultationCloseSet' && event.consultation === id)
  return set && set.on.from < set.on.to && set.on.basis !== 'stated' ? set.on : undefined
}

function consultationText({ status, planned, opened, closes }: Consultation, sometime: Dated | undefined): string {
  const { expected, lengthWorkingDays, condition } = planned?.value ?? {}
  const length = opened?.value.lengthWorkingDays ?? lengthWorkingDays
  const lasting = length === undefined ? '' : `, for ${length} Working Days`
  switch (status) {
    case 'planned':
      return `expected to be issued ${expected ? expectedText(expected) : 'on a day not told'}${lasting}${condition ? `, subject to ${condition}` : ''}`
    case 'open':
      return `opened ${opened ? dated(opened.on) : ''}${lasting}; ${closes ? `open until ${closingText(closes)}` : 'no source tells when it closes'}`
    case 'closed':
      return `${opened ? `opened ${dated(opened.on)}; ` : ''}closed ${sometime ? dated(sometime) : `at ${closes ? closingText(closes) : 'a time not told'}`}`
    case 'ended unseen':
      return `opened ${opened ? dated(opened.on) : 'on a day not told'}; over, though no source tells when it closed`
    case 'cancelled':
      return 'cancelled'
  }
}

const decisive: readonly EventType[] = [
  'DeterminedReady',
  'Converted',
  'ConversionRefused',
  'ReportApproved',
  'ReportSentBack',
  'SentForDecision',
  'BallotHeld',
  'Decided',
  'UrgencyAsked',
  'UrgencyDecided',
  'DecisionExpected',
]

/** What was decided of it, in order. */
export const decisionsOf = ({ found }: View) => found.history.filter(({ event }) => event && decisive.includes(event.type))

export function Decisions({ view, texts }: Props & { readonly texts: Texts }) {
  return (
    <ul class="govuk-list app-lines">
      {decisionsOf(view).map((entry) => (
        <li>
          <span class="app-lines__day">{dated(entry.on)}</span> {sentenceOf(entry, view.names)}{' '}
          <Cite sources={view.sources} place={entry.place} />
          {entry.event?.type === 'ReportSentBack' && <WrittenText texts={texts} id={entry.event.terms} name="Terms" />}
          {entry.event?.type === 'UrgencyAsked' && <WrittenText texts={texts} id={entry.event.why} name="Why" />}
        </li>
      ))}
    </ul>
  )
}

export function Meetings({ view }: Props) {
  return (
    <ul class="govuk-list app-lines">
      {meetingsOf(view.register, view.found.subject).map(({ state }) => {
        const item = state.items.find(({ value }) => value.modification === view.found.subject)
        return (
          <li>
            <span class="app-lines__day">{longDay(state.day)}</span> {view.names.title(state.body)}
            {item && `, ${purposesText(item.value.purposes)}`}
            {!state.held && (state.day < view.asof ? ' (no source tells that it was held)' : ' (to come)')}{' '}
            {item && <Cite sources={view.sources} place={item.place} />}
          </li>
        )
      })}
    </ul>
  )
}

/** Plan against actual: what was planned first, what is planned now, and what happened. */
export function PlanTable({ view }: Props) {
  const { plan } = view.found.state
  const text = (planned: NonNullable<(typeof plan)[Milestone]>[number] | undefined) =>
    planned && (
      <>
        {plannedForText(planned.value.for, view.names.title)} <Cite sources={view.sources} place={planned.place} />
      </>
    )
  const rows = (Object.keys(milestoneText) as Milestone[]).flatMap((milestone) => {
    const [plans, actual] = [plan[milestone] ?? [], actualOf(view, milestone)]
    if (plans.length === 0) return []
    return [{ cells: [milestoneText[milestone], text(plans[0]), plans.length > 1 ? text(plans.at(-1)) : 'unchanged', actual ?? 'not yet'] }]
  })
  return (
    <DataTable
      caption="Plan against actual"
      captionIs="hidden"
      columns={[{ label: 'Milestone' }, { label: 'Planned first' }, { label: 'Planned now' }, { label: 'Actual' }]}
      rows={rows}
    />
  )
}

function actualOf({ found, sources }: View, milestone: Milestone) {
  const entry = found.history.findLast(({ event }) => reaches(milestone, event))
  const parts = Object.values(found.state.parts)
  return (
    entry && (
      <>
        {dated(entry.on)}
        {milestone === 'implementation' && !parts.every(({ implemented }) => implemented) && ', in part'}{' '}
        <Cite sources={sources} place={entry.place} />
      </>
    )
  )
}

/** Each part with its release: in force since, or to come into force. */
export function Parts({ view }: Props) {
  const parts = Object.entries(view.found.state.parts)
  return (
    <ul class="govuk-list app-lines">
      {parts.map(([number, { release, implemented }]) => {
        const subject = implemented?.value.release ?? release?.value
        const date = subject && find(view.register, 'release', subject.slice('release/'.length))?.state.date.value
        return (
          <li>
            {parts.length > 1 && <strong>Part {number}: </strong>}
            {subject ? (
              <a class="govuk-link" href={view.paths.subject(subject)}>
                {view.names.title(subject)}
              </a>
            ) : (
              'no release told'
            )}
            {implemented ? `, in force since ${dated(implemented.on)}` : date && `, ${releaseDateText(date)}`}
            {implemented?.value.version && `, ${view.names.name(implemented.value.version)}`}{' '}
            <Cite sources={view.sources} place={(implemented ?? release)?.place ?? 0} />
          </li>
        )
      })}
    </ul>
  )
}
