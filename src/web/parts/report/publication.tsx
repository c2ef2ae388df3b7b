import { randomUUID } from 'node:crypto'
import type { Child } from 'hono/jsx'
import { formOf } from '../../../app/acting/forms.ts'
import type { ActType } from '../../../domain/acting/acts.ts'
import { waitingIn } from '../../../domain/acting/waiting.ts'
import { dated } from '../../../domain/calendar/format.ts'
import type { Subject } from '../../../domain/entry.ts'
import { nameOf } from '../../../domain/names.ts'
import type { PaperOf } from '../../../domain/publication/kinds.ts'
import type { PaperMade } from '../../../report/paper-source.ts'
import type { PageContext } from '../../context.ts'
import { fingerprint } from '../../looked-at.ts'
import { publicationOf } from '../../paper-asked.ts'

type Props = { readonly context: PageContext; readonly of: PaperOf }

/** Where a paper stands that is not published: how to draft it, what was written for it, and who approves it. For who administers. */
export function PublicationDesk({ context, of, made }: Props & { readonly made: PaperMade }) {
  const { answer, paths, principal } = context.var
  if (!answer.isPresent || !principal.roles.includes('administrator')) return null
  const publication = publicationOf(context, of)
  if (!publication)
    return (
      <Desk title="Not drafted">
        <Press context={context} type="DraftReport" fields={{ month: of.month, paper: of.kind, classification: 'white' }}>
          {of.kind === 'change-status' ? 'Draft this report' : 'Draft this paper'}
        </Press>
      </Desk>
    )
  const { state, subject } = publication
  return (
    <Desk title={state.approved ? 'Approved' : 'Draft'}>
      <p class="govuk-body">
        Drafted {dated(state.drafted.on)}, classified {state.drafted.value.classification}.{' '}
        <a class="govuk-link" href={paths.draftPaper(of)}>
          Words of your own
        </a>
        {state.approved && ` A second person approved it ${dated(state.approved.on)}.`}
      </p>
      <Written context={context} edits={made.edits} />
      {made.warnings.map((warning) => (
        <p class="govuk-body app-doubt">{warning}.</p>
      ))}
      <Next context={context} of={of} subject={subject} isApproved={state.approved !== undefined} />
    </Desk>
  )
}

function Desk({ title, children }: { readonly title: string; readonly children?: Child }) {
  return (
    <section class="app-desk" aria-label="Publication">
      <h2 class="govuk-heading-s">
        <strong class="govuk-tag app-tag">{title}</strong>
      </h2>
      {children}
    </section>
  )
}

/** What an author wrote, apart from what is derived. */
export function Written({ context, edits }: { readonly context: PageContext; readonly edits: PaperMade['edits'] }) {
  const { answer, paths, site } = context.var
  if (!edits) return null
  const { sentences, paragraphs } = edits
  const who = (by: (typeof sentences)[number]['by']) =>
    by === 'unknown' ? 'the code administrator' : nameOf(answer.register, by, site.grammar)
  const entry = (place: number) => (
    <a class="govuk-link" href={paths.entry(place)}>
      Entry {place}
    </a>
  )
  return (
    <ul class="govuk-list app-lines">
      {sentences.map(({ by, on, place, text, derived, leftOut }) => (
        <li>
          {leftOut ? 'Left out' : 'Reworded'} by {who(by)}, {dated(on)}. {entry(place)}
          {!leftOut && <span class="app-under">In their words: {text}</span>}
          <span class="app-under">As derived: {derived}</span>
        </li>
      ))}
      {paragraphs.map(({ by, on, place, text, section }) => (
        <li>
          Written by {who(by)}, {dated(on)}, for the section {section}. {entry(place)}
          <span class="app-under">{text}</span>
        </li>
      ))}
    </ul>
  )
}

/** The one thing to do next: by whoever drafted it, or by a second person. */
function Next({ context, of, subject, isApproved }: Props & { readonly subject: Subject; readonly isApproved: boolean }) {
  const { answer, paths, principal, csrf } = context.var
  if (isApproved)
    return (
      <Press context={context} type="PublishReport" subject={subject}>
        Publish
      </Press>
    )
  const waiting = waitingIn(answer.register).find(({ entries }) =>
    entries.some((entry) => entry.subject === subject && entry.event?.type === 'PaperApproved'),
  )
  if (!waiting)
    return (
      <Press context={context} type="ApproveForPublication" subject={subject}>
        Send for approval
      </Press>
    )
  if (waiting.entries.some(({ recorder }) => recorder === principal.id))
    return <p class="govuk-body">You sent it for approval: a second person who administers the register approves it.</p>
  return (
    <form method="post" action={paths.queue()}>
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="key" value={randomUUID()} />
      <input type="hidden" name="waiting" value={waiting.id} />
      <input type="hidden" name="back" value={paths.paper(of)} />
      <button class="govuk-button" type="submit">
        Approve it
      </button>
    </form>
  )
}

type PressProps = {
  readonly context: PageContext
  readonly type: ActType
  readonly subject?: Subject
  readonly fields?: Readonly<Record<string, string>>
  readonly children?: Child
}

/** A button that sends an act as its form would, where there is nothing to fill in. What it does is shown on this page already. */
function Press({ context, type, subject, fields = {}, children }: PressProps) {
  const { csrf, paths } = context.var
  return (
    <form method="post" action={paths.act(formOf(type).verb, subject)}>
      {Object.entries({ ...fields, csrf, key: randomUUID(), previewed: fingerprint(fields) }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button class="govuk-button" type="submit">
        {children}
      </button>
    </form>
  )
}
