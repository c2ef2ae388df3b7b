import type { OpineAct } from '../../../domain/modification/opine-acts.ts'
import type { Forms } from '../act-form.ts'

export const opineForms: Forms<OpineAct> = {}
