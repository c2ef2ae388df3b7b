import { randomUUID } from 'node:crypto'
import { formOf } from '../../app/acting/forms.ts'
import { type Waiting, waitingIn } from '../../domain/acting/waiting.ts'
import { dated, longDay } from '../../domain/calendar/format.ts'
import { dayOf } from '../../domain/calendar/moment.ts'
import { isRefused } from '../../domain/refusal.ts'
import { changeIn } from '../../domain/rulebook/moves.ts'
import { sentenceOf } from '../../report/words/event-sentence.ts'
import { namesIn } from '../../report/words/sentence-names.ts'
import { audienceOnceStanding } from '../audience-of.ts'
import type { PageContext } from '../context.ts'
import { ownPath } from '../own-path.ts'
import { Layout } from '../parts/layout.tsx'
import { type Audience, AudienceLine } from '../parts/notices/audience.tsx'
import { WhatMoves } from '../parts/rulebook/moves.tsx'
import { refusedPage } from './problem.tsx'

type Queued = { readonly waiting: Waiting; readonly audience: Audience }

/** GET: what waits for a person: for another to confirm it, or for what it cannot stand without. */
export async function queuePage(context: PageContext) {
  const { principal, site } = context.var
  if (!principal.roles.includes('administrator'))
    return refusedPage(context, site, 403, 'the code administrator looks after what waits', 'Sign in as who administers the register.')
  const queue = await Promise.all(
    waitingIn(context.var.answer.register).map(async (waiting) => ({
      waiting,
      audience: await audienceOnceStanding(context, waiting.entries),
    })),
  )
  return context.html(<QueueView context={context} queue={queue} />)
}

/** POST: offers again, or confirms, or lets go, one thing that waits. */
export async function handleWaiting(context: PageContext) {
  const { site, principal } = context.var
  const form: Readonly<Record<string, unknown>> = await context.req.parseBody()
  const waiting = String(form.waiting ?? '')
  const type = form.drop === undefined ? 'ConfirmWaiting' : 'DropWaiting'
  const performed = await site.app.perform({ principal, command: { type, waiting }, key: String(form.key ?? randomUUID()) })
  if (isRefused(performed))
    return refusedPage(context, site, performed.notYours ? 403 : 409, performed.refused, performed.remedies.join('; '))
  return context.redirect(form.back === undefined ? context.var.paths.queue() : ownPath(form.back), 303)
}

function QueueView({ context, queue }: { readonly context: PageContext; readonly queue: readonly Queued[] }) {
  return (
    <Layout context={context} title="Needs a person">
      <h1 class="govuk-heading-l">Needs a person</h1>
      <p class="govuk-body">
        {queue.length === 0
          ? 'Nothing waits.'
          : 'What was told and does not stand in the register: it waits for a second person to confirm it, or for what it cannot stand without.'}
      </p>
      <ol class="app-plain-list app-queue">
        {queue.map((queued) => (
          <Item context={context} queued={queued} />
        ))}
      </ol>
    </Layout>
  )
}

type ItemProps = { readonly context: PageContext; readonly queued: Queued }

function Item({ context, queued: { waiting, audience } }: ItemProps) {
  const { answer, paths, site, csrf } = context.var
  const names = namesIn(answer.register, site.grammar)
  const [first] = waiting.entries
  if (!first) return null
  const second = first.waitsFor === 'a second person'
  const path = paths.subject(first.subject)
  return (
    <li>
      <p class="govuk-body">
        {path ? (
          <a class="govuk-link" href={path}>
            {names.name(first.subject)}
          </a>
        ) : (
          names.name(first.subject)
        )}
        , {dated(first.on)}; received on {longDay(dayOf(first.receivedAt))}.{' '}
        {second ? 'Waits for a second person.' : 'Waits: it cannot stand as things are recorded.'}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {waiting.entries.map((entry) => (
          <li>{entry.event === null && entry.act ? formOf(entry.act.act).title : sentenceOf(entry, names)}</li>
        ))}
      </ul>
      <WhatMoves change={changeIn(waiting.entries)} register={answer.register} names={names} />
      <AudienceLine context={context} audience={audience} />
      <form method="post" action={paths.queue()} class="govuk-button-group">
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="key" value={randomUUID()} />
        <input type="hidden" name="waiting" value={waiting.id} />
        <button class="govuk-button" type="submit">
          {second ? 'Confirm' : 'Offer again'}
          <span class="govuk-visually-hidden"> what waits on {names.name(first.subject)}</span>
        </button>
        <button class="govuk-button govuk-button--secondary" type="submit" name="drop" value="yes">
          Let go<span class="govuk-visually-hidden"> what waits on {names.name(first.subject)}</span>
        </button>
      </form>
    </li>
  )
}
