import { randomUUID } from 'node:crypto'
import { type FieldProblem, readAct, type Written } from '../../app/acting/read-act.ts'
import { recordActs } from '../../app/acting/record-acts.ts'
import { instructionFor, instructSeat } from '../../app/people/instructions.ts'
import { mayAct } from '../../domain/access.ts'
import { givenNow } from '../../domain/acting/decide-acts.ts'
import { nextId } from '../../domain/acting/numbered.ts'
import { type VoteChoice, voteChoices } from '../../domain/ballot/block-vote.ts'
import { type Voting, votesOf } from '../../domain/ballot/voting.ts'
import { idOf } from '../../domain/entry.ts'
import { openVoting } from '../../domain/modification/modification.ts'
import { canonicalReference, parseReference } from '../../domain/modification/reference.ts'
import { standsIn } from '../../domain/modification/standing-of.ts'
import { nameOf } from '../../domain/names.ts'
import type { Seat } from '../../domain/organisation/seats.ts'
import { isRefused, type Refused } from '../../domain/refusal.ts'
import { type Found, find, type Register } from '../../domain/register.ts'
import type { Instruction } from '../../log/people.ts'
import { capitalised } from '../../report/words/capitalised.ts'
import { seatName, solutionName } from '../../report/words/event-sentence.ts'
import type { PageContext } from '../context.ts'
import { KeptDocuments } from '../parts/documents.tsx'
import { fieldId } from '../parts/form/fields.tsx'
import { ErrorSummary, RefusalSummary } from '../parts/form/problems.tsx'
import { RadioItems } from '../parts/form/radio-items.tsx'
import { Layout } from '../parts/layout.tsx'
import { presentFor } from '../present.ts'
import { noModification } from './no-modification.tsx'
import { refusedPage } from './problem.tsx'

/** A vote as it is written: what a seat says, and why. */
type Said = { readonly seat: string; readonly vote: string; readonly option: string; readonly reason: string; readonly alternate: boolean }

/** What the page tells of: the modification, the seats of who asks, and the ballot that is open or will be. */
type Voter = {
  readonly found: Found<'modification'>
  readonly register: Register
  readonly seats: readonly Seat[]
  readonly voting: Voting | undefined
  /** The ballot that is open, or else the one that comes. */
  readonly ballot: string
}

/** GET: the vote of who sits in a seat. Before the chair opens the ballot it is kept as a private instruction. */
export async function votePage(context: PageContext) {
  const voter = await voterIn(context)
  if (voter instanceof Response) return voter
  return shown(context, voter, {}, 200)
}

/** POST: shows what would be said, then records it; or keeps or forgets a private instruction. */
export async function takeVote(context: PageContext) {
  const voter = await voterIn(context)
  if (voter instanceof Response) return voter
  const written = (await context.req.parseBody()) as Written
  const said = saidIn(written)
  if (written.forget !== undefined) return forget(context, voter, said.seat)
  const problems = problemsIn(voter, said)
  if (problems.length > 0) return shown(context, voter, { said, problems }, 422)
  if (!voter.voting) return keep(context, voter, said)
  if (written.confirm === undefined) return shown(context, voter, { said, confirming: true }, 200)
  return record(context, voter, said, typeof written.key === 'string' ? written.key : randomUUID())
}

async function voterIn(context: PageContext): Promise<Voter | Response> {
  const { site, principal, paths } = context.var
  const asked = context.req.param('reference') ?? ''
  const { register, now } = await presentFor(context)
  const id = parseReference(site.grammar, asked)
  const found = id && find(register, 'modification', id)
  if (!id || !found || found.state.unidentified) return noModification(context, asked, id)
  if (asked !== canonicalReference(site.grammar, id, found.state.proposal)) return context.redirect(paths.vote(id), 302)
  const given = givenNow(register, now)
  const { subject } = found
  const mine = (seat?: string) => mayAct(given, principal, { act: 'CastVote', subject, ...(seat === undefined ? {} : { seat }) })
  const seats = principal.seats.filter(({ seat }) => !isRefused(mine(seat)))
  if (seats.length === 0) {
    const barred = mine()
    const [problem, remedy] = isRefused(barred)
      ? [barred.refused, barred.remedies.join('; ')]
      : [
          'a vote is cast by who sits in a seat, and you sit in none',
          'Record the votes of the seats in the grid of the meeting, or in the form “Vote”.',
        ]
    return refusedPage(context, site, 403, problem, remedy)
  }
  const there = standsIn(given, subject, 'opine')
  if (there !== true) return refusedPage(context, site, 409, there.why, there.remedies.join('; '))
  const voting = openVoting(found.state)
  return { found, register, seats, voting, ballot: voting?.id ?? nextId(given, subject, 'ballot', `${id}/ballot`) }
}

const saidIn = (written: Written): Said => {
  const one = (name: string) => (typeof written[name] === 'string' ? String(written[name]).trim() : '')
  return { seat: one('seat'), vote: one('vote'), option: one('option'), reason: one('reason'), alternate: one('alternate') !== '' }
}

function problemsIn({ seats, voting }: Voter, { seat, vote, option }: Said): readonly FieldProblem[] {
  const several = (voting?.opened.value.options.length ?? 0) > 1
  return [
    ...(seats.some((each) => each.seat === seat) ? [] : [{ field: 'seat', problem: 'Choose the seat in which you vote' }]),
    ...(votesToSay.some((each) => each === vote) ? [] : [{ field: 'vote', problem: 'Choose for, against or abstain' }]),
    ...(several && vote === 'for' && option === '' ? [{ field: 'option', problem: 'Choose for which solution you vote' }] : []),
  ]
}

/** Who reads a vote, and when. */
const seenText =
  'Votes and reasons are public when the ballot is closed, with its outcome; before that only who sits in the seat, who chairs and who administers read them.'

const votesToSay: readonly VoteChoice[] = voteChoices.filter((each) => each !== 'absent')
const seatOf = ({ seats }: Voter, asked: string): Seat | undefined => seats.find(({ seat }) => seat === asked)
const aheadOf = ({ found, ballot }: Voter) => ({ modification: found.subject, ballot })

async function keep(context: PageContext, voter: Voter, { seat, vote, reason }: Said) {
  const { site, principal, paths } = context.var
  const mine = seatOf(voter, seat)
  const kept = mine && (await instructSeat(site.app.people, principal, mine, aheadOf(voter), { vote, reason }))
  if (isRefused(kept)) return refusedPage(context, site, 403, kept.refused, kept.remedies.join('; '))
  return context.redirect(paths.vote(voter.found.id), 303)
}

async function forget(context: PageContext, voter: Voter, seat: string) {
  const { site, principal, paths } = context.var
  const mine = seatOf(voter, seat)
  if (mine) await instructSeat(site.app.people, principal, mine, aheadOf(voter), undefined)
  return context.redirect(paths.vote(voter.found.id), 303)
}

async function record(context: PageContext, voter: Voter, said: Said, key: string) {
  const { site, principal, paths } = context.var
  const { seat, vote, option, reason, alternate } = said
  const fields = {
    seat,
    vote,
    ...(option && vote === 'for' ? { option } : {}),
    ...(reason ? { reason } : {}),
    ...(alternate ? { alternate: alternateOf(voter, seat) } : {}),
  }
  const read = readAct('CastVote', voter.found.subject, fields)
  if ('problems' in read) return shown(context, voter, { said, problems: read.problems }, 422)
  const performed = await recordActs(site.app, [read.act], { principal, key })
  if (isRefused(performed)) return shown(context, voter, { said, refusal: performed }, performed.notYours ? 403 : 409)
  const mine = seatOf(voter, seat)
  if (mine) await instructSeat(site.app.people, principal, mine, aheadOf(voter), undefined)
  return context.redirect(paths.subject(voter.found.subject, '', { recorded: performed.entries.at(-1)?.position }) ?? paths.home(), 303)
}

/** The organisation of the alternate that the seat named last; not told where it named none. */
function alternateOf({ register, seats }: Voter, seat: string): string {
  const body = seats.find((each) => each.seat === seat)?.body
  return (body && find(register, 'body', idOf(body))?.state.seats[seat]?.alternates.at(-1)?.value.alternate) ?? 'unknown'
}

type Shown = {
  readonly said?: Said
  readonly problems?: readonly FieldProblem[]
  readonly refusal?: Refused
  readonly confirming?: boolean
}

async function shown(context: PageContext, voter: Voter, form: Shown, status: 200 | 403 | 409 | 422) {
  const { site, principal } = context.var
  const kept: Instruction[] = []
  for (const seat of voter.seats) {
    const instruction = await instructionFor(site.app.people, principal, seat, aheadOf(voter))
    if (!isRefused(instruction) && instruction) kept.push(instruction)
  }
  return context.html(<VoteView context={context} voter={voter} form={form} kept={kept} />, status)
}

type ViewProps = { readonly context: PageContext; readonly voter: Voter; readonly form: Shown; readonly kept: readonly Instruction[] }

function VoteView({ context, voter, form, kept }: ViewProps) {
  const { paths, site } = context.var
  const { found, register, voting, seats } = voter
  const reference = nameOf(register, found.subject, site.grammar)
  const body = nameOf(register, seats[0]?.body ?? 'body/unknown')
  return (
    <Layout context={context} title={`Vote: ${reference}`}>
      <RefusalSummary context={context} refusal={form.refusal} />
      <ErrorSummary problems={form.problems ?? []} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          <a class="govuk-link" href={paths.modification(found.id)}>
            {reference}
          </a>{' '}
          {found.state.title?.value}
        </span>
        {form.confirming ? 'Is this your vote?' : 'Your vote'}
      </h1>
      {form.confirming && form.said ? (
        <Confirm context={context} voter={voter} said={form.said} />
      ) : (
        <>
          <p class="govuk-body">
            {voting
              ? `The ballot of the ${body} is open. You may change your vote until it is closed. ${seenText}`
              : `The ballot of the ${body} is not open yet. What you say here is kept privately: only who sits in this seat reads it, and nothing of it is recorded. Once the chair opens the ballot you cast it here with one press.`}
          </p>
          <KeptDocuments context={context} about={found.subject} />
          <Present voter={voter} />
          {kept.map((instruction) => (
            <Kept context={context} voter={voter} instruction={instruction} />
          ))}
          <Choose context={context} voter={voter} said={form.said} problems={form.problems ?? []} />
        </>
      )}
    </Layout>
  )
}

/** What the seats of who asks have said in the open ballot. */
function Present({ voter: { voting, seats } }: { readonly voter: Voter }) {
  const votes = voting ? votesOf(voting) : new Map<string, { readonly vote: VoteChoice }>()
  const mine = seats.filter(({ seat }) => votes.has(seat))
  if (mine.length === 0) return null
  return (
    <ul class="govuk-list">
      {mine.map(({ seat }) => (
        <li>
          <strong>{seatName(seat)}</strong> has said: {words[votes.get(seat)?.vote ?? 'absent']}
        </li>
      ))}
    </ul>
  )
}

const words: Readonly<Record<VoteChoice, string>> = { for: 'for', against: 'against', abstain: 'abstain', absent: 'absent' }

/** The private instruction of one seat; cast with one press when the ballot is open. */
function Kept({
  context,
  voter,
  instruction,
}: {
  readonly context: PageContext
  readonly voter: Voter
  readonly instruction: Instruction
}) {
  const { csrf, paths } = context.var
  const { seat, vote, reason } = instruction
  const several = (voter.voting?.opened.value.options.length ?? 0) > 1 && vote === 'for'
  return (
    <form method="post" action={paths.vote(voter.found.id)} class="govuk-inset-text">
      <Hidden csrf={csrf} fields={{ key: randomUUID(), seat, vote, reason }} />
      <p class="govuk-body">
        Kept privately for {seatName(seat)}: <strong>{capitalised(vote)}</strong>
        {reason && `. ${reason}`}
      </p>
      <div class="govuk-button-group">
        {voter.voting && !several && (
          <button class="govuk-button" type="submit" name="confirm" value="yes">
            Cast it: {vote}
          </button>
        )}
        <button class="govuk-button govuk-button--secondary" type="submit" name="forget" value="yes">
          Forget it
        </button>
      </div>
    </form>
  )
}

function Hidden({ csrf, fields }: { readonly csrf: string; readonly fields: Readonly<Record<string, string>> }) {
  return (
    <>
      <input type="hidden" name="csrf" value={csrf} />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

type ChooseProps = {
  readonly context: PageContext
  readonly voter: Voter
  readonly said: Said | undefined
  readonly problems: readonly FieldProblem[]
}

function Choose({ context, voter, said, problems }: ChooseProps) {
  const { csrf, paths } = context.var
  const { seats, voting } = voter
  const options = voting?.opened.value.options ?? []
  const [only] = seats
  return (
    <form method="post" action={paths.vote(voter.found.id)} class="app-form" novalidate>
      <Hidden csrf={csrf} fields={only && seats.length === 1 ? { seat: only.seat } : {}} />
      {seats.length > 1 && (
        <Radios
          name="seat"
          legend="Your seat"
          chosen={said?.seat}
          problems={problems}
          options={seats.map(({ seat }) => [seat, seatName(seat)])}
        />
      )}
      <Radios
        name="vote"
        legend={only && seats.length === 1 ? `How ${seatName(only.seat)} votes` : 'Your vote'}
        chosen={said?.vote}
        problems={problems}
        options={votesToSay.map((each) => [each, capitalised(each)])}
      />
      {options.length > 1 && (
        <Radios
          name="option"
          legend="If for: for which solution"
          chosen={said?.option}
          problems={problems}
          options={options.map((each) => [each, solutionName(each)])}
        />
      )}
      <div class="govuk-form-group">
        <label class="govuk-label" for="f-reason">
          Reason, against the objectives of the Code <span class="app-quiet">(optional)</span>
        </label>
        <textarea class="govuk-textarea" id="f-reason" name="reason" rows={3}>
          {said?.reason ?? ''}
        </textarea>
      </div>
      {voting && (
        <div class="govuk-form-group">
          <div class="govuk-checkboxes govuk-checkboxes--small">
            <div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                id="f-alternate"
                type="checkbox"
                name="alternate"
                value="yes"
                checked={said?.alternate ?? false}
              />
              <label class="govuk-label govuk-checkboxes__label" for="f-alternate">
                I vote as the alternate of this seat
              </label>
            </div>
          </div>
        </div>
      )}
      <button class="govuk-button" type="submit">
        {voting ? 'Continue' : 'Keep it privately'}
      </button>
    </form>
  )
}

type RadiosProps = {
  readonly name: string
  readonly legend: string
  readonly chosen: string | undefined
  readonly problems: readonly FieldProblem[]
  readonly options: readonly (readonly [string, string])[]
}

function Radios({ name, legend, chosen, problems, options }: RadiosProps) {
  const problem = problems.find(({ field }) => field === name)?.problem
  return (
    <div class={`govuk-form-group${problem ? ' govuk-form-group--error' : ''}`}>
      <fieldset class="govuk-fieldset" {...(problem ? { 'aria-describedby': `${fieldId(name)}-error` } : {})}>
        <legend class="govuk-fieldset__legend">{legend}</legend>
        {problem && (
          <p id={`${fieldId(name)}-error`} class="govuk-error-message">
            <span class="govuk-visually-hidden">Error: </span>
            {problem}
          </p>
        )}
        <div class="govuk-radios">
          <RadioItems name={name} options={options} chosen={chosen} />
        </div>
      </fieldset>
    </div>
  )
}

function Confirm({ context, voter, said }: { readonly context: PageContext; readonly voter: Voter; readonly said: Said }) {
  const { csrf, paths } = context.var
  const { seat, vote, option, reason, alternate } = said
  return (
    <form method="post" action={paths.vote(voter.found.id)}>
      <Hidden csrf={csrf} fields={{ key: randomUUID(), seat, vote, option, reason, alternate: alternate ? 'yes' : '' }} />
      <dl class="govuk-summary-list">
        {[
          ['Seat', seatName(seat) + (alternate ? ', by its alternate' : '')],
          ['Vote', capitalised(vote) + (option && vote === 'for' ? `: ${solutionName(option)}` : '')],
          ['Reason', reason || 'None given'],
        ].map(([name, value]) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{name}</dt>
            <dd class="govuk-summary-list__value">{value}</dd>
          </div>
        ))}
      </dl>
      <p class="govuk-body">It is recorded in the register. {seenText}</p>
      <div class="govuk-button-group">
        <button class="govuk-button" type="submit" name="confirm" value="yes">
          Confirm
        </button>
        <a class="govuk-link" href={paths.vote(voter.found.id)}>
          Change it
        </a>
      </div>
    </form>
  )
}
