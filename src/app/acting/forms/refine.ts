import type { RefineAct } from '../../../domain/modification/refine-acts.ts'
import type { Forms } from '../act-form.ts'

export const refineForms: Forms<RefineAct> = {}
