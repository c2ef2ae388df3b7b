import { randomUUID } from 'node:crypto'
import { type PlainAct, readAct, type Written } from '../../app/acting/read-act.ts'
import { recordActs } from '../../app/acting/record-acts.ts'
import { mayAct } from '../../domain/access.ts'
import type { ActType } from '../../domain/acting/acts.ts'
import { givenNow } from '../../domain/acting/decide-acts.ts'
import { kindOf, type Subject } from '../../domain/entry.ts'
import { type AgendaItem, agendaOf } from '../../domain/meeting/agenda.ts'
import { type Due, dueBefore } from '../../domain/meeting/due.ts'
import type { ItemPurpose } from '../../domain/meeting/events.ts'
import { nameOf } from '../../domain/names.ts'
import { isRefused, type Refused } from '../../domain/refusal.ts'
import { type Found, find, type Register } from '../../domain/register.ts'
import { itemTitle } from '../../report/meeting/minutes.ts'
import { capitalised } from '../../report/words/capitalised.ts'
import { purposesText } from '../../report/words/event-sentence.ts'
import type { PageContext } from '../context.ts'
import { RefusalSummary } from '../parts/form/problems.tsx'
import { Layout } from '../parts/layout.tsx'
import { presentFor } from '../present.ts'
import { notFound, refusedPage } from './problem.tsx'

/** What the register proposes for the agenda, as far as it is not on it. */
type Proposed = Due & { readonly name: string }
type Making = {
  readonly meeting: Found<'meeting'>
  readonly register: Register
  readonly items: readonly AgendaItem[]
  readonly proposed: readonly Proposed[]
}
type Form = { readonly written: Written; readonly refusal?: Refused }

/** GET: the agenda in the making: its items in order, and what the register says is due before the body by then. */
export async function agendaPage(context: PageContext) {
  const making = await makingIn(context)
  return making instanceof Response ? making : context.html(<AgendaView context={context} making={making} form={{ written: {} }} />)
}

/** POST: takes over what is ticked, puts the items in the order of their numbers, or moves one up or down: one set. */
export async function takeAgenda(context: PageContext) {
  const making = await makingIn(context)
  if (making instanceof Response) return making
  const { site, principal, paths } = context.var
  const written = (await context.req.parseBody()) as Written
  const acts = written.take === undefined ? ordered(making, written) : takenOver(making, written)
  const back = paths.agenda(making.meeting.id)
  if (acts.length === 0) return context.redirect(back, 303)
  const key = typeof written.key === 'string' && written.key !== '' ? written.key : randomUUID()
  const performed = await recordActs(site.app, acts, { principal, key })
  if (isRefused(performed))
    return context.html(
      <AgendaView context={context} making={making} form={{ written, refusal: performed }} />,
      performed.notYours ? 403 : 409,
    )
  return context.redirect(paths.agenda(making.meeting.id, { recorded: performed.entries.at(-1)?.position }), 303)
}

async function makingIn(context: PageContext): Promise<Making | Response> {
  const { site, principal } = context.var
  const { register, now } = await presentFor(context)
  const meeting = find(register, 'meeting', context.req.param('meeting') ?? '')
  if (!meeting) return notFound(context, site)
  const given = givenNow(register, now)
  const barred = mayAct(given, principal, { act: 'OrderAgenda', subject: meeting.subject })
  if (isRefused(barred)) return refusedPage(context, site, 403, barred.refused, barred.remedies.join('; '))
  const items = agendaOf(meeting.state)
  const proposed = dueBefore(given, meeting)
    .filter(({ about, purpose }) => !items.find((item) => item.about === about)?.purposes.includes(purpose))
    .map((due) => ({ ...due, name: `due.${due.about}.${due.purpose}` }))
  return { meeting, register, items, proposed }
}

const actOn = (meeting: Found<'meeting'>, type: ActType, fields: object): readonly PlainAct[] => {
  const read = readAct(type, meeting.subject, fields)
  return 'act' in read ? [read.act] : []
}

/** Each thing once, for all that it is ticked for; what is on the agenda for something else is put there anew, for both. */
function takenOver({ meeting, items, proposed }: Making, written: Written): readonly PlainAct[] {
  const ticked = proposed.filter(({ name }) => written[name] !== undefined)
  return [...Map.groupBy(ticked, ({ about }) => about)].flatMap(([about, dues]) => {
    const there = items.find((item) => item.about === about)
    const purposes: readonly ItemPurpose[] = [...new Set([...(there?.purposes ?? []), ...dues.map(({ purpose }) => purpose)])]
    const isModification = kindOf(about) === 'modification'
    const subject = isModification ? { modification: about } : { about }
    return [
      ...(there ? actOn(meeting, isModification ? 'WithdrawItem' : 'WithdrawMatter', subject) : []),
      ...actOn(meeting, isModification ? 'TableItem' : 'TableMatter', { ...subject, purposes }),
    ]
  })
}

/** By the numbers that were written, what has none last; or with one item moved by one. */
function ordered({ meeting, items }: Making, written: Written): readonly PlainAct[] {
  const abouts = items.map(({ about }) => about)
  const next =
    typeof written.up === 'string'
      ? movedUp(abouts, written.up)
      : typeof written.down === 'string'
        ? movedDown(abouts, written.down)
        : byNumbers(abouts, written)
  return next.join() === abouts.join() ? [] : actOn(meeting, 'OrderAgenda', { items: next })
}

function movedUp(abouts: readonly Subject[], about: string): readonly Subject[] {
  const index = abouts.indexOf(about as Subject)
  return index < 1 ? abouts : abouts.toSpliced(index - 1, 2, abouts[index] as Subject, abouts[index - 1] as Subject)
}

const movedDown = (abouts: readonly Subject[], about: string): readonly Subject[] =>
  movedUp(abouts, abouts[abouts.indexOf(about as Subject) + 1] ?? '')

function byNumbers(abouts: readonly Subject[], written: Written): readonly Subject[] {
  const rank = (about: Subject) => {
    const number = Number(written[`order.${about}`])
    return Number.isFinite(number) && number > 0 ? number : abouts.length + 1
  }
  return abouts.toSorted((a, b) => rank(a) - rank(b))
}

type ViewProps = { readonly context: PageContext; readonly making: Making; readonly form: Form }

function AgendaView({ context, making, form }: ViewProps) {
  const { paths } = context.var
  const { meeting, register } = making
  const title = nameOf(register, meeting.subject)
  return (
    <Layout context={context} title={`Agenda: ${title}`} section="meetings">
      <RefusalSummary context={context} refusal={form.refusal} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          <a class="govuk-link" href={paths.meeting(meeting.id)}>
            {title}
          </a>
        </span>
        Agenda
      </h1>
      <Order context={context} making={making} />
      <Proposals context={context} making={making} form={form} />
      <p class="govuk-body">
        <a class="govuk-link" href={paths.act('table-item', meeting.subject)}>
          Table a modification
        </a>
        {' · '}
        <a class="govuk-link" href={paths.act('table-matter', meeting.subject)}>
          Table something else
        </a>
        {' · '}
        <a class="govuk-link" href={paths.act('table-paper', meeting.subject)}>
          Table a paper
        </a>
      </p>
    </Layout>
  )
}

function Order({ context, making: { meeting, register, items } }: Omit<ViewProps, 'form'>) {
  const { csrf, paths, site } = context.var
  if (items.length === 0) return <p class="govuk-body">Nothing is on it yet.</p>
  return (
    <form method="post" action={paths.agenda(meeting.id)} id="order">
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="key" value={randomUUID()} />
      <h2 class="govuk-heading-m">In this order</h2>
      <ol class="govuk-list app-agenda">
        {items.map(({ about, purposes }, index) => {
          const name = itemTitle(register, site.grammar, about)
          return (
            <li>
              <label class="govuk-visually-hidden" for={`f-order-${index}`}>
                Place of {name}
              </label>
              <input
                class="govuk-input govuk-input--width-2"
                id={`f-order-${index}`}
                name={`order.${about}`}
                type="text"
                inputmode="numeric"
                value={String(index + 1)}
              />
              <span class="app-agenda__item">
                <strong>{name}</strong> {purposesText(purposes)}
              </span>
              <span class="app-agenda__moves">
                {index > 0 && (
                  <button class="app-link-button" type="submit" name="up" value={about}>
                    Up<span class="govuk-visually-hidden">: {name}</span>
                  </button>
                )}{' '}
                {index < items.length - 1 && (
                  <button class="app-link-button" type="submit" name="down" value={about}>
                    Down<span class="govuk-visually-hidden">: {name}</span>
                  </button>
                )}
              </span>
            </li>
          )
        })}
      </ol>
      <button class="govuk-button govuk-button--secondary" type="submit" name="order" value="yes">
        Put in order of these numbers
      </button>
    </form>
  )
}

function Proposals({ context, making: { meeting, register, proposed }, form: { written, refusal } }: ViewProps) {
  const { csrf, paths, site } = context.var
  return (
    <section aria-labelledby="due">
      <h2 class="govuk-heading-m" id="due">
        Due before it by then, and not on it
      </h2>
      {proposed.length === 0 ? (
        <p class="govuk-body">Nothing that the register tells of.</p>
      ) : (
        <form method="post" action={paths.agenda(meeting.id)}>
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="key" value={randomUUID()} />
          <fieldset class="govuk-fieldset">
            <legend class="govuk-visually-hidden">What is taken over</legend>
            <div class="govuk-checkboxes govuk-checkboxes--small">
              {proposed.map(({ about, purpose, why, name }, index) => (
                <div class="govuk-checkboxes__item">
                  <input
                    class="govuk-checkboxes__input"
                    id={`f-due-${index}`}
                    type="checkbox"
                    name={name}
                    value="yes"
                    checked={refusal ? written[name] === 'yes' : false}
                  />
                  <label class="govuk-label govuk-checkboxes__label" for={`f-due-${index}`}>
                    {itemTitle(register, site.grammar, about)}, {purposesText([purpose])}
                    <span class="app-under">{capitalised(why)}</span>
                  </label>
                </div>
              ))}
            </div>
          </fieldset>
          <button class="govuk-button" type="submit" name="take" value="yes">
            Take over what is ticked
          </button>
        </form>
      )}
    </section>
  )
}
