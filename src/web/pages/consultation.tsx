import { dated, longDay } from '../../domain/calendar/format.ts'
import { givenBy, isInTime, questionsOf } from '../../domain/consultation/responses.ts'
import { capitalised } from '../../report/words/capitalised.ts'
import { respondentOf as respondentName } from '../../report/words/event-sentence.ts'
import { closingText } from '../../report/words/planned-for.ts'
import { namesIn } from '../../report/words/sentence-names.ts'
import { type ConsultationAsked, consultationAsked, respondentOf } from '../consultation-asked.ts'
import type { PageContext } from '../context.ts'
import { Given } from '../parts/consultation/given.tsx'
import { ConsultationHeading } from '../parts/consultation/heading.tsx'
import { Layout } from '../parts/layout.tsx'
import { type ShownResponse, shownResponse } from '../response-form.ts'

/** GET: a consultation: what it asks and until when; and once it has closed, what was answered and what came of it. */
export async function consultationPage(context: PageContext) {
  const asked = await consultationAsked(context)
  if (asked instanceof Response) return asked
  const { site } = context.var
  const given = await Promise.all(Object.values(asked.consultation.responses.given).map((each) => shownResponse(site.app, each)))
  const about = asked.consultation.opened?.value.text
  const text = about && (await site.app.text(about))
  return context.html(
    <Layout context={context} title="Consultation" section="register">
      <ConsultationHeading context={context} asked={asked} />
      <Window asked={asked} />
      {text?.split(/\n{2,}/).map((paragraph) => (
        <p class="govuk-body">{paragraph}</p>
      ))}
      <h2 class="govuk-heading-m">What it asks</h2>
      <ol class="govuk-list govuk-list--number">
        {questionsOf(asked.consultation).map(({ label }) => (
          <li>{label}</li>
        ))}
      </ol>
      <Answer context={context} asked={asked} />
      <Responses context={context} asked={asked} given={given} />
    </Layout>,
  )
}

function Window({ asked: { consultation } }: { readonly asked: ConsultationAsked }) {
  const { opened, closes, status } = consultation
  return (
    <p class="govuk-body-l">
      {opened ? `Opened ${dated(opened.on)}. ` : ''}
      {closes && (status === 'open' ? `Open until ${closingText(closes)}, London time.` : `Closed at ${closingText(closes)}, London time.`)}
    </p>
  )
}

type Props = { readonly context: PageContext; readonly asked: ConsultationAsked }

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

/** Everything that its reader may see; before the close that is all for who administers, and his own for who responded. */
function Responses({ context, asked, given }: Props & { readonly given: readonly ShownResponse[] }) {
  const { answer, principal, site } = context.var
  const { consultation } = asked
  const names = namesIn(answer.register, site.grammar)
  if (!consultation.opened) return null
  const isOver = consultation.status !== 'open'
  if (!isOver && !principal.roles.includes('administrator'))
    return <p class="govuk-body">What was answered is published once it has closed.</p>
  return (
    <section id="responses">
      <h2 class="govuk-heading-m">Responses</h2>
      {given.length + consultation.responses.withheld.length === 0 && <p class="govuk-body">None is recorded.</p>}
      {given.map((shown) => (
        <section class="app-card">
          <h3 class="govuk-heading-s">
            {shown.response.told ? capitalised(respondentName(shown.response.told.value, names)) : shown.response.id}{' '}
            {!isInTime(consultation, shown.response) && <span class="app-quiet">Late</span>}
          </h3>
          <Given consultation={consultation} shown={shown} />
        </section>
      ))}
      {consultation.responses.withheld.map(({ value }) => (
        <p class="govuk-body">A response is withheld as a whole: {value.why}</p>
      ))}
    </section>
  )
}
