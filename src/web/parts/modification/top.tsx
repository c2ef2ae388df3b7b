import { dated, longDay } from '../../../domain/calendar/format.ts'
import type { Subject } from '../../../domain/entry.ts'
import { byWhen } from '../../../domain/modification/by-when.ts'
import { type Holder, holderOf } from '../../../domain/modification/holder.ts'
import { type NextStep, nextSteps } from '../../../domain/modification/next-step.ts'
import type { ModificationId } from '../../../domain/modification/reference.ts'
import { wordIn } from '../../../domain/rulebook/words.ts'
import { standingInFull } from '../../../report/words/code-words.ts'
import { assessmentName, consultationName, milestoneText, purposesText } from '../../../report/words/event-sentence.ts'
import { closingText, expectedText, plannedForText } from '../../../report/words/planned-for.ts'
import { releaseDateText } from '../../../report/words/release-date.ts'
import { sinceText } from '../../../report/words/since.ts'
import { Cite } from '../source.tsx'
import { StageTag } from '../tag.tsx'
import { assessmentAnchor } from './assessments.tsx'
import type { View } from './view.ts'

/** Where it stands, who must act, and what is next: the decision box, before anything else. */
export function Top({ view }: { readonly view: View }) {
  const { found, register, names, sources } = view
  const { standing } = found.state
  return (
    <>
      <p class="app-standing">
        <StageTag register={register} standing={standing.value} />{' '}
        {standing.value.stage === 'ended'
          ? ended(view)
          : standing.value.stage === 'unknown'
            ? 'no source tells where it stands'
            : standingInFull(names.words, standing.value)}{' '}
        <span class="app-quiet">{standing.value.stage === 'ended' ? dated(standing.on) : sinceText(found, standing)}</span>{' '}
        <Cite sources={sources} place={standing.place} />
      </p>
      <Overlays view={view} />
      {standing.value.stage !== 'ended' && (
        <dl class="app-now">
          <HolderCell view={view} />
          <NextCell view={view} />
        </dl>
      )}
    </>
  )
}

/** How it ended, as far as it is told. */
function ended({ found, names }: View): string {
  const { standing, parts } = found.state
  if (standing.value.stage !== 'ended' || standing.value.outcome !== 'implemented') return ''
  const releases = new Set(Object.values(parts).flatMap(({ implemented, release }) => implemented?.value.release ?? release?.value ?? []))
  return releases.size === 0 ? '' : `with ${[...releases].map(names.name).join(' and ')},`
}

function Overlays({ view }: { readonly view: View }) {
  const { state } = view.found
  const { onHold, urgent, withdrawalNotice, standing } = state
  const isOver = standing.value.stage === 'ended'
  return (
    <>
      {onHold && !isOver && (
        <p class="govuk-inset-text app-overlay">
          <strong>On hold</strong>
          {onHold.value.until && ` until ${longDay(onHold.value.until)}`}
          {onHold.value.condition && `: ${onHold.value.condition}`}
          {onHold.value.review && `, to be reviewed on ${longDay(onHold.value.review)}`}, {sinceText(view.found, onHold)}{' '}
          <Cite sources={view.sources} place={onHold.place} />
        </p>
      )}
      {urgent?.value && !isOver && (
        <p class="govuk-inset-text app-overlay">
          <strong>Urgent</strong>, {sinceText(view.found, urgent)} <Cite sources={view.sources} place={urgent.place} />
        </p>
      )}
      {withdrawalNotice && !isOver && (
        <p class="govuk-inset-text app-overlay">
          <strong>Withdrawal notified</strong>: unless it is adopted by {closingText(withdrawalNotice.value.lapses)}, it is withdrawn from
          then on <Cite sources={view.sources} place={withdrawalNotice.place} />
        </p>
      )}
    </>
  )
}

function HolderCell({ view }: { readonly view: View }) {
  const holder = holderOf(view.found.state)
  return (
    <div>
      <dt>Who holds the action</dt>
      <dd>
        {holder ? (
          <>
            {holderText(view, holder)}, <span class="app-quiet">{sinceText(view.found, { on: holder.since, place: holder.place })}</span>{' '}
            <Cite sources={view.sources} place={holder.place} />
            <ByWhenText view={view} holder={holder} />
          </>
        ) : (
          'Not told by any source'
        )}
      </dd>
    </div>
  )
}

/** By when, and what sets the day; a day that has passed is overdue. */
function ByWhenText({ view, holder }: { readonly view: View; readonly holder: Holder }) {
  const due = byWhen(view.register, view.found.id as ModificationId, view.found.state, holder)
  if (!due) return <span class="app-quiet"> By no day that is set</span>
  return (
    <>
      {' '}
      By {longDay(due.day)}
      {due.day < view.asof && <strong>, overdue</strong>} <Cite sources={view.sources} place={due.place} />
    </>
  )
}

function holderText({ register, names }: View, holder: Holder) {
  const named = (subject: Subject) => <strong>{names.title(subject)}</strong>
  switch (holder.role) {
    case 'provider':
      return (
        <>
          {named(holder.provider)}, {holder.assessment.status === 'requested' ? 'to accept or decline the ' : 'with the '}
          <a class="govuk-link" href={`#${assessmentAnchor(holder.assessment.id)}`}>
            {assessmentName(holder.assessment.id, names.words)}
          </a>
        </>
      )
    case 'approver':
      return (
        <>
          {named(holder.approver)}, to approve the request for the{' '}
          <a class="govuk-link" href={`#${assessmentAnchor(holder.assessment.id)}`}>
            {assessmentName(holder.assessment.id, names.words)}
          </a>
        </>
      )
    case 'asked':
      return (
        <>
          {named(holder.asked)}, to answer what the{' '}
          <a class="govuk-link" href={`#${assessmentAnchor(holder.assessment.id)}`}>
            {assessmentName(holder.assessment.id, names.words)}
          </a>{' '}
          waits for
        </>
      )
    case 'appealed to':
      return <>{named(holder.to)}, to decide the appeal</>
    case 'referred to':
      return <>{named(holder.to)}, to decide the referral</>
    case 'consulted':
      return (
        <>
          <strong>Parties</strong>, to answer the {consultationName(holder.consultation, names.words)}
        </>
      )
    case 'step':
      return (
        <>
          {named(wordIn(register, 'words-action-holders', holder.step) as Subject)}, to {wordIn(register, 'words-next-acts', holder.step)}
        </>
      )
  }
}

function NextCell({ view }: { readonly view: View }) {
  const steps = nextSteps(view.register, view.found.id as ModificationId)
  return (
    <div>
      <dt>What is next</dt>
      <dd>
        {steps.length === 0 && 'Nothing planned is told by any source'}
        {steps.length > 0 && (
          <ul class="app-plain-list">
            {steps.map((step) => (
              <li>
                {nextText(view, step)} <Cite sources={view.sources} place={step.place} />
              </li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  )
}

const dayText = ({ day }: NextStep): string => (day ? longDay(day) : '')

function nextText({ names, paths }: View, step: NextStep) {
  switch (step.kind) {
    case 'meeting':
      return (
        <>
          <strong>{dayText(step)}</strong>: before {names.name(step.body)} {purposesText(step.purposes)}
        </>
      )
    case 'consultation closes':
      return (
        <>
          <strong>{step.consultation.closes && closingText(step.consultation.closes)}</strong>: the{' '}
          {consultationName(step.consultation.id, names.words)} closes
        </>
      )
    case 'consultation expected': {
      const { lengthWorkingDays, condition } = step.consultation.planned?.value ?? {}
      return (
        <>
          {consultationName(step.consultation.id, names.words)} expected <strong>{expectedText(step.expected)}</strong>
          {lengthWorkingDays !== undefined && `, for ${lengthWorkingDays} Working Days`}
          {condition && `, subject to ${condition}`}
        </>
      )
    }
    case 'appeal window closes':
      return (
        <>
          <strong>{dayText(step)}</strong>: the window for appeals to {names.name(step.to)} closes
        </>
      )
    case 'decision expected':
      return (
        <>
          <strong>{dayText(step)}</strong>: decision expected by {names.name(step.by)}
        </>
      )
    case 'forecast':
      return (
        <>
          <strong>{dayText(step)}</strong>: the {assessmentName(step.assessment.id, names.words)} is forecast to come back
        </>
      )
    case 'assessment due':
      return (
        <>
          <strong>{dayText(step)}</strong>: the {assessmentName(step.assessment.id, names.words)} is due
        </>
      )
    case 'milestone':
      return (
        <>
          {milestoneText[step.milestone]} planned: <strong>{plannedForText(step.planned, names.title)}</strong>
        </>
      )
    case 'release':
      return (
        <>
          <strong>{releaseDateText(step.date).replace(/^on /, '')}</strong>:{' '}
          {step.due ? 'due, and not confirmed by any source, ' : 'to come into force '}
          with{' '}
          <a class="govuk-link" href={paths.subject(step.release)}>
            {names.name(step.release)}
          </a>
          {step.part > 1 && ` (part ${step.part})`}
        </>
      )
  }
}
