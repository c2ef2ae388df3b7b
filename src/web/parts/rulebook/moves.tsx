import type { Register } from '../../../domain/register.ts'
import { changesNothing, type OpenDeadline, type RulebookChange, whatMoves } from '../../../domain/rulebook/moves.ts'
import { closesText, deadlineText } from '../../../report/words/deadline.ts'
import type { Names } from '../../../report/words/sentence-names.ts'

type Props = { readonly change: RulebookChange; readonly register: Register; readonly names: Names }

/** What a change of the rulebook or of the bank holidays moves, before it is approved; nothing where it is no such change. */
export function WhatMoves({ change, register, names }: Props) {
  if (changesNothing(change)) return null
  const { moves, uncounted } = whatMoves(register, change)
  return (
    <section aria-label="What moves">
      <h3 class="govuk-heading-s">What moves</h3>
      {moves.length === 0 ? (
        <p class="govuk-body">No deadline that is open today.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {moves.map(({ deadline, closes }) => (
            <li>
              <strong>{names.name(deadline.subject)}</strong>: {deadlineText(deadline, names)} closes at {closesText({ closes })} instead of{' '}
              {closesText(deadline)}
            </li>
          ))}
        </ul>
      )}
      <Uncounted deadlines={uncounted} names={names} />
    </section>
  )
}

function Uncounted({ deadlines, names }: { readonly deadlines: readonly OpenDeadline[]; readonly names: Names }) {
  if (deadlines.length === 0) return null
  return (
    <>
      <p class="govuk-body">Open as well, and not moved, because no source tells how they were counted. Look at them:</p>
      <ul class="govuk-list govuk-list--bullet">
        {deadlines.map((deadline) => (
          <li>
            {names.name(deadline.subject)}: {deadlineText(deadline, names)}, {closesText(deadline)}
          </li>
        ))}
      </ul>
    </>
  )
}
