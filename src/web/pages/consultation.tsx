import { formOf } from '../../app/acting/forms.ts'
import { actorsFor } from '../../domain/access.ts'
import { ruleOf } from '../../domain/acting/acts.ts'
import { givenNow } from '../../domain/acting/decide-acts.ts'
import { dated, longDay } from '../../domain/calendar/format.ts'
import type { Consultation, ConsultationStatus } from '../../domain/consultation/consultation.ts'
import { chosenFor, excludedFrom, optionsOf } from '../../domain/consultation/response-acts.ts'
import { givenBy, isInTime, questionsOf } from '../../domain/consultation/responses.ts'
import { idOf, type Subject } from '../../domain/entry.ts'
import { nameOf } from '../../domain/names.ts'
import { find } from '../../domain/register.ts'
import type { ShownResponse } from '../../report/consultation/given.ts'
import { templateKinds } from '../../report/templates/kinds.ts'
import { capitalised } from '../../report/words/capitalised.ts'
import { respondentOf as respondentName } from '../../report/words/event-sentence.ts'
import { closingText, expectedText } from '../../report/words/planned-for.ts'
import { namesIn } from '../../report/words/sentence-names.ts'
import { type ConsultationAsked, consultationAsked, respondentOf } from '../consultation-asked.ts'
import type { PageContext } from '../context.ts'
import { Given } from '../parts/consultation/given.tsx'
import { ConsultationHeading } from '../parts/consultation/heading.tsx'
import { Matrix, type MatrixLine, matrixOf } from '../parts/consultation/matrix.tsx'
import { ResponseRates } from '../parts/consultation/rates.tsx'
import { FirstDayReadings } from '../parts/consultation/readings.tsx'
import { toldOf, WhoWasTold } from '../parts/consultation/told.tsx'
import { KeptDocuments } from '../parts/documents.tsx'
import { Layout } from '../parts/layout.tsx'
import { shownResponse } from '../response-form.ts'

const papersOfConsultation = { refinement: ['refinement-consultation'], report: ['mrc-pack'], information: [] } as const

type Props = { readonly context: PageContext; readonly asked: ConsultationAsked }

/** GET: a consultation: what it asks and until when; and once it has closed, what was answered and what came of it. */
export async function consultationPage(context: PageContext) {
  const asked = await consultationAsked(context)
  if (asked instanceof Response) return asked
  const { site } = context.var
  const { consultation } = asked
  const given = await Promise.all(Object.values(consultation.responses.given).map((each) => shownResponse(site.app, each)))
  const about = consultation.opened?.value.text
  const text = about && (await site.app.text(about))
  const lines = await matrixOf(context, consultation)
  const told = await toldOf(context, asked)
  return context.html(
    <Layout context={context} title="Consultation" section="register">
      <ConsultationHeading context={context} asked={asked} />
      <Window context={context} asked={asked} />
      {text?.split(/\n{2,}/).map((paragraph) => (
        <p class="govuk-body">{paragraph}</p>
      ))}
      <KeptDocuments context={context} about={asked.found.subject} part={consultation.id} />
      <h2 class="govuk-heading-m">What it asks</h2>
      <Asks context={context} asked={asked} />
      <Papers context={context} asked={asked} />
      <Answer context={context} asked={asked} />
      <OnBehalf context={context} asked={asked} />
      <Administer context={context} asked={asked} />
      <WhoWasTold context={context} told={told} />
      <Responses context={context} asked={asked} given={given} lines={lines} />
    </Layout>,
  )
}

/** What it goes out with: filled from the register, and kept here. */
function Papers({ context, asked: { found, consultation } }: Props) {
  const { paths } = context.var
  const { id, consultationKind } = consultation
  const papers = [...papersOfConsultation[consultationKind], 'response-form'] as const
  return (
    <>
      <ul class="govuk-list app-inline-list">
        {papers.map((paper) => (
          <li>
            <a class="govuk-link" href={paths.papers(found.id, paper, { consultation: id })}>
              {templateKinds[paper].title} (Word)
            </a>
          </li>
        ))}
      </ul>
      <KeptDocuments context={context} about={found.subject} part={id} />
    </>
  )
}

/** From when to when, by which rule; and by the other reading of it, where it is not settled. */
function Window({ context, asked: { consultation } }: Props) {
  const { answer, paths } = context.var
  const { opened, closes, status, planned } = consultation
  if (!opened) return <p class="govuk-body-l">{planned ? `Expected to be issued ${expectedText(planned.value.expected)}.` : ''}</p>
  const { lengthWorkingDays, row } = opened.value
  const until = closes ? `${status === 'open' ? 'Open until' : 'Closed at'} ${closingText(closes)}, London time.` : ''
  return (
    <>
      <p class="govuk-body-l">
        Opened {dated(opened.on)}. {status === 'cancelled' ? 'Cancelled.' : until || 'No source tells when it closes.'}
      </p>
      {lengthWorkingDays !== undefined && row && (
        <>
          <p class="govuk-body">
            For {lengthWorkingDays} Working Days, by the rule{' '}
            <a class="govuk-link" href={paths.rule(row)}>
              {row}
            </a>
            .
          </p>
          <FirstDayReadings register={answer.register} opens={opened.on.to} workingDays={lengthWorkingDays} />
        </>
      )}
    </>
  )
}

function Asks({ context, asked: { found, consultation } }: Props) {
  const { register } = context.var.answer
  const given = givenNow(register, register.on)
  const options = optionsOf(given, consultation.consultationKind)
  const excluded = excludedFrom(given, consultation.consultationKind)
  return (
    <>
      <ol class="govuk-list govuk-list--number">
        {questionsOf(consultation).map(({ label }) => (
          <li>{label}</li>
        ))}
      </ol>
      {options.length > 0 && (
        <p class="govuk-body">
          To choose{chosenFor(given, found.subject).length > 1 ? ', for each solution' : ''}: {options.join(', ')}.
        </p>
      )}
      {excluded.length > 0 && <p class="govuk-body">Not asked: {excluded.map((each) => nameOf(register, each as Subject)).join(', ')}.</p>}
    </>
  )
}

/** For who administers: what is recorded and answered, with this consultation filled in. */
function Administer({ context, asked: { found, consultation } }: Props) {
  const { answer, paths, principal } = context.var
  if (!answer.isPresent || !principal.roles.includes('administrator')) return null
  const given = givenNow(answer.register, answer.register.on)
  const acts = (['Respond', 'SetQuestions', 'ChangeClosing', 'CancelConsultation', 'AnswerPoint'] as const).filter(
    (act) => ruleOf(act).fits(given, found.subject) === true && isFor[act](consultation.status),
  )
  if (acts.length === 0) return null
  return (
    <nav class="app-offered" aria-label="What you may do">
      <h2 class="govuk-heading-s">What you may do</h2>
      <ul>
        {acts.map((act) => (
          <li>
            <a class="govuk-link" href={paths.act(formOf(act).verb, found.subject, { consultation: consultation.id })}>
              {formOf(act).title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const isFor = {
  Respond: (status: ConsultationStatus) => status !== 'planned' && status !== 'cancelled',
  SetQuestions: (status: ConsultationStatus) => status === 'planned' || status === 'open',
  ChangeClosing: (status: ConsultationStatus) => status === 'open' || status === 'ended unseen',
  CancelConsultation: (status: ConsultationStatus) => status === 'planned' || status === 'open',
  AnswerPoint: (status: ConsultationStatus) => status === 'closed' || status === 'ended unseen',
}

/** For who acts for an organisation: what it gave, and the way to answer. */
function Answer({ context, asked }: Props) {
  const { paths } = context.var
  const { consultation } = asked
  const by = respondentOf(context, asked)
  if (!by || !consultation.opened || consultation.status === 'cancelled') return null
  const given = givenBy(consultation, by)
  return (
    <>
      {given.map(({ id, told }) => (
        <p class="govuk-body">
          You responded{told && ` on ${longDay(told.on.to)}`}:{' '}
          <a class="govuk-link" href={paths.consultation(consultation.id, 'receipt', { response: id })}>
            the receipt
          </a>
        </p>
      ))}
      <div class="govuk-button-group">
        <a class="govuk-button" href={paths.consultation(consultation.id, 'respond')}>
          {given.length > 0 ? 'Change the response' : 'Respond'}
        </a>
        {given.length === 0 && (
          <a class="govuk-button govuk-button--secondary" href={paths.consultation(consultation.id, 'respond', { 'no-comment': 'yes' })}>
            Considered, no comment
          </a>
        )}
      </div>
    </>
  )
}

/** For who administers: to record what came by mail or on a form, with the questions before him. */
function OnBehalf({ context, asked }: Props) {
  const { answer, paths, principal, site } = context.var
  const { found, consultation } = asked
  if (!answer.isPresent || !principal.roles.includes('administrator')) return null
  if (!consultation.opened || consultation.status === 'cancelled') return null
  const respondents = actorsFor(answer.register, 'Respond', found.subject)
    .map((each) => [each, nameOf(answer.register, each, site.grammar)] as const)
    .toSorted(([, a], [, b]) => a.localeCompare(b, 'en'))
  return (
    <form method="get" action={paths.consultation(consultation.id, 'respond')} class="app-form">
      <div class="govuk-form-group">
        <label class="govuk-label" for="f-for">
          Record a response that came by mail or on a form, for
        </label>
        <select class="govuk-select" id="f-for" name="for">
          {respondents.map(([value, label]) => (
            <option value={value}>{label}</option>
          ))}
        </select>
      </div>
      <button class="govuk-button govuk-button--secondary" type="submit">
        Record it
      </button>
    </form>
  )
}

type ResponsesProps = Props & { readonly given: readonly ShownResponse[]; readonly lines: readonly MatrixLine[] }

/** Everything that its reader may see; before the close that is all for who administers, and his own for who responded. */
function Responses({ context, asked: { consultation }, given, lines }: ResponsesProps) {
  const { answer, paths, principal, site } = context.var
  const names = namesIn(answer.register, site.grammar)
  if (!consultation.opened) return null
  if (consultation.status === 'open' && !principal.roles.includes('administrator'))
    return <p class="govuk-body">What was answered is published once it has closed.</p>
  return (
    <section id="responses">
      <h2 class="govuk-heading-m">Responses</h2>
      <ResponseRates context={context} consultation={consultation} />
      {given.length + consultation.responses.withheld.length === 0 && <p class="govuk-body">None is recorded.</p>}
      {given.map((shown) => (
        <section class="app-card">
          <h3 class="govuk-heading-s">
            {shown.response.told ? capitalised(respondentName(shown.response.told.value, names)) : shown.response.id}{' '}
            <span class="app-quiet">{markOf(context, consultation, shown)}</span>
          </h3>
          <Given consultation={consultation} shown={shown} />
        </section>
      ))}
      {consultation.responses.withheld.map(({ value, on }) => (
        <p class="govuk-body">
          A response, received by {dated(on)}, is withheld with the name: {value.why}
        </p>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={paths.consultation(consultation.id, 'responses.csv')}>
          These responses as CSV
        </a>
      </p>
      {lines.length > 0 && (
        <>
          <h2 class="govuk-heading-m" id="matrix">
            What came of it
          </h2>
          <Matrix lines={lines} />
          <p class="govuk-body">
            <a class="govuk-link" href={paths.consultation(consultation.id, 'matrix.csv')}>
              The response matrix as CSV
            </a>
          </p>
        </>
      )}
    </section>
  )
}

/** Late, or of whom nothing is known as a Party. */
function markOf({ var: { answer } }: PageContext, consultation: Consultation, { response }: ShownResponse): string {
  const by = response.told?.value.by
  const category = by && by !== 'unknown' ? find(answer.register, 'organisation', idOf(by))?.state.category?.value : undefined
  return [
    category ?? (by === 'unknown' ? 'not in the register of Parties' : ''),
    isInTime(consultation, response) ? '' : 'late',
    response.told?.value.confidential === 'whole' ? 'confidential: not published' : '',
  ]
    .filter((each) => each !== '')
    .join('; ')
}
