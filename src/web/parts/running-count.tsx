import { readerOf } from '../../domain/access.ts'
import { seesCount } from '../../domain/ballot/unseen-votes.ts'
import { standOf, votesOf } from '../../domain/ballot/voting.ts'
import { idOf, type Subject } from '../../domain/entry.ts'
import { openVoting } from '../../domain/modification/modification.ts'
import { find, type Register } from '../../domain/register.ts'
import { solutionName } from '../../report/words/event-sentence.ts'
import type { PageContext } from '../context.ts'

type Props = { readonly context: PageContext; readonly register: Register; readonly about: Subject }

/** How an open ballot stands, for who chairs it and who administers; nothing for anybody else, and where none is open. */
export function RunningCount({ context, register, about }: Props) {
  const state = find(register, 'modification', idOf(about))?.state
  const voting = state && openVoting(state)
  if (!voting || !seesCount(readerOf(context.var.principal), voting, false)) return null
  const { readings, counts } = standOf(voting)
  const cast = votesOf(voting).size
  return (
    <p class="govuk-body-s">
      <strong>
        {cast} of {voting.opened.value.electorate.length} seats have voted.
      </strong>
      {cast > 0 &&
        (counts ? [counts] : readings).flatMap((vote) =>
          vote.options.map(
            ({ option, arithmetic }) =>
              ` As it stands${counts ? '' : `, where an abstention ${vote.reading}`}${option ? `, ${solutionName(option)}` : ''}: ${arithmetic}.`,
          ),
        )}{' '}
      <span class="app-quiet">Not public before the ballot is closed.</span>
    </p>
  )
}
