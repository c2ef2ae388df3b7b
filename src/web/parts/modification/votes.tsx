import { readerOf } from '../../../domain/access.ts'
import { type BlockVote, type Elector, type QuorumOfBlock, quorumOf, readingsDiffer } from '../../../domain/ballot/block-vote.ts'
import { seesCount } from '../../../domain/ballot/unseen-votes.ts'
import { standOf, type Voting, votesOf } from '../../../domain/ballot/voting.ts'
import { dated } from '../../../domain/calendar/format.ts'
import { capitalised } from '../../../report/words/capitalised.ts'
import { seatName, solutionName, voteText } from '../../../report/words/event-sentence.ts'
import type { PageContext } from '../../context.ts'
import { DataTable } from '../data-table.tsx'
import { Cite } from '../source.tsx'
import { type Texts, WrittenText } from './texts.tsx'
import type { View } from './view.ts'

type Props = { readonly view: View; readonly texts: Texts }

/**
 * Each ballot that was taken seat by seat: how it stands, counted so that a reader can do it by hand, and what each seat said. Before its
 * outcome is recorded that is for who chairs and who administers; others are told why nothing is shown, and what their own seats said.
 */
export function Votes({ context, view, texts }: Props & { readonly context: PageContext }) {
  const { answer, principal } = context.var
  // Of an earlier day as well, once it is known.
  const over = answer.log().map(({ event }) => (event?.type === 'BallotHeld' ? event.ballot : undefined))
  return (
    <>
      {Object.values(view.found.state.votings).map((voting) => (
        <OneVoting
          view={view}
          texts={texts}
          voting={voting}
          isOver={over.includes(voting.id)}
          counts={seesCount(readerOf(principal), voting, over.includes(voting.id))}
        />
      ))}
    </>
  )
}

const statusText: Readonly<Record<Voting['status'], string>> = {
  open: 'open',
  held: 'held',
  withdrawn: 'withdrawn without a vote',
  left: 'left behind, as the modification moved on without it',
  void: 'void, as the modification was sent back after it',
}

type OneProps = Props & {
  readonly voting: Voting
  /** Whether its outcome is recorded. */
  readonly isOver: boolean
  /** Whether who asks is shown how it stands. */
  readonly counts: boolean
}

function OneVoting({ view, texts, voting, isOver, counts }: OneProps) {
  const { opened, interests } = voting
  const { body, capacity, electorate, notAffected } = opened.value
  const number = voting.id.split('/')[2] ?? voting.id
  return (
    <section class="app-card" id={`ballot-${number}`}>
      <h3 class="govuk-heading-s">
        Ballot {number} of {view.names.name(body)} <span class="app-quiet">{capacity === 'recommend' ? 'To recommend' : 'To decide'}</span>
      </h3>
      <p class="govuk-body-s">
        Opened {dated(opened.on)}; {statusText[voting.status]}. {electorate.length} seats
        {notAffected.length > 0 && `; not likely affected: ${notAffected.join(', ')}`}. The seats and the rules are those of the day on
        which it opened. <Cite sources={view.sources} place={opened.place} />
      </p>
      {!isOver && <p class="govuk-body-s">{unseenText(voting, counts)}</p>}
      {counts ? <Count view={view} texts={texts} voting={voting} /> : <OwnVotes view={view} texts={texts} voting={voting} />}
      {interests.map(({ value, on, place }) => (
        <p class="govuk-body-s">
          {seatName(value.seat)} declared an interest {dated(on)}. <Cite sources={view.sources} place={place} />
          <WrittenText texts={texts} id={value.interest} name="What it is" />
        </p>
      ))}
    </section>
  )
}

/** Why votes are not shown, or to whom; the same whether any was cast. */
function unseenText({ status }: Voting, counts: boolean): string {
  if (status !== 'open')
    return counts
      ? 'No outcome came of it: what was said in it is not published. Only who chairs and who administers see it.'
      : 'No outcome came of it: what was said in it is not published.'
  return counts
    ? 'The votes are not public before the ballot is closed: only who chairs and who administers see this, and each seat its own vote.'
    : 'The votes, their reasons and the count are shown when the ballot is closed, with its outcome. Nothing of them is public before.'
}

/** How it stands, in each reading that is open; and what each seat said. */
function Count({ view, texts, voting }: Props & { readonly voting: Voting }) {
  const { opened, rulings } = voting
  const { electorate, notAffected, rules } = opened.value
  const { readings, counts } = standOf(voting)
  const differ = readingsDiffer(readings)
  return (
    <>
      {differ && (
        <p class="govuk-body-s">
          <strong>
            {rulings.length > 0
              ? 'The readings of the rule on abstentions give different outcomes; the chair ruled which is taken.'
              : 'The readings of the rule on abstentions give different outcomes: the chair must rule which is taken.'}
          </strong>
        </p>
      )}
      {(differ ? readings : counts ? [counts] : []).map((vote) => (
        <Counted vote={vote} named={differ} taken={vote === counts} isOver={voting.status === 'held'} />
      ))}
      {rulings.map(({ value, on, place }) => (
        <p class="govuk-body-s">
          {capitalised(view.names.name(value.by))} ruled on {dated(on)} that an abstention {value.reading} among the members present.{' '}
          <Cite sources={view.sources} place={place} />
          <WrittenText texts={texts} id={value.why} name="Why" />
        </p>
      ))}
      <Quorum quorum={quorumOf({ electorate, rules, votes: votesOf(voting) }, notAffected)} />
      <details class="govuk-details app-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">What each seat said</span>
        </summary>
        <div class="govuk-details__text">
          <Said view={view} texts={texts} voting={voting} seats={electorate} />
        </div>
      </details>
    </>
  )
}

/** What the seats of who asks said: all that his register has. */
function OwnVotes({ view, texts, voting }: Props & { readonly voting: Voting }) {
  const own = voting.opened.value.electorate.filter(({ seat }) => voting.votes[seat])
  return own.length === 0 ? null : <Said view={view} texts={texts} voting={voting} seats={own} />
}

type CountedProps = { readonly vote: BlockVote; readonly named: boolean; readonly taken: boolean; readonly isOver: boolean }

/** The arithmetic of one reading. */
function Counted({ vote, named, taken, isOver }: CountedProps) {
  const state = isOver ? 'Result' : 'As it stands'
  const title = named ? `Where an abstention ${vote.reading}${taken ? ' (taken)' : ''}` : state
  return (
    <>
      {vote.options.map((option) => (
        <DataTable
          caption={`${title}${option.option ? `, ${solutionName(option.option)}` : ''}: ${option.arithmetic}`}
          columns={[
            { label: 'Block' },
            { label: 'For', numeric: true },
            { label: 'Against', numeric: true },
            { label: 'Abstained', numeric: true },
            { label: 'Its vote' },
          ]}
          rows={option.blocks.map(({ block, inFavour, against, abstained, arithmetic }) => ({
            cells: [block, String(inFavour), String(against), String(abstained), arithmetic],
          }))}
        />
      ))}
    </>
  )
}

function Quorum({ quorum }: { readonly quorum: readonly QuorumOfBlock[] }) {
  if (quorum.length === 0) return null
  return (
    <p class="govuk-body-s">
      Quorum {quorum.every(({ met }) => met) ? 'met' : 'not met'}:{' '}
      {quorum.map(({ block, needs, present, dropsOut }) => `${block} ${present} of ${needs}${dropsOut ? ` (${dropsOut})` : ''}`).join('; ')}
      .
    </p>
  )
}

function Said({ view, texts, voting, seats }: Props & { readonly voting: Voting; readonly seats: readonly Elector[] }) {
  return (
    <ul class="govuk-list app-lines">
      {seats.map(({ seat, block }) => {
        const said = voting.votes[seat] ?? []
        const last = said.at(-1)
        return (
          <li>
            <strong>{seatName(seat)}</strong> ({block}): {last ? voteText[last.value.vote] : 'said nothing'}
            {last?.value.option && ` (${solutionName(last.value.option)})`}
            {last?.value.alternate && ', by an alternate'}
            {said.length > 1 &&
              `; before: ${said
                .slice(0, -1)
                .map(({ value }) => voteText[value.vote])
                .join(', ')}`}{' '}
            {last && <Cite sources={view.sources} place={last.place} />}
            <WrittenText texts={texts} id={last?.value.reason} name="Reason" />
          </li>
        )
      })}
    </ul>
  )
}
