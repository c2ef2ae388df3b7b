import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { longDay } from '../../domain/calendar/format.ts'
import { dayOf, timeOf } from '../../domain/calendar/moment.ts'
import { isInTime } from '../../domain/consultation/responses.ts'
import { own } from '../../domain/own.ts'
import { capitalised } from '../../report/words/capitalised.ts'
import { respondentOf } from '../../report/words/event-sentence.ts'
import { namesIn } from '../../report/words/sentence-names.ts'
import { consultationAsked } from '../consultation-asked.ts'
import type { PageContext } from '../context.ts'
import { Given } from '../parts/consultation/given.tsx'
import { ConsultationHeading } from '../parts/consultation/heading.tsx'
import { Layout } from '../parts/layout.tsx'
import { type ShownResponse, shownResponse } from '../response-form.ts'
import { notFound } from './problem.tsx'

/** What was sent, in canonical form: its hash is what a receipt names, so that both sides can show later what it was. */
export const sentText = (consultation: string, { response, choices, answers }: ShownResponse): string =>
  canonicalize({ consultation, response: response.id, ...response.told?.value, choices, answers }) ?? ''

/** GET: the receipt of a response, for who gave it and for who administers; to be printed, or kept as data. */
export async function receiptPage(context: PageContext) {
  const asked = await consultationAsked(context)
  if (asked instanceof Response) return asked
  const { answer, paths, principal, site } = context.var
  const { consultation } = asked
  const response = own(consultation.responses.given, context.req.query('response') ?? '')
  const told = response?.told
  const isTheirs = told && (principal.roles.includes('administrator') || principal.actsFor.some((each) => each === told.value.by))
  if (!response || !told || !isTheirs) return notFound(context, site)
  const shown = await shownResponse(site.app, response)
  const text = sentText(consultation.id, shown)
  if (context.req.query('as') === 'json') return context.body(text, 200, { 'content-type': 'application/json; charset=utf-8' })
  const names = namesIn(answer.register, site.grammar)
  const { received } = told.value
  const entry = asked.found.history.find(({ place }) => place === told.place)
  return context.html(
    <Layout context={context} title="Receipt of a response">
      <ConsultationHeading context={context} asked={asked}>
        Receipt of your response
      </ConsultationHeading>
      <dl class="govuk-summary-list">
        {[
          ['Respondent', capitalised(respondentOf(told.value, names))],
          [
            'Received',
            `${longDay(dayOf(received))} at ${timeOf(received)}, London time${isInTime(consultation, response) ? '' : ': late'}`,
          ],
          ['Entry', `${entry?.position ?? told.place} of the log`],
          ['SHA-256 of what was sent', createHash('sha256').update(text).digest('hex')],
        ].map(([name, value]) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{name}</dt>
            <dd class="govuk-summary-list__value app-break">{value}</dd>
          </div>
        ))}
      </dl>
      <Given consultation={consultation} shown={shown} />
      <p class="govuk-body">
        <a class="govuk-link" href={paths.consultation(consultation.id, 'receipt', { response: response.id, as: 'json' })}>
          What was sent, as data
        </a>
        : the hash is of exactly these bytes.
      </p>
      {consultation.status === 'open' && principal.actsFor.some((each) => each === told.value.by) && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.consultation(consultation.id, 'respond')}>
            Change it
          </a>
          , until the consultation closes.
        </p>
      )}
    </Layout>,
  )
}
