import { admit } from '../../src/domain/admit.ts'
import { standsAlone } from '../../src/domain/event-kinds.ts'
import { refold, registerAt } from '../../src/domain/replay.ts'
import { settle, untilOf } from '../../src/domain/subject-state.ts'

/** The functions that the laws speak of, as parameters: so that each law can be shown a program with its rule taken out. */
export type Program = {
  readonly admit: typeof admit
  readonly registerAt: typeof registerAt
  readonly refold: typeof refold
  readonly settle: typeof settle
  readonly untilOf: typeof untilOf
  readonly standsAlone: typeof standsAlone
}

export const program: Program = { admit, registerAt, refold, settle, untilOf, standsAlone }
