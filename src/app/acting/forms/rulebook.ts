import type { RulebookAct } from '../../../domain/rulebook/acts.ts'
import type { Forms } from '../act-form.ts'

export const rulebookForms: Forms<RulebookAct> = {}
