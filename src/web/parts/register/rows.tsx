import type { Dated } from '../../../domain/calendar/calendar-date.ts'
import { dated, shortDayAndMonth } from '../../../domain/calendar/format.ts'
import { idOf } from '../../../domain/entry.ts'
import { nameOf } from '../../../domain/names.ts'
import { type Found, find, type Register } from '../../../domain/register.ts'
import { wordsOf } from '../../../report/words/code-words.ts'
import type { PageContext } from '../../context.ts'
import { referenceIn } from '../../paths.ts'
import type { RegisterFilter } from '../../register-filter.ts'
import type { Column, TableRow } from '../data-table.tsx'
import { StageTag } from '../tag.tsx'

type Hit = Found<'modification'>

export const registerColumns: readonly Column[] = [
  { label: 'Reference' },
  { label: 'Title' },
  { label: 'Stage and step' },
  { label: 'Since' },
  { label: 'Proposer' },
  { label: 'Release' },
]

/** One modification as a row of the register. */
export function rowOf(context: PageContext, filter: RegisterFilter, hit: Hit): TableRow {
  const { answer, paths, site } = context.var
  const { register } = answer
  const { state } = hit
  const reference = (
    <a class="govuk-link app-reference" href={paths.modification(hit.id)}>
      {referenceIn(register, site.grammar, hit.id)}
    </a>
  )
  return {
    cells: [
      reference,
      <Titles hit={hit} searched={filter.q !== ''} />,
      <>
        <StageTag register={register} standing={state.standing.value} /> {stepOf(register, hit)}
      </>,
      state.standing.value.stage === 'unknown' ? '' : <Since on={state.standing.on} />,
      state.proposer ? nameOf(register, state.proposer.value) : '',
      releasesOf(hit).map((id, index) => (
        <>
          {index > 0 && ', '}
          <a class="govuk-link" href={paths.release(id)}>
            {find(register, 'release', id)?.state.name ?? id}
          </a>
        </>
      )),
    ],
  }
}

/** Its title; beside a search also those that it had before, as they may be what was found. */
function Titles({ hit, searched }: { readonly hit: Hit; readonly searched: boolean }) {
  const { title, titles } = hit.state
  if (!title) return <span class="app-quiet">title not told</span>
  const before = [...new Set(titles.map(({ value }) => value))].filter((value) => value !== title.value)
  return (
    <>
      {title.value}
      {searched && before.length > 0 && <span class="app-lines__more">before: {before.join('; ')}</span>}
    </>
  )
}

/** A day in short; a range in words, as a table has no room for both. */
function Since({ on }: { readonly on: Dated }) {
  if (on.from !== on.to) return <>{dated(on)}</>
  return (
    <>
      <span class="app-nowrap">{`${shortDayAndMonth(on.to)} ${on.to.slice(0, 4)}`}</span>
      {on.basis === 'inferred' && <span class="app-quiet"> inferred</span>}
    </>
  )
}

/** The step where it says more than the stage does. */
function stepOf(register: Register, { state }: Hit): string {
  const standing = state.standing.value
  const onHold = state.onHold ? ' (on hold)' : ''
  return standing.stage === 'ended' || standing.stage === 'unknown' ? onHold.trim() : `${wordsOf(register).step(standing.step)}${onHold}`
}

/** The ids of the releases in whose scope its parts are, or that put them in force. */
export const releasesOf = ({ state }: Hit): readonly string[] =>
  [...new Set(Object.values(state.parts).flatMap(({ release, implemented }) => implemented?.value.release ?? release?.value ?? []))].map(
    idOf,
  )
