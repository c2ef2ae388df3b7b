import type { Child } from 'hono/jsx'
import { type Assessment, awaitsApprovalBy } from '../../../domain/assessment/assessment.ts'
import type { Dated } from '../../../domain/calendar/calendar-date.ts'
import { monthOf } from '../../../domain/calendar/calendar-date.ts'
import { dated, longDay } from '../../../domain/calendar/format.ts'
import { windowOf } from '../../../report/change-status/window.ts'
import { assessmentName, costText } from '../../../report/words/event-sentence.ts'
import type { PageContext } from '../../context.ts'
import { AssessmentActions } from '../assessments/actions.tsx'
import { Due, GrossAndNet, staleText } from '../assessments/due.tsx'
import { ClockFace, clockOf } from '../clock.tsx'
import { Cite } from '../source.tsx'
import { type Texts, WrittenText } from './texts.tsx'
import type { View } from './view.ts'

/** `7/PA/1` on the page of 7 is `assessment-PA-1`. */
export const assessmentAnchor = (id: string): string => `assessment-${id.split('/').slice(1).join('-')}`

const statusText: Record<Assessment['status'], string> = {
  requested: 'Requested, not yet accepted',
  declined: 'Declined',
  accepted: 'Open',
  returned: 'Returned',
  cancelled: 'Cancelled',
}

type Props = { readonly context: PageContext; readonly view: View; readonly texts: Texts }

/** Each assessment with its clock; those that are open or waiting come first. */
export function Assessments({ context, view, texts }: Props) {
  const all = Object.values(view.found.state.assessments)
  const isLive = ({ status }: Assessment) => status === 'accepted' || status === 'requested'
  return [...all.filter(isLive), ...all.filter((one) => !isLive(one))].map((assessment) => (
    <Card context={context} view={view} texts={texts} assessment={assessment} />
  ))
}

function Card({ context, view, texts, assessment }: Props & { readonly assessment: Assessment }) {
  const { names } = view
  const { target, forecasts, costs, requestApproved, accepted, requested, declined, returned, cancelled } = assessment
  const stale = isLeftBehind(view, assessment) ? undefined : staleText(view.found.state, assessment)
  const written = (id: Parameters<typeof WrittenText>[0]['id'], name: string) => <WrittenText texts={texts} id={id} name={name} />
  return (
    <section class="app-card" id={assessmentAnchor(assessment.id)}>
      <h3 class="govuk-heading-s">
        {assessmentName(assessment.id, names.words)} <span class="app-quiet">{standingText(view, assessment)}</span>
      </h3>
      {stale && <p class="govuk-body-s app-doubt">{stale}.</p>}
      <dl class="app-rows">
        <Row name="With">
          {names.title(assessment.provider)}
          {accepted?.value.providerReference && `, as ${accepted.value.providerReference}`}
        </Row>
        <Told view={view} name="Requested" fact={requested} below={written(requested?.value.request, 'What is to be assessed')} />
        {requestApproved && (
          <Told view={view} name="Request approved" fact={requestApproved}>
            {' '}
            by {names.name(requestApproved.value)}
          </Told>
        )}
        <Told view={view} name="Declined" fact={declined} below={written(declined?.value.missing, 'What was missing')} />
        <Told view={view} name="Accepted" fact={accepted} />
        {target && (
          <Row name="Target">
            {target.value.workingDays} WD{target.value.reason && `, because ${target.value.reason}`}
            {target.value.agreedBy && `, agreed by ${names.name(target.value.agreedBy)}`}{' '}
            <Cite sources={view.sources} place={target.place} />
            {assessment.targets.length > 1 && (
              <Earlier values={assessment.targets.slice(0, -1).map(({ value }) => `${value.workingDays} WD`)} />
            )}
          </Row>
        )}
        {!isLeftBehind(view, assessment) && <DueRow view={view} assessment={assessment} />}
        {forecasts.length > 0 && (
          <Row name="Forecast">
            {longDay((forecasts.at(-1) as (typeof forecasts)[number]).value.day)}
            {forecasts.at(-1)?.value.cause && `, because ${forecasts.at(-1)?.value.cause}`}{' '}
            <Cite sources={view.sources} place={(forecasts.at(-1) as (typeof forecasts)[number]).place} />
            {forecasts.length > 1 && <Earlier values={forecasts.slice(0, -1).map(({ value }) => longDay(value.day))} />}
          </Row>
        )}
        <Questions view={view} texts={texts} assessment={assessment} />
        <Told view={view} name="Returned" fact={returned} below={written(returned?.value.text, 'What it says')}>
          {returned?.value.document && ` as ‘${returned.value.document}’`}
        </Told>
        <Told view={view} name="Cancelled" fact={cancelled} below={written(cancelled?.value.why, 'Why it was cancelled')} />
        <ClockRow view={view} assessment={assessment} />
        {costs.map(({ value, place }) => (
          <Row name={value.period === 'annual' ? 'Cost a year' : 'One-off cost'}>
            {costText(value.lowPence, value.highPence)} <Cite sources={view.sources} place={place} />
            {written(value.lines, 'What it is made of')}
          </Row>
        ))}
      </dl>
      <AssessmentActions
        context={context}
        subject={view.found.subject}
        assessment={assessment}
        name={assessmentName(assessment.id, names.words)}
      />
    </section>
  )
}

function standingText(view: View, assessment: Assessment): string {
  if (isLeftBehind(view, assessment)) return leftBehindText(assessment)
  const approver = awaitsApprovalBy(assessment)
  return approver ? `Requested, to be approved by ${view.names.name(approver)}` : statusText[assessment.status]
}

/** By when it is due, while it is open; gross and net where information was asked for. */
function DueRow({ view: { register, asof }, assessment }: { readonly view: View; readonly assessment: Assessment }) {
  return (
    <>
      {assessment.status === 'accepted' && assessment.target && (
        <Row name="Due">
          <Due register={register} assessment={assessment} day={asof} />
        </Row>
      )}
      {Object.keys(assessment.questions).length > 0 && (
        <Row name="Working Days">
          <GrossAndNet register={register} assessment={assessment} day={asof} />
        </Row>
      )}
    </>
  )
}

/** Unfinished as far as it is told, though the modification has moved on since: a clock that still runs would tell nonsense. */
function isLeftBehind({ found }: View, { status }: Assessment): boolean {
  const { stage } = found.state.standing.value
  return (status === 'accepted' || status === 'requested') && (stage === 'opine' || stage === 'release' || stage === 'ended')
}

const leftBehindText = ({ status }: Assessment): string => `${status === 'accepted' ? 'Return' : 'Acceptance'} not told by any source`

/** A running clock is told for the day of the page, and for the day to which the month's report counts. */
function ClockRow({ view, assessment }: { readonly view: View; readonly assessment: Assessment }) {
  const { register, asof } = view
  const clock = isLeftBehind(view, assessment) ? undefined : clockOf(register, assessment, asof)
  if (!clock) return null
  const target = assessment.target?.value.workingDays
  const { timescalesAsAt } = windowOf(register, monthOf(asof), asof)
  const reported = clock.state === 'stopped' || timescalesAsAt === asof ? undefined : clockOf(register, assessment, timescalesAsAt)
  return (
    <>
      <Row name="Duration">
        <ClockFace clock={clock} target={target} />
      </Row>
      {reported && (
        <Row name="As the report counts">
          <ClockFace clock={reported} target={target} />
        </Row>
      )}
    </>
  )
}

function Questions({ view, texts, assessment }: Omit<Props, 'context'> & { readonly assessment: Assessment }) {
  const questions = Object.entries(assessment.questions)
  return questions.map(([number, { asked, text, answered, pause }]) => (
    <Row name={questions.length > 1 ? `Information asked (${number})` : 'Information asked'}>
      {asked.value !== 'unknown' && `of ${view.names.name(asked.value)}, `}
      {dated(asked.on)} <Cite sources={view.sources} place={asked.place} />
      {answered ? (
        <>
          , answered {dated(answered.on)} <Cite sources={view.sources} place={answered.place} />
        </>
      ) : (
        ', not answered yet'
      )}
      {pause && (
        <>
          ; a pause of the net count was agreed by {view.names.name(pause.value)} <Cite sources={view.sources} place={pause.place} />
        </>
      )}
      <WrittenText texts={texts} id={text} name="What was asked" />
      <WrittenText texts={texts} id={answered?.value.text} name="The answer" />
    </Row>
  ))
}

type ToldProps = {
  readonly view: View
  readonly name: string
  readonly fact: { readonly on: Dated; readonly place: number } | undefined
  readonly children?: Child
  /** What was written with it. */
  readonly below?: Child
}

/** A day with its source; nothing where no source tells it. */
function Told({ view, name, fact, children, below }: ToldProps) {
  if (!fact) return null
  return (
    <Row name={name}>
      {dated(fact.on)}
      {children} <Cite sources={view.sources} place={fact.place} />
      {below}
    </Row>
  )
}

function Row({ name, children }: { readonly name: string; readonly children?: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const Earlier = ({ values }: { readonly values: readonly string[] }) => <span class="app-quiet"> (before: {values.join(', then ')})</span>
