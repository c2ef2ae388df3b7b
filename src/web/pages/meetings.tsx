import { mayAct } from '../../domain/access.ts'
import type { ActType } from '../../domain/acting/acts.ts'
import { givenNow } from '../../domain/acting/decide-acts.ts'
import { dated, longDay } from '../../domain/calendar/format.ts'
import { idOf } from '../../domain/entry.ts'
import { papersOf } from '../../domain/meeting/agenda.ts'
import { nameOf } from '../../domain/names.ts'
import { isRefused } from '../../domain/refusal.ts'
import { all, type Found, find } from '../../domain/register.ts'
import type { PageContext } from '../context.ts'
import { KeptDocuments } from '../parts/documents.tsx'
import { KeptBack } from '../parts/kept-back.tsx'
import { Layout } from '../parts/layout.tsx'
import { Agenda, Attendance, PaperDayLine, Papers } from '../parts/meeting/parts.tsx'
import { Offered } from '../parts/offered.tsx'
import { ActionList } from './actions.tsx'
import { notFound } from './problem.tsx'

type Meeting = Found<'meeting'>

/** GET: the meetings of every body, the latest first. */
export function meetingsPage(context: PageContext) {
  const { answer, paths, principal } = context.var
  const given = givenNow(answer.register, answer.register.on)
  const mayPlan = answer.isPresent && !isRefused(mayAct(given, principal, { act: 'PlanMeeting', subject: 'meeting/new' }))
  const meetings = all(answer.register, 'meeting').toSorted((a, b) => (a.state.day < b.state.day ? 1 : -1))
  return context.html(
    <Layout context={context} title="Meetings" section="meetings">
      <h1 class="govuk-heading-l">Meetings</h1>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.actions()}>
          The action log of all meetings
        </a>
        {mayPlan && (
          <>
            {' · '}
            <a class="govuk-link" href={paths.act('plan-meeting')}>
              Plan a meeting
            </a>
            {' · '}
            <a class="govuk-link" href={paths.meetingsFile()}>
              A year’s meetings from a file
            </a>
          </>
        )}
      </p>
      {meetings.length === 0 && <p class="govuk-body">No source tells of any.</p>}
      <ul class="govuk-list app-plain-list">
        {meetings.map((meeting) => (
          <li>
            <a class="govuk-link" href={paths.meeting(meeting.id)}>
              {longDay(meeting.state.day)}, {nameOf(answer.register, meeting.state.body)}
            </a>{' '}
            <span class="app-quiet">{heldText(meeting)}</span>
          </li>
        ))}
      </ul>
    </Layout>,
  )
}

/** GET: one meeting, with what is before it. */
export function meetingPage(context: PageContext) {
  const meeting = find(context.var.answer.register, 'meeting', context.req.param('meeting') ?? '')
  return meeting ? context.html(<MeetingView context={context} meeting={meeting} />) : notFound(context, context.var.site)
}

function MeetingView({ context, meeting }: { readonly context: PageContext; readonly meeting: Meeting }) {
  const { answer } = context.var
  const { state } = meeting
  const title = nameOf(answer.register, meeting.subject)
  return (
    <Layout context={context} title={title} section="meetings">
      <h1 class="govuk-heading-l">{title}</h1>
      {!state.cancelled && (
        <p class="govuk-body">
          {heldText(meeting)}. <PaperDayLine context={context} meeting={meeting} />
        </p>
      )}
      <MovedOrCancelled context={context} meeting={meeting} />
      <KeptBack context={context} subject={meeting.subject} />
      <Documents context={context} meeting={meeting} />
      <h2 class="govuk-heading-m">Agenda</h2>
      <Agenda context={context} meeting={meeting} />
      <Papers context={context} meeting={meeting} />
      <KeptDocuments context={context} about={meeting.subject} />
      <Attendance context={context} meeting={meeting} />
      {Object.keys(state.actions).length > 0 && (
        <>
          <h2 class="govuk-heading-m">Actions</h2>
          <ActionList context={context} listed={Object.values(state.actions).map((action) => ({ meeting, action }))} />
        </>
      )}
      <Offered context={context} subject={meeting.subject} />
    </Layout>
  )
}

/** For which days it was planned before and why it is on this one; that it is not held, and where what was before it went. */
function MovedOrCancelled({ context, meeting: { state } }: { readonly context: PageContext; readonly meeting: Meeting }) {
  const { answer, paths } = context.var
  const { why, to } = state.cancelled?.value ?? {}
  return (
    <>
      {state.moved.map(({ value, on }) => (
        <p class="govuk-body">
          Moved from {longDay(value.from)} to {longDay(value.day)}, as told {dated(on)}
          {value.why && `: ${value.why}`}.
        </p>
      ))}
      {state.cancelled && (
        <div class="govuk-inset-text">
          <strong>This meeting is cancelled</strong>, as told {dated(state.cancelled.on)}
          {why && `: ${why}`}.{' '}
          {to ? (
            <>
              What was before it goes to the{' '}
              <a class="govuk-link" href={paths.meeting(idOf(to))}>
                {nameOf(answer.register, to)}
              </a>
              .
            </>
          ) : (
            state.items.length + state.matters.length > 0 && 'What was before it is proposed to the next meetings of its body.'
          )}
        </div>
      )}
    </>
  )
}

/** What it is read in, and for who runs it the screens on which it is made. */
function Documents({ context, meeting }: { readonly context: PageContext; readonly meeting: Meeting }) {
  const { answer, paths, principal } = context.var
  const given = givenNow(answer.register, answer.register.on)
  const may = (act: ActType) =>
    answer.isPresent && !meeting.state.cancelled && !isRefused(mayAct(given, principal, { act, subject: meeting.subject }))
  const links: readonly (readonly [string, string])[] = [
    ['Pack (PDF)', paths.packPdf(meeting.id)],
    ...(papersOf(meeting.state).length > 0 ? [['Pack with the papers (PDF)', paths.boundPack(meeting.id)] as const] : []),
    ['Pack as a page', paths.pack(meeting.id)],
    ['Agenda and minutes as Word files', paths.meetingPapers(meeting.id)],
    ...(meeting.state.held || meeting.state.minutesAgreed ? [['Minutes', paths.minutes(meeting.id)] as const] : []),
    ...(may('OrderAgenda') ? [['Make the agenda', paths.agenda(meeting.id)] as const] : []),
    ...(may('ResolveItem') ? [['At the meeting', paths.runMeeting(meeting.id)] as const] : []),
    ...(!meeting.state.cancelled && mayRecordVotes(context, meeting)
      ? [['Record the votes of this meeting', paths.ballots(meeting.id)] as const]
      : []),
  ]
  return (
    <ul class="govuk-list app-inline-list">
      {links.map(([label, href]) => (
        <li>
          <a class="govuk-link" href={href}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}

function heldText({ state }: Meeting): string {
  const number = state.number === undefined ? '' : `Meeting ${state.number}. `
  if (state.cancelled) return `${number}Cancelled`
  return `${number}${state.held ? 'Held' : state.planned ? `Planned, as told ${dated(state.planned.on)}` : 'Planned'}`
}

/** For who may record them, at a meeting before which something is to be voted on. */
function mayRecordVotes({ var: { answer, principal } }: PageContext, { state }: Meeting): boolean {
  const [first] = state.items
  if (!answer.isPresent || !first || !state.items.some(({ value }) => value.purposes.includes('vote'))) return false
  return !isRefused(
    mayAct(givenNow(answer.register, answer.register.on), principal, { act: 'RecordVotes', subject: first.value.modification }),
  )
}
