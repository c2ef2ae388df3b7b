import type { Child } from 'hono/jsx'
import { dated, longDay } from '../../domain/calendar/format.ts'
import type { Subject } from '../../domain/entry.ts'
import { nameOf } from '../../domain/names.ts'
import type { Body } from '../../domain/organisation/body.ts'
import { alternatesOf, holderOf, type SeatState, seatsIn } from '../../domain/organisation/seats.ts'
import { all, find, modifications } from '../../domain/register.ts'
import { seatName } from '../../report/words/event-sentence.ts'
import type { PageContext } from '../context.ts'
import { type Column, DataTable } from '../parts/data-table.tsx'
import { KeptBack } from '../parts/kept-back.tsx'
import { Layout } from '../parts/layout.tsx'
import { Offered } from '../parts/offered.tsx'
import { notFound } from './problem.tsx'

/** GET: who takes part: the bodies of the code with what they may do, and the organisations with their Party category. */
export function bodiesPage(context: PageContext) {
  const { answer, paths } = context.var
  const { register } = answer
  const bodies = all(register, 'body').toSorted((a, b) => a.state.name.value.localeCompare(b.state.name.value, 'en-GB'))
  const organisations = all(register, 'organisation')
    .map(({ subject, state }) => ({ subject, name: nameOf(register, subject), category: state.category?.value }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  return context.html(
    <Layout context={context} title="Bodies and organisations">
      <h1 class="govuk-heading-l">Bodies and organisations</h1>
      <DataTable
        caption="Bodies"
        columns={[{ label: 'Body' }, { label: 'What it may do' }, { label: 'Seats known', numeric: true }]}
        rows={bodies.map(({ id, state }) => ({
          id,
          cells: [
            <a class="govuk-link" href={paths.body(id)}>
              {state.name.value}
            </a>,
            state.capacities.join(', ') || 'not told',
            seatsIn(state.seats).length,
          ],
        }))}
      />
      <DataTable
        caption="Organisations"
        columns={[{ label: 'Organisation' }, { label: 'Party category' }]}
        rows={organisations.map(({ subject, name, category }) => ({
          cells: [
            <a class="govuk-link" href={paths.subject(subject) ?? paths.bodies()}>
              {name}
            </a>,
            category ?? 'not told',
          ],
        }))}
      />
    </Layout>,
  )
}

/** GET: one body: what it may do, its seats as they are held on the day asked for, its names, its meetings. */
export function bodyPage(context: PageContext) {
  const { answer, paths, site } = context.var
  const subject: Subject = `body/${context.req.param('body')}`
  const state = find(answer.register, 'body', context.req.param('body') ?? '')?.state
  if (!state) return notFound(context, site)
  const meetings = all(answer.register, 'meeting')
    .filter((meeting) => meeting.state.body === subject)
    .toSorted((a, b) => (a.state.day < b.state.day ? 1 : -1))
  return context.html(
    <Layout context={context} title={state.name.value}>
      <Heading context={context}>{state.name.value}</Heading>
      <p class="govuk-body">
        What it may do: {state.capacities.join(', ') || 'no source tells'}. Called so since {dated(state.name.on)}.
      </p>
      <Seats context={context} body={state} />
      <h2 class="govuk-heading-m">Meetings</h2>
      {meetings.length === 0 ? (
        <p class="govuk-body">The register knows none.</p>
      ) : (
        <ul class="govuk-list">
          {meetings.map(({ id, state: { day } }) => (
            <li>
              <a class="govuk-link" href={paths.meeting(id)}>
                {longDay(day)}
              </a>
            </li>
          ))}
        </ul>
      )}
      <KeptBack context={context} subject={subject} />
      <Offered context={context} subject={subject} />
    </Layout>,
  )
}

/** GET: one organisation: its names and Party category with their days, and what it raised. */
export function organisationPage(context: PageContext) {
  const { answer, paths, site } = context.var
  const id = context.req.param('organisation') ?? ''
  const subject: Subject = `organisation/${id}`
  const state = find(answer.register, 'organisation', id)?.state
  if (!state) return notFound(context, site)
  const raised = modifications(answer.register).filter((each) => each.state.proposer?.value === subject)
  return context.html(
    <Layout context={context} title={nameOf(answer.register, subject)}>
      <Heading context={context}>{nameOf(answer.register, subject)}</Heading>
      <p class="govuk-body">
        Party category: {state.category ? `${state.category.value}, since ${dated(state.category.on)}` : 'no source tells'}.
        {state.group && ` Voting Group: ${state.group.value}, since ${dated(state.group.on)}.`}
      </p>
      {state.names.length > 1 && (
        <ul class="govuk-list">
          {state.names.map(({ value, on }) => (
            <li>
              {value}, since {dated(on)}
            </li>
          ))}
        </ul>
      )}
      <h2 class="govuk-heading-m">Raised</h2>
      {raised.length === 0 ? (
        <p class="govuk-body">Nothing that the register knows of.</p>
      ) : (
        <ul class="govuk-list">
          {raised.map((each) => (
            <li>
              <a class="govuk-link" href={paths.modification(each.id)}>
                {nameOf(answer.register, each.subject, site.grammar)}
              </a>{' '}
              {each.state.title?.value}
            </li>
          ))}
        </ul>
      )}
      <KeptBack context={context} subject={subject} />
      <Offered context={context} subject={subject} />
    </Layout>,
  )
}

function Heading({ context, children }: { readonly context: PageContext; readonly children?: Child }) {
  return (
    <h1 class="govuk-heading-l">
      <span class="govuk-caption-l">
        <a class="govuk-link" href={context.var.paths.bodies()}>
          Bodies and organisations
        </a>
      </span>
      {children}
    </h1>
  )
}

const seatColumns: readonly Column[] = [
  { label: 'Seat' },
  { label: 'Block' },
  { label: 'Held by' },
  { label: 'Until' },
  { label: 'Alternates' },
]

function Seats({ context, body }: { readonly context: PageContext; readonly body: Body }) {
  const { answer } = context.var
  const seats = seatsIn(body.seats)
  if (seats.length === 0) return <p class="govuk-body">The register knows no seat of it.</p>
  const name = (who: Subject | 'vacant' | 'unknown') =>
    who === 'vacant' ? 'vacant' : who === 'unknown' ? 'no source tells' : nameOf(answer.register, who)
  const untilOf = (seat: SeatState) => seat.holders.at(-1)?.value.until
  return (
    <DataTable
      caption={`Seats on ${longDay(answer.asof)}`}
      columns={seatColumns}
      rows={seats.map((seat) => {
        const until = untilOf(seat)
        return {
          id: seat.seat,
          cells: [
            seatName(seat.seat),
            seat.block.value,
            name(holderOf(seat, answer.asof)),
            until ? longDay(until) : 'not told',
            alternatesOf(seat, answer.asof).map(name).join(', ') || 'none',
          ],
        }
      })}
    />
  )
}
