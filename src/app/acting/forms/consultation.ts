import type { ConsultationAct } from '../../../domain/consultation/acts.ts'
import type { Forms } from '../act-form.ts'

export const consultationForms: Forms<ConsultationAct> = {}
