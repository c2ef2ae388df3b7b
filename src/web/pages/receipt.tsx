import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { longDay } from '../../domain/calendar/format.ts'
import { dayOf, timeOf } from '../../domain/calendar/moment.ts'
import { isInTime } from '../../domain/consultation/responses.ts'
import { nameOf } from '../../domain/names.ts'
import { own } from '../../domain/own.ts'
import { givenLines, type ShownResponse } from '../../report/consultation/given.ts'
import { type Receipt, receiptPaper } from '../../report/consultation/receipt.ts'
import { capitalised } from '../../report/words/capitalised.ts'
import { wordsOf } from '../../report/words/code-words.ts'
import { consultationName, respondentOf } from '../../report/words/event-sentence.ts'
import { namesIn } from '../../report/words/sentence-names.ts'
import { type ConsultationAsked, consultationAsked } from '../consultation-asked.ts'
import type { PageContext } from '../context.ts'
import { paperAnswer } from '../paper-answer.ts'
import { Given } from '../parts/consultation/given.tsx'
import { ConsultationHeading } from '../parts/consultation/heading.tsx'
import { Layout } from '../parts/layout.tsx'
import { administratorIn } from '../parts/meeting/about.ts'
import { shownResponse } from '../response-form.ts'
import { notFound } from './problem.tsx'

/** What was sent, in canonical form: its hash is what a receipt names, so that both sides can show later what it was. */
export const sentText = (consultation: string, { response, choices, answers }: ShownResponse): string =>
  canonicalize({ consultation, response: response.id, ...response.told?.value, choices, answers }) ?? ''

/** A receipt, and what its page needs besides. */
type Receipted = { readonly asked: ConsultationAsked; readonly shown: ShownResponse; readonly text: string; readonly receipt: Receipt }

/** The receipt that is asked for, for who gave the response and for who administers. */
async function receiptIn(context: PageContext): Promise<Receipted | Response> {
  const asked = await consultationAsked(context)
  if (asked instanceof Response) return asked
  const { answer, principal, site } = context.var
  const { consultation, found } = asked
  const response = own(consultation.responses.given, context.req.query('response') ?? '')
  const told = response?.told
  const isTheirs = told && (principal.roles.includes('administrator') || principal.actsFor.some((each) => each === told.value.by))
  if (!response || !told || !isTheirs) return notFound(context, site)
  const shown = await shownResponse(site.app, response)
  const text = sentText(consultation.id, shown)
  const { received, confidential } = told.value
  const entry = found.history.find(({ place }) => place === told.place)
  const facts = [
    { name: 'Respondent', value: capitalised(respondentOf(told.value, namesIn(answer.register, site.grammar))) },
    {
      name: 'Received',
      value: `${longDay(dayOf(received))} at ${timeOf(received)}, London time${isInTime(consultation, response) ? '' : ': late'}`,
    },
    { name: 'Entry', value: `${entry?.position ?? told.place} of the log` },
    { name: 'SHA-256', value: createHash('sha256').update(text).digest('hex') },
  ]
  const about = `${consultationName(consultation.id, wordsOf(answer.register))} on ${nameOf(answer.register, found.subject, site.grammar)}`
  const lines = givenLines(consultation, shown)
  const receipt = {
    about,
    facts,
    lines,
    author: administratorIn(answer.register),
    date: dayOf(received),
    confidential: confidential !== 'none',
  }
  return { asked, shown, text, receipt }
}

/** GET: the receipt of a response, for who gave it and for who administers. */
export async function receiptPage(context: PageContext) {
  const receipted = await receiptIn(context)
  if (receipted instanceof Response) return receipted
  const { asked, shown, text, receipt } = receipted
  const { paths, principal } = context.var
  const { consultation } = asked
  const { id, told } = shown.response
  if (context.req.query('as') === 'json') return context.body(text, 200, { 'content-type': 'application/json; charset=utf-8' })
  return context.html(
    <Layout context={context} title="Receipt of a response">
      <ConsultationHeading context={context} asked={asked}>
        Receipt of your response
      </ConsultationHeading>
      <dl class="govuk-summary-list">
        {receipt.facts.map(({ name, value }) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{name}</dt>
            <dd class="govuk-summary-list__value app-break">{value}</dd>
          </div>
        ))}
      </dl>
      <Given consultation={consultation} shown={shown} />
      <p class="govuk-body">
        <a class="govuk-link" href={paths.consultation(consultation.id, 'receipt.pdf', { response: id })}>
          This receipt as PDF
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.consultation(consultation.id, 'receipt', { response: id, as: 'json' })}>
          What was sent, as data
        </a>
        : the SHA-256 above is of exactly these bytes.
      </p>
      {consultation.status === 'open' && principal.actsFor.some((each) => each === told?.value.by) && (
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

/** GET: the same as a document to be kept. */
export async function receiptPdf(context: PageContext) {
  const receipted = await receiptIn(context)
  if (receipted instanceof Response) return receipted
  const { asked, shown, receipt } = receipted
  return paperAnswer(context, 'pdf', receiptPaper(receipt), `receipt-${asked.consultation.id.replaceAll('/', '-')}-${shown.response.id}`)
}
