import type { BallotAct } from '../../../domain/ballot/acts.ts'
import type { Forms } from '../act-form.ts'

export const ballotForms: Forms<BallotAct> = {}
