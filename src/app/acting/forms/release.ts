import type { ReleaseAct } from '../../../domain/release/acts.ts'
import type { Forms } from '../act-form.ts'

export const releaseForms: Forms<ReleaseAct> = {}
