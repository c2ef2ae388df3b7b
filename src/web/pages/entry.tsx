import { dated, longDay } from '../../domain/calendar/format.ts'
import { dayOf } from '../../domain/calendar/moment.ts'
import { lastVersion } from '../../domain/document/documents-about.ts'
import { type Entry, type TextId, tellsTheSame } from '../../domain/entry.ts'
import { all } from '../../domain/register.ts'
import { capitalised } from '../../report/words/capitalised.ts'
import { sentenceOf } from '../../report/words/event-sentence.ts'
import { namesIn } from '../../report/words/sentence-names.ts'
import type { PageContext } from '../context.ts'
import { keptBackText } from '../parts/kept-back.tsx'
import { Layout } from '../parts/layout.tsx'
import { notFound } from './problem.tsx'

/** GET: one place of the log: what it holds, what it held before and why that changed, and how to mend it. */
export async function entryPage(context: PageContext) {
  const fillers = fillersOf(context, Number(context.req.param('place')))
  const last = fillers.at(-1)
  if (!last) return notFound(context, context.var.site)
  const told = fillers.findLast(({ event }) => event !== null)
  const event = told?.event ? JSON.stringify(await inClear(context, told.event), null, 2) : ''
  const reasons = new Map<number, readonly string[]>()
  // The reasons of who mended it; what shows that a thing happened is not published.
  for (const [index, entry] of fillers.entries())
    if (index > 0 && !tellsTheSame(fillers[index - 1] as Entry, entry))
      reasons.set(entry.position, await textsOf(context, entry.evidence?.slice(0, 1) ?? []))
  return context.html(<EntryView context={context} fillers={fillers} event={event} reasons={reasons} />)
}

/** What filled a place, in order, as far as who asks may see it, and as it was known. */
export function fillersOf({ var: { answer } }: PageContext, place: number): readonly Entry[] {
  return answer.log().filter((entry) => entry.place === place && !entry.noted)
}

/** An event with each of its texts in clear, as a fact file has it. */
async function inClear({ var: { site } }: PageContext, event: object): Promise<unknown> {
  const clear = async (value: unknown): Promise<unknown> => {
    if (Array.isArray(value)) return Promise.all(value.map(clear))
    if (typeof value === 'object' && value !== null) return Object.fromEntries(await Promise.all(pairs(value)))
    if (typeof value !== 'string' || !/^[0-9a-f]{64}$/.test(value) || isFile(event)) return value
    const text = await site.app.text(value as TextId)
    return text === undefined ? value : { text }
  }
  const pairs = (value: object) => Object.entries(value).map(async ([key, each]) => [key, await clear(each)] as const)
  const { v, ...told } = (await clear(event)) as { v: number }
  return told
}

const isFile = (event: object): boolean => 'mediaType' in event

async function textsOf({ var: { site } }: PageContext, ids: readonly TextId[]): Promise<readonly string[]> {
  const texts = await Promise.all(ids.map((id) => site.app.text(id)))
  return texts.filter((text) => text !== undefined)
}

type ViewProps = {
  readonly context: PageContext
  readonly fillers: readonly Entry[]
  readonly event: string
  readonly reasons: ReadonlyMap<number, readonly string[]>
}

function EntryView({ context, fillers, event, reasons }: ViewProps) {
  const { answer, paths, principal, site } = context.var
  const names = namesIn(answer.register, site.grammar)
  const [first] = fillers
  const last = fillers.at(-1)
  if (!first || !last) return null
  const { subject, place } = first
  const path = paths.subject(subject)
  const kept = (entry: Entry) => keptBackText(entry, answer.now)
  const mends = answer.isPresent && principal.roles.includes('administrator')
  return (
    <Layout context={context} title={`Entry ${place}`}>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {path ? (
            <a class="govuk-link" href={path}>
              {names.name(subject)}
            </a>
          ) : (
            names.name(subject)
          )}
        </span>
        Entry {place}
      </h1>
      <ol class="app-plain-list">
        {fillers.map((entry, index) => (
          <li id={`entry-${entry.position}`}>
            <p class="govuk-body">
              <strong>{headOf(entry, fillers[index - 1])}</strong> {entry.event && `${dated(entry.on)}: ${sentenceOf(entry, names)}.`}
              <span class="app-under">
                {byText(entry, names.name)}Received on {longDay(dayOf(entry.receivedAt))}, recorded on {longDay(entry.recordedOn)}, as
                number {entry.position} of the log.
                {entry.source && ` Source: ${entry.source.title}.`}
                {entry.setAside && ` By a direction that sets aside: ${entry.setAside.join(', ')}.`}
              </span>
              <FiledWith context={context} entry={entry} />
              {kept(entry) && <strong class="app-under">{kept(entry)}.</strong>}
              {(reasons.get(entry.position) ?? []).map((reason) => (
                <span class="app-under">Why: {reason}</span>
              ))}
            </p>
          </li>
        ))}
      </ol>
      {event && (
        <details class="govuk-details app-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">As data</span>
          </summary>
          <div class="govuk-details__text">
            <pre class="app-data">{event}</pre>
          </div>
        </details>
      )}
      {mends && (
        <nav class="app-offered" aria-label="What you may do">
          <h2 class="govuk-heading-s">What you may do</h2>
          <ul>
            {(last.event
              ? [
                  // Of a document another version is attached.
                  ...(isFile(last.event) ? [] : [['correct', 'Correct it', { place, event }] as const]),
                  ['strike', 'Strike it', { place }] as const,
                ]
              : [['reinstate', 'Reinstate it', { place }] as const]
            ).map(([verb, label, fields]) => (
              <li>
                <a class="govuk-link" href={paths.act(verb, subject, fields)}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Layout>
  )
}

/** The files that were recorded with it, as far as who asks may see them. */
function FiledWith({ context, entry }: { readonly context: PageContext; readonly entry: Entry }) {
  const { answer, paths } = context.var
  const filed = all(answer.register, 'document').filter(
    ({ subject, history }) => subject !== entry.subject && history.some(({ command }) => command === entry.command),
  )
  if (filed.length === 0) return null
  return (
    <span class="app-under">
      Recorded with it:{' '}
      {filed.map(({ id, state }, index) => (
        <>
          {index > 0 && ', '}
          <a class="govuk-link" href={paths.document(id)}>
            {lastVersion(state).value.title}
          </a>
        </>
      ))}
      .
    </span>
  )
}

function headOf(entry: Entry, before: Entry | undefined): string {
  if (entry.event === null) return 'Struck.'
  if (!before) return 'Told'
  return tellsTheSame(before, entry) ? 'Told to other readers' : 'Corrected'
}

function byText({ capacity: { by, behalfOf } }: Entry, name: (subject: NonNullable<Entry['capacity']['behalfOf']>) => string): string {
  if (by === 'unknown') return ''
  return `${capitalised(name(by))}${behalfOf ? `, for ${name(behalfOf)}` : ''}. `
}
