import { randomUUID } from 'node:crypto'
import { type FieldProblem, type PlainAct, readAct, type Written } from '../../app/acting/read-act.ts'
import { type RecordedActs, recordActs } from '../../app/acting/record-acts.ts'
import { actsOfPhrase, type Phrase, phrasesFor } from '../../app/meeting/phrases.ts'
import { mayAct, readerOf } from '../../domain/access.ts'
import type { Given } from '../../domain/acting/act.ts'
import { givenNow } from '../../domain/acting/decide-acts.ts'
import { longDay } from '../../domain/calendar/format.ts'
import { dayOf, endOfDay, type Moment } from '../../domain/calendar/moment.ts'
import { type AgendaItem, agendaOf, resolutionOf } from '../../domain/meeting/agenda.ts'
import { nameOf } from '../../domain/names.ts'
import { isRefused, type Refused } from '../../domain/refusal.ts'
import { type Found, find, type Register } from '../../domain/register.ts'
import { itemName } from '../../report/meeting/minutes.ts'
import { audienceOfActs } from '../audience-of.ts'
import type { PageContext } from '../context.ts'
import { fingerprint, warningsFirst } from '../looked-at.ts'
import { Layout } from '../parts/layout.tsx'
import { ItemForm } from '../parts/meeting/item-form.tsx'
import type { Audience } from '../parts/notices/audience.tsx'
import { presentFor } from '../present.ts'
import { notFound, refusedPage } from './problem.tsx'

/** A meeting while it is held: its items in order, and the one that is taken now. */
export type Run = {
  readonly meeting: Found<'meeting'>
  readonly register: Register
  /** In which the phrases are judged: now, or at the end of the day of a meeting that is over. */
  readonly given: Given
  readonly isOver: boolean
  readonly items: readonly AgendaItem[]
  readonly item: AgendaItem | undefined
  readonly phrases: readonly Phrase[]
}

export type RunForm = {
  readonly written: Written
  readonly key: string
  readonly problems?: readonly FieldProblem[]
  readonly refusal?: Refused
  readonly would?: RecordedActs
  readonly audience?: Audience
}

/** GET: one item of the meeting, the first that is not dealt with unless another is asked for. */
export async function runPage(context: PageContext) {
  const run = await runIn(context, context.req.query('item'))
  return run instanceof Response ? run : shown(context, run, { written: {}, key: randomUUID() }, 200)
}

/** POST: records what became of the item, as one set, and goes on to the next; or shows it again with what stands in the way. */
export async function takeItem(context: PageContext) {
  const written = (await context.req.parseBody()) as Written
  const run = await runIn(context, typeof written.item === 'string' ? written.item : undefined)
  if (run instanceof Response) return run
  const { site, principal, paths } = context.var
  const key = typeof written.key === 'string' && written.key !== '' ? written.key : randomUUID()
  const { acts, problems } = actsIn(run, written)
  if (problems.length > 0) return shown(context, run, { written, key, problems }, 422)
  const dryRun = written.preview !== undefined
  const warned = dryRun || written.previewed === fingerprint(written) ? undefined : await warningsFirst(context, acts)
  if (warned) return shown(context, run, { written, key, would: warned, audience: await audienceOfActs(context, warned) }, 200)
  const performed = await recordActs(site.app, acts, { principal, key, dryRun })
  if (isRefused(performed)) return shown(context, run, { written, key, refusal: performed }, performed.notYours ? 403 : 409)
  if (dryRun) return shown(context, run, { written, key, would: performed, audience: await audienceOfActs(context, performed) }, 200)
  const next = nextOf(run)
  const recorded = performed.entries.at(-1)?.position
  return context.redirect(
    next ? paths.runMeeting(run.meeting.id, { item: next.about, recorded }) : paths.minutes(run.meeting.id, { recorded }),
    303,
  )
}

function actsIn(run: Run, written: Written): { readonly acts: readonly PlainAct[]; readonly problems: readonly FieldProblem[] } {
  const phrase = run.phrases.find(({ id }) => id === written.phrase)
  if (!run.item || !phrase) return { acts: [], problems: [{ field: 'phrase', problem: 'Choose what became of the item' }] }
  if (phrase.conditions?.needed && String(written.conditions ?? '').trim() === '')
    return { acts: [], problems: [{ field: 'conditions', problem: `Write under conditions what “${phrase.words}” says` }] }
  const read = actsOfPhrase(run.meeting, run.item, phrase, written).map(({ type, subject, fields }) =>
    readAct(type, subject, fields, recordedIn(run, written)),
  )
  const problems = read.flatMap((each) => ('problems' in each ? each.problems.map((one) => onScreen(one)) : []))
  return { acts: read.flatMap((each) => ('act' in each ? [each.act] : [])), problems }
}

/** What a field of an act is called on the screen. */
function onScreen({ field, problem }: FieldProblem): FieldProblem {
  const words: Readonly<Record<string, string>> = {
    path: 'Path',
    ground: 'Ground',
    assessment: 'Assessment',
    what: 'What is to be done',
    owner: 'Who is to do it',
    due: 'By which day',
    to: 'To which meeting or day',
    day: 'Day',
  }
  const name = field === 'terms' || field === 'text' || field === 'outcome' ? 'conditions' : field
  return { field: name, problem: `${words[name] ?? name}: ${problem.replace(/^expected (.*), and nothing was given$/, 'give $1')}` }
}

/** By the body whose meeting it is; of one that is over, on its day, as the minutes show. */
function recordedIn({ meeting, isOver }: Run, written: Written): object {
  const { body, day } = meeting.state
  const reason = typeof written.reason === 'string' && written.reason.trim() !== '' ? { reason: written.reason } : {}
  if (!isOver) return { by: body, ...reason }
  const source = typeof written.source === 'string' ? written.source.trim() : ''
  return { by: body, on: day, ...(source === '' ? {} : { source }), ...reason }
}

/** The next item after this one that is not dealt with, from the beginning again where none follows. */
function nextOf({ items, item, meeting }: Run): AgendaItem | undefined {
  const index = item ? items.indexOf(item) : -1
  const after = [...items.slice(index + 1), ...items.slice(0, Math.max(0, index))]
  return after.find(({ about }) => !resolutionOf(meeting.state, about))
}

async function runIn(context: PageContext, asked: string | undefined): Promise<Run | Response> {
  const { site, principal } = context.var
  const { register, now } = await presentFor(context)
  const meeting = find(register, 'meeting', context.req.param('meeting') ?? '')
  if (!meeting) return notFound(context, site)
  const barred = mayAct(givenNow(register, now), principal, { act: 'ResolveItem', subject: meeting.subject })
  if (isRefused(barred)) return refusedPage(context, site, 403, barred.refused, barred.remedies.join('; '))
  const isOver = meeting.state.day < dayOf(now)
  const at: Moment = isOver ? endOfDay(meeting.state.day) : now
  const then = isOver ? await site.app.ask({ asof: meeting.state.day }, readerOf(principal)) : undefined
  const given = then && !isRefused(then) ? givenNow(then.register, at) : givenNow(register, now)
  const items = agendaOf(meeting.state)
  const item = items.find(({ about }) => about === asked) ?? items.find(({ about }) => !resolutionOf(meeting.state, about)) ?? items[0]
  return { meeting, register, given, isOver, items, item, phrases: item ? phrasesFor(given, meeting, item) : [] }
}

const shown = (context: PageContext, run: Run, form: RunForm, status: 200 | 403 | 409 | 422) =>
  context.html(<RunView context={context} run={run} form={form} />, status)

type ViewProps = { readonly context: PageContext; readonly run: Run; readonly form: RunForm }

function RunView({ context, run, form }: ViewProps) {
  const { paths, site } = context.var
  const { meeting, items, item, register } = run
  const title = nameOf(register, meeting.subject)
  const left = items.filter(({ about }) => !resolutionOf(meeting.state, about)).length
  return (
    <Layout context={context} title={`At the meeting: ${title}`} section="meetings">
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          <a class="govuk-link" href={paths.meeting(meeting.id)}>
            {title}
          </a>
        </span>
        At the meeting
      </h1>
      {meeting.state.day > dayOf(register.on) && (
        <p class="govuk-inset-text">It is on {longDay(meeting.state.day)}. Nothing of it can be recorded before.</p>
      )}
      <p class="govuk-body">
        {left === 0 ? 'Every item is dealt with.' : `${left} of ${items.length} items are left.`}{' '}
        <a class="govuk-link" href={paths.act('record-attendance', meeting.subject)}>
          {meeting.state.attendance ? 'Attendance' : 'Record who is here'}
        </a>
        {' · '}
        <a class="govuk-link" href={paths.act('note-interest', meeting.subject, item ? { about: item.about } : {})}>
          An interest is declared
        </a>
        {' · '}
        <a class="govuk-link" href={paths.minutes(meeting.id)}>
          Minutes so far
        </a>
      </p>
      {item ? <ItemForm context={context} run={{ ...run, item }} form={form} /> : <p class="govuk-body">Nothing is before this meeting.</p>}
      <nav aria-label="Items">
        <ol class="govuk-list govuk-list--number">
          {items.map(({ about }) => (
            <li>
              <a
                class="govuk-link"
                href={paths.runMeeting(meeting.id, { item: about })}
                {...(about === item?.about ? { 'aria-current': 'step' } : {})}
              >
                {itemName(register, site.grammar, about)}
              </a>{' '}
              <span class="app-quiet">{resolutionOf(meeting.state, about)?.value.resolution ?? 'to be taken'}</span>
            </li>
          ))}
        </ol>
      </nav>
    </Layout>
  )
}
