import { waitingIn } from '../../../domain/acting/waiting.ts'
import { monthOf } from '../../../domain/calendar/calendar-date.ts'
import { longMonth } from '../../../domain/calendar/format.ts'
import { dutiesIn } from '../../../domain/duty/duties.ts'
import { type Duty, isOver } from '../../../domain/duty/duty.ts'
import type { Contact } from '../../../log/notices.ts'
import { changesSince, type ModificationChange } from '../../../report/change-status/changes.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'
import { stateOf } from '../notices/contact-state.ts'
import { DutyList } from './duty-list.tsx'

type Props = { readonly context: PageContext; readonly duties: readonly Duty[]; readonly contacts: readonly Contact[] }

/** What who administers looks at first: how much there is of what, what is overdue, what to issue, what is overdue with others, and what did not happen though expected. */
export function Administering({ context, duties, contacts }: Props) {
  const { answer, paths, principal, site } = context.var
  const own = duties.filter((duty) => isOver(duty, answer.asof))
  const ofOthers = dutiesIn(answer.register).filter((duty) => isOver(duty, answer.asof) && !principal.actsFor.includes(duty.of))
  const ahead = duties.filter((duty) => !own.includes(duty))
  const { title } = namesIn(answer.register, site.grammar)
  const waitsFor = ({ of }: Duty) => <p class="govuk-body-s govuk-!-margin-bottom-1">With {title(of)}</p>
  const toIssue = ahead.filter(({ kind }) => kind === 'issue consultation')
  const others = ahead.filter(({ kind }) => kind !== 'issue consultation')
  const asked = { registerOn: answer.registerOn, month: monthOf(answer.asof), asOf: answer.asof, grammar: site.grammar }
  const changes = changesSince(asked, 'happened')
  const missed = changes?.modifications.filter(({ unmet }) => unmet.length > 0) ?? []
  const waiting = waitingIn(answer.register).length
  return (
    <>
      <Counts
        context={context}
        contacts={contacts}
        counts={{
          over: own.length,
          ofOthers: ofOthers.length,
          toIssue: toIssue.length,
          others: others.length,
          missed: missed.length,
          waiting,
        }}
      />
      <section>
        <h2 class="govuk-heading-m" id="overdue">
          Overdue
        </h2>
        <DutyList context={context} duties={own} none="Nothing is overdue." />
      </section>
      <section>
        <h2 class="govuk-heading-m" id="to-issue">
          To issue
        </h2>
        <DutyList context={context} duties={toIssue} none="No consultation is planned and still to be issued." />
      </section>
      <section>
        <h2 class="govuk-heading-m" id="others">
          Also yours
        </h2>
        <DutyList context={context} duties={others} none="Nothing else waits for you." />
      </section>
      <section>
        <h2 class="govuk-heading-m" id="overdue-with-others">
          Overdue with others
        </h2>
        <DutyList context={context} duties={ofOthers} none="Nothing is overdue with others." more={waitsFor} />
      </section>
      <section>
        <h2 class="govuk-heading-m" id="not-happened">
          Expected last month, and did not happen
        </h2>
        {changes && (
          <p class="govuk-body">
            What the report of {longMonth(changes.since)} expected by now, as far as anything recorded tells.{' '}
            <a class="govuk-link" href={paths.changes(changes.month)}>
              All that changed since
            </a>
          </p>
        )}
        <Missed context={context} missed={missed} />
      </section>
    </>
  )
}

type CountsProps = {
  readonly context: PageContext
  readonly contacts: readonly Contact[]
  readonly counts: Readonly<Record<'over' | 'ofOthers' | 'toIssue' | 'others' | 'missed' | 'waiting', number>>
}

function Counts({ context, counts, contacts }: CountsProps) {
  const { paths } = context.var
  const lines: readonly (readonly [number, string, string])[] = [
    [counts.over, 'overdue', '#overdue'],
    [counts.toIssue, 'to issue', '#to-issue'],
    [counts.others, 'other', '#others'],
    [counts.ofOthers, 'overdue with others', '#overdue-with-others'],
    [counts.missed, 'expected last month and not happened', '#not-happened'],
    [counts.waiting, 'waiting for a second person, or for what is missing', paths.queue()],
  ]
  return (
    <ul class="govuk-list app-inline-list">
      {lines.map(([count, what, href]) => (
        <li>
          <a class="govuk-link" href={href}>
            <strong>{count}</strong> {what}
          </a>
        </li>
      ))}
      <li>
        <a class="govuk-link" href={paths.quality()}>
          Data quality
        </a>
      </li>
      {(['bouncing', 'unconfirmed'] as const).map((state) => {
        const count = contacts.filter((contact) => stateOf(contact) === state).length
        return (
          count > 0 && (
            <li>
              <a class="govuk-link" href={paths.contacts('', { state })}>
                <strong>{count}</strong> {contactsWord[state](count)}
              </a>
            </li>
          )
        )
      })}
      <li>
        <a class="govuk-link" href={paths.contacts()}>
          Contacts
        </a>
      </li>
      <li>
        <a class="govuk-link" href={paths.workload()}>
          Workload by analyst
        </a>
      </li>
    </ul>
  )
}

const contactsWord: Record<'bouncing' | 'unconfirmed', (count: number) => string> = {
  bouncing: (count) => `${count === 1 ? 'contact' : 'contacts'} whose mail comes back`,
  unconfirmed: (count) => `${count === 1 ? 'contact' : 'contacts'} not confirmed yet`,
}

type MissedProps = { readonly context: PageContext; readonly missed: readonly ModificationChange[] }

function Missed({ context, missed }: MissedProps) {
  const { paths } = context.var
  if (missed.length === 0) return <p class="govuk-body">Nothing.</p>
  return (
    <ul class="govuk-list app-lines">
      {missed.map(({ member, unmet }) => (
        <li>
          <a class="govuk-link app-reference" href={paths.subject(member.subject)}>
            {member.label}
          </a>{' '}
          {member.title}
          {unmet.map(({ expected, because }) => (
            <span class="app-lines__more">
              {expected}: {because}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
