import { FOREVER, type Moment } from '../../src/domain/calendar/moment.ts'
import type { Proposed } from '../../src/domain/entry.ts'
import { isMisfit } from '../../src/domain/misfit.ts'
import type { Modification } from '../../src/domain/modification/modification.ts'
import { believed, foldSubject } from '../../src/domain/replay.ts'
import type { State } from '../../src/domain/subject-state.ts'
import { history } from './history.ts'

/** The state of one subject after these tellings, settled at a moment. Throws where one cannot follow. */
export function stateAfter<S extends State = Modification>(tellings: readonly Proposed[], on: Moment = FOREVER): S {
  const folded = foldSubject(believed(history(...tellings)), on)
  if (!folded || isMisfit(folded)) throw new Error(folded ? folded.misfit : 'nothing has happened by then')
  return folded.state as S
}

/** Why the tellings cannot follow each other. Throws where they can. */
export function misfitOf(tellings: readonly Proposed[]): string {
  const folded = foldSubject(believed(history(...tellings)), FOREVER)
  if (!isMisfit(folded)) throw new Error('expected a misfit')
  return folded.misfit
}
