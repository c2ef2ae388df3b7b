import type { Entry } from '../../../domain/entry.ts'
import type { Contact, Notice } from '../../../log/notices.ts'
import { sentenceOf } from '../../../report/words/event-sentence.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { ConsultationAsked } from '../../consultation-asked.ts'
import type { PageContext } from '../../context.ts'
import { NoticesTable } from '../notices/notices-table.tsx'

/** Who was told of one thing that was recorded of a consultation. */
export type ToldOfStep = {
  readonly entry: Entry
  readonly notices: readonly Notice[]
  /** How many contacts it would tell now that it did not tell. */
  readonly missed: number
}
export type ToldOfConsultation = { readonly steps: readonly ToldOfStep[]; readonly contacts: readonly Contact[] }

/**
 * Who was sent what of a consultation, when, and what became of it: all of it for who administers, for anybody else what went to himself
 * and to those for whom he acts. Nothing on a page of the past: the outbox knows no other day.
 */
export async function toldOf(context: PageContext, { found, consultation }: ConsultationAsked): Promise<ToldOfConsultation> {
  const { account, answer, principal, site } = context.var
  if (!account || !answer.isPresent) return { steps: [], contacts: [] }
  const { notices } = site.app
  const telling = site.app.telling()
  const administers = principal.roles.includes('administrator')
  const isTheirs = ({ recipient, listensFor }: Notice) =>
    administers || recipient === `account/${account.id}` || listensFor.some((each) => principal.actsFor.includes(each))
  await telling.collect()
  const entries = found.history.filter(
    ({ event }) => event && isTold(event.type) && 'consultation' in event && event.consultation === consultation.id,
  )
  const steps = await Promise.all(
    entries.map(async (entry): Promise<ToldOfStep> => {
      const all = await notices.noticesOf(entry.command)
      const about = all.filter((notice) => notice.positions.includes(entry.position) && isTheirs(notice))
      const tells = administers && consultation.status === 'open'
      return { entry, notices: about, missed: tells ? (await telling.missedBy(entry.command)).length : 0 }
    }),
  )
  return {
    steps: steps.filter((step) => step.notices.length + step.missed > 0),
    contacts: administers ? await notices.contacts() : [],
  }
}

const isTold = (type: string): boolean =>
  type === 'ConsultationOpened' || type === 'ConsultationCloseSet' || type === 'ConsultationCancelled'

type Props = { readonly context: PageContext; readonly told: ToldOfConsultation }

export function WhoWasTold({ context, told: { steps, contacts } }: Props) {
  const { answer, csrf, paths, principal, site } = context.var
  if (steps.length === 0) return null
  const names = namesIn(answer.register, site.grammar)
  const administers = principal.roles.includes('administrator')
  return (
    <section id="told">
      <h2 class="govuk-heading-m">{administers ? 'Who was told' : 'What you were sent'}</h2>
      {administers && (
        <p class="govuk-body-s">
          {summaryOf(steps, site.app.isDemo())} The words are in{' '}
          <a class="govuk-link" href={paths.outbox({ about: steps[0]?.entry.subject })}>
            the outbox
          </a>
          .
        </p>
      )}
      {steps.map(({ entry, notices, missed }) => (
        <>
          {notices.length > 0 && (
            <NoticesTable context={context} caption={sentenceOf(entry, names)} notices={notices} contacts={contacts} />
          )}
          {missed > 0 && (
            <form method="post" action={paths.outbox()}>
              <input type="hidden" name="csrf" value={csrf} />
              <input type="hidden" name="back" value={context.req.path} />
              <p class="govuk-body-s govuk-!-margin-bottom-2">
                {notices.length === 0 && `${sentenceOf(entry, names)}. `}
                {missed === 1 ? 'One contact is to be told and was not' : `${missed} contacts are to be told and were not`}: added,
                confirmed or mended since.
              </p>
              <button class="govuk-button govuk-button--secondary" type="submit" name="missed" value={entry.command}>
                {missed === 1 ? 'Tell it now' : 'Tell them now'}
              </button>
            </form>
          )}
        </>
      ))}
    </section>
  )
}

function summaryOf(steps: readonly ToldOfStep[], isDemo: boolean): string {
  const all = steps.flatMap(({ notices }) => notices)
  const count = (...states: readonly string[]) => all.filter(({ state }) => states.includes(state)).length
  const parts = [
    [count('sent'), 'taken by the mail server of its reader'],
    [count('shown'), isDemo ? 'would have been sent' : 'told on the front page'],
    [count('held', 'sending'), 'still to leave'],
    [count('refused'), 'came back'],
    [count('given up'), 'given up'],
  ] as const
  const told = parts.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`)
  return told.length === 0 ? 'Nothing left yet.' : `${told.join(', ')}.`
}
