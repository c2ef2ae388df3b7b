import type { ToCome } from '../../../app/notices/timed.ts'
import { longMoment } from '../../../domain/calendar/format.ts'
import { dutyText } from '../../../report/words/duty-text.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'
import { DataTable } from '../data-table.tsx'

type Props = { readonly context: PageContext; readonly toCome: readonly ToCome[] }

/** Whom reminders and the weekly mail will tell, and when: for who administers, before any of it leaves. */
export function ToComeTable({ context, toCome }: Props) {
  const { answer, paths, site } = context.var
  const names = namesIn(answer.register, site.grammar)
  return (
    <section>
      <h2 class="govuk-heading-m" id="to-come">
        To come by itself
      </h2>
      <p class="govuk-body">
        Who is asked for an answer and has not given it is reminded as{' '}
        <a class="govuk-link" href={paths.rule('reminder-lead')}>
          the rule
        </a>{' '}
        tells; who wants one mail a week gets it on{' '}
        <a class="govuk-link" href={paths.rule('weekly-mail-day')}>
          its day
        </a>
        . Each rests here like all else before it leaves.
      </p>
      {toCome.length === 0 ? (
        <p class="govuk-body">Nothing is to come.</p>
      ) : (
        <DataTable
          caption="Reminders and weekly mails to come"
          captionIs="hidden"
          columns={['What', 'Not before', 'To'].map((label) => ({ label }))}
          rows={toCome.map(({ from, duty, contacts }) => ({
            cells: [
              duty ? `Reminder of ${names.title(duty.subject)}: ${dutyText(duty, answer.register, names)}` : 'The weekly mail',
              longMoment(from),
              contacts.map(({ of, address }) => (
                <span class="app-under app-break">
                  {names.name(of)}: {address}
                </span>
              )),
            ],
          }))}
        />
      )}
    </section>
  )
}
