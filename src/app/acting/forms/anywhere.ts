import type { AnywhereAct } from '../../../domain/modification/anywhere-acts.ts'
import type { Forms } from '../act-form.ts'

export const anywhereForms: Forms<AnywhereAct> = {}
