import { randomUUID } from 'node:crypto'
import { type FieldProblem, type PlainAct, readAct, type Written } from '../../app/acting/read-act.ts'
import { type RecordedActs, recordActs } from '../../app/acting/record-acts.ts'
import { mayAct } from '../../domain/access.ts'
import { type ActType, ruleOf } from '../../domain/acting/acts.ts'
import { givenNow } from '../../domain/acting/decide-acts.ts'
import { abstentionReadings, voteChoices } from '../../domain/ballot/block-vote.ts'
import { votesOf } from '../../domain/ballot/voting.ts'
import { longDay } from '../../domain/calendar/format.ts'
import { dayOf, type Moment } from '../../domain/calendar/moment.ts'
import { idOf } from '../../domain/entry.ts'
import { openVoting } from '../../domain/modification/modification.ts'
import type { ReferenceGrammar } from '../../domain/modification/reference.ts'
import { nameOf } from '../../domain/names.ts'
import { seatsIn } from '../../domain/organisation/seats.ts'
import { isRefused, type Refused } from '../../domain/refusal.ts'
import { type Found, find, type Register } from '../../domain/register.ts'
import { seatName } from '../../report/words/event-sentence.ts'
import { audienceOfActs } from '../audience-of.ts'
import type { PageContext } from '../context.ts'
import { fingerprint, hasWarnings, warningsFirst } from '../looked-at.ts'
import { DataTable } from '../parts/data-table.tsx'
import { ErrorSummary, RefusalSummary } from '../parts/form/problems.tsx'
import { shownAgain } from '../parts/form/sent-before.ts'
import { Would } from '../parts/form/would.tsx'
import { Layout } from '../parts/layout.tsx'
import { WhatShowsIt } from '../parts/meeting/what-shows-it.tsx'
import type { Audience } from '../parts/notices/audience.tsx'
import { RunningCount } from '../parts/running-count.tsx'
import { presentFor } from '../present.ts'
import { notFound, refusedPage } from './problem.tsx'

/** What is voted on at a meeting: the modifications before it on which a ballot is open, or may be opened. */
type Grid = {
  readonly meeting: Found<'meeting'>
  readonly register: Register
  readonly now: Moment
  readonly items: readonly Found<'modification'>[]
  readonly seats: readonly string[]
}

/** GET: the votes of a meeting, member by modification. */
export async function ballotGridPage(context: PageContext) {
  const grid = await gridIn(context)
  return grid instanceof Response ? grid : shown(context, grid, {}, 200)
}

/** POST: records all of them as one set: each ballot opened, voted on, ruled on and closed, as far as it is filled in. */
export async function takeBallots(context: PageContext) {
  const grid = await gridIn(context)
  if (grid instanceof Response) return grid
  const { site, principal, paths } = context.var
  const written = (await context.req.parseBody()) as Written
  const acts: PlainAct[] = []
  const problems: FieldProblem[] = []
  for (const item of grid.items)
    for (const [type, fields] of actsOf(grid, item, written)) {
      const read = readAct(type, item.subject, fields, recordedIn(grid, written))
      if ('problems' in read) problems.push(...read.problems.map(({ field, problem }) => ({ field: fieldOf(field), problem })))
      else acts.push(read.act)
    }
  problems.push(...grid.items.flatMap((item) => closedUnvoted(grid, item, written, site.grammar)))
  if (acts.length === 0 && problems.length === 0)
    problems.push({ field: 'grid', problem: 'No vote is filled in: choose at least one, and send it again' })
  if (problems.length > 0) return shown(context, grid, { written, problems: unique(problems) }, 422)
  const key = typeof written.key === 'string' ? written.key : randomUUID()
  const dryRun = written.preview !== undefined
  const warned = dryRun || written.previewed === fingerprint(written) ? undefined : await warningsFirst(context, acts)
  if (warned) return shown(context, grid, { written, would: warned }, 200)
  const performed = await recordActs(site.app, acts, { principal, key, dryRun })
  if (isRefused(performed)) {
    const again = shownAgain(performed, key)
    return shown(context, grid, { written: { ...written, key: again.key }, refusal: again.refusal }, performed.notYours ? 403 : 409)
  }
  if (dryRun) return shown(context, grid, { written, would: performed }, 200)
  return context.redirect(
    paths.subject(grid.meeting.subject, '', { recorded: performed.entries.at(-1)?.position }) ?? paths.meetings(),
    303,
  )
}

const unique = (problems: readonly FieldProblem[]) => [...new Map(problems.map((each) => [`${each.field} ${each.problem}`, each])).values()]

async function gridIn(context: PageContext): Promise<Grid | Response> {
  const { site, principal } = context.var
  const { register, now } = await presentFor(context)
  const meeting = find(register, 'meeting', context.req.param('meeting') ?? '')
  if (!meeting) return notFound(context, site)
  const given = givenNow(register, now)
  const items = meeting.state.items.flatMap(({ value }) => {
    const found = find(register, 'modification', idOf(value.modification))
    return found && (openVoting(found.state) || ruleOf('OpenBallot').fits(given, found.subject) === true) ? [found] : []
  })
  const [first] = items
  const barred = mayAct(given, principal, { act: 'RecordVotes', subject: first?.subject ?? 'modification/0' })
  if (isRefused(barred)) return refusedPage(context, site, 403, barred.refused, barred.remedies.join('; '))
  const body = find(register, 'body', idOf(meeting.state.body))
  const seats = new Set([
    ...seatsIn(body?.state.seats ?? {}).map(({ seat }) => seat),
    ...items.flatMap(({ state }) => openVoting(state)?.opened.value.electorate.map(({ seat }) => seat) ?? []),
  ])
  return { meeting, register, now, items, seats: [...seats] }
}

const cell = (item: Found<'modification'>, seat: string) => `vote.${item.id}.${seat}`

/** What is filled in of one modification, as the acts that it makes. */
function actsOf(grid: Grid, item: Found<'modification'>, written: Written): readonly (readonly [ActType, object])[] {
  const one = (name: string) => (typeof written[name] === 'string' ? String(written[name]) : '')
  const votes = grid.seats.flatMap((seat) => {
    const vote = one(cell(item, seat))
    return vote === '' ? [] : [`${seat}: ${vote}${one(`${cell(item, seat)}.alternate`) ? ', alternate' : ''}`]
  })
  const closes = one(`close.${item.id}`) !== ''
  const reading = one(`reading.${item.id}`)
  if (votes.length === 0 && !(closes && isVotedOn(item))) return []
  const opens: readonly (readonly [ActType, object])[] = openVoting(item.state) ? [] : [['OpenBallot', { meeting: grid.meeting.subject }]]
  return [
    ...opens,
    ...(votes.length > 0 ? ([['RecordVotes', { votes }]] as const) : []),
    ...(reading === '' ? [] : ([['RuleOnReading', { reading }]] as const)),
    ...(closes ? ([['CloseBallot', {}]] as const) : []),
  ]
}

const isVotedOn = ({ state }: Found<'modification'>): boolean => {
  const voting = openVoting(state)
  return voting !== undefined && votesOf(voting).size > 0
}

/** A vote that nobody cast is not over: nothing would be counted. */
function closedUnvoted(
  { register, seats }: Grid,
  item: Found<'modification'>,
  written: Written,
  grammar: ReferenceGrammar,
): readonly FieldProblem[] {
  const isFilledIn = seats.some((seat) => (written[cell(item, seat)] ?? '') !== '')
  if ((written[`close.${item.id}`] ?? '') === '' || isFilledIn || isVotedOn(item)) return []
  return [
    {
      field: 'grid',
      problem: `No vote on ${nameOf(register, item.subject, grammar)} is cast: choose at least one, or leave it open`,
    },
  ]
}

/** Of a meeting that is over: on its day, by its body, as the minutes show. */
function recordedIn({ meeting, now }: Grid, written: Written): object {
  const day = meeting.state.day
  if (day >= dayOf(now)) return { by: meeting.state.body }
  const source = typeof written['recorded.source'] === 'string' ? written['recorded.source'].trim() : ''
  return { by: meeting.state.body, on: day, ...(source === '' ? {} : { source }) }
}

const fieldOf = (field: string): string => (field.startsWith('recorded.') ? field : 'grid')

type Shown = {
  readonly written?: Written
  readonly problems?: readonly FieldProblem[]
  readonly refusal?: Refused
  readonly would?: RecordedActs
}

async function shown(context: PageContext, grid: Grid, form: Shown, status: 200 | 403 | 409 | 422) {
  const audience = form.would && (await audienceOfActs(context, form.would))
  return context.html(<GridView context={context} grid={grid} form={form} audience={audience} />, status)
}

type ViewProps = { readonly context: PageContext; readonly grid: Grid; readonly form: Shown; readonly audience: Audience | undefined }

function GridView({ context, grid, form, audience }: ViewProps) {
  const { csrf, paths, site } = context.var
  const { meeting, register, items, now } = grid
  const { written = {}, problems = [], refusal, would } = form
  const isOver = meeting.state.day < dayOf(now)
  const title = nameOf(register, meeting.subject)
  return (
    <Layout context={context} title={`Votes: ${title}`} section="meetings">
      <RefusalSummary context={context} refusal={refusal} />
      <ErrorSummary problems={problems} />
      {would && <Would context={context} performed={would} register={register} audience={audience} />}
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          <a class="govuk-link" href={paths.meeting(meeting.id)}>
            {title}
          </a>
        </span>
        Votes
      </h1>
      {items.length === 0 ? (
        <p class="govuk-body">Nothing before this meeting can be voted on: it is not in the Report Phase, or its path is not told.</p>
      ) : (
        <form method="post" action={paths.ballots(meeting.id)} class="app-form app-form--wide" id="f-grid">
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="key" value={typeof written.key === 'string' ? written.key : randomUUID()} />
          {would && <input type="hidden" name="previewed" value={fingerprint(written)} />}
          <p class="govuk-body">
            What is left at “–” is not recorded, and a ballot stays open until it is said that the vote is over. Everything here is recorded
            as one set
            {isOver ? `, as done on ${longDay(meeting.state.day)}.` : '.'} Votes are public once their ballot is closed.
          </p>
          <Votes grid={grid} written={written} site={site} />
          {items.map((item) => (
            <Closing context={context} grid={grid} item={item} written={written} />
          ))}
          {isOver && <WhatShowsIt name="recorded.source" written={written['recorded.source']} meeting={title} />}
          <div class="govuk-button-group">
            <button class="govuk-button" type="submit">
              {would && hasWarnings(would) ? 'Record the votes all the same' : 'Record the votes'}
            </button>
            <button class="govuk-button govuk-button--secondary" type="submit" name="preview" value="yes">
              Preview
            </button>
          </div>
        </form>
      )}
    </Layout>
  )
}

type VotesProps = { readonly grid: Grid; readonly written: Written; readonly site: PageContext['var']['site'] }

function Votes({ grid: { items, seats, register }, written, site }: VotesProps) {
  const references = items.map((item) => nameOf(register, item.subject, site.grammar))
  return (
    <DataTable
      caption="Votes"
      captionIs="hidden"
      columns={[{ label: 'Seat' }, ...references.map((label) => ({ label }))]}
      rows={seats.map((seat) => ({
        cells: [
          seatName(seat),
          ...items.map((item, index) => <Cell item={item} seat={seat} written={written} reference={references[index] ?? item.id} />),
        ],
      }))}
    />
  )
}

type CellProps = {
  readonly item: Found<'modification'>
  readonly seat: string
  readonly written: Written
  readonly reference: string
}

function Cell({ item, seat, written, reference }: CellProps) {
  const voting = openVoting(item.state)
  if (voting && !voting.opened.value.electorate.some((each) => each.seat === seat)) return <>No vote</>
  const name = cell(item, seat)
  const said = voting && votesOf(voting).get(seat)?.vote
  const chosen = written[name] ?? ''
  return (
    <div class="app-cell-vote">
      <select class="govuk-select" name={name} aria-label={`${reference}, ${seatName(seat)}`}>
        <option value="">{said ? `– (${said})` : '–'}</option>
        {voteChoices.map((vote) => (
          <option value={vote} selected={vote === chosen}>
            {vote}
          </option>
        ))}
      </select>
      <label class="app-cell-vote__alternate">
        <input type="checkbox" name={`${name}.alternate`} value="yes" checked={written[`${name}.alternate`] === 'yes'} />{' '}
        <span class="govuk-visually-hidden">
          {reference}, {seatName(seat)}:{' '}
        </span>
        alternate
      </label>
    </div>
  )
}

type ClosingProps = {
  readonly context: PageContext
  readonly grid: Grid
  readonly item: Found<'modification'>
  readonly written: Written
}

function Closing({ context, grid: { register }, item, written }: ClosingProps) {
  return (
    <fieldset class="govuk-fieldset app-closing">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
        {nameOf(register, item.subject, context.var.site.grammar)} {item.state.title?.value}
      </legend>
      <RunningCount context={context} register={register} about={item.subject} />
      <div class="govuk-checkboxes govuk-checkboxes--small">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            id={`f-close-${item.id}`}
            type="checkbox"
            name={`close.${item.id}`}
            value="yes"
            checked={written[`close.${item.id}`] === 'yes'}
          />
          <label class="govuk-label govuk-checkboxes__label" for={`f-close-${item.id}`}>
            The vote is over: close its ballot
          </label>
        </div>
      </div>
      <label class="govuk-label" for={`f-reading-${item.id}`}>
        Ruling of the chair on abstentions <span class="app-quiet">(only where it changes the outcome)</span>
      </label>
      <select class="govuk-select" id={`f-reading-${item.id}`} name={`reading.${item.id}`}>
        <option value="">None</option>
        {abstentionReadings.map((reading) => (
          <option value={reading} selected={written[`reading.${item.id}`] === reading}>
            An abstention {reading}
          </option>
        ))}
      </select>
    </fieldset>
  )
}
