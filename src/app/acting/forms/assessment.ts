import type { AssessmentAct } from '../../../domain/assessment/acts.ts'
import { type Forms, fields } from '../act-form.ts'
import { choice, count, inside, line, subject } from '../fields.ts'

const assessment = inside('assessments', { label: 'Assessment' })

export const assessmentForms: Forms<AssessmentAct> = {
  RequestAssessment: {
    title: 'Request an assessment',
    verb: 'request-assessment',
    on: 'modification',
    schema: fields({
      assessmentKind: choice({ PA: 'Preliminary Assessment', IA: 'Impact Assessment' }, { label: 'Kind of assessment' }),
      provider: subject('providers', ['organisation'], { label: 'Of whom' }),
    }),
  },
  AcceptAssessment: {
    title: 'Accept an assessment',
    verb: 'accept-assessment',
    on: 'modification',
    about: 'The clock runs from the day of acceptance.',
    schema: fields({
      assessment,
      targetWorkingDays: count(1, { label: 'Target in Working Days', hint: 'Left empty: the usual target of its kind' }).exactOptional(),
      targetReason: line({ label: 'Why this target' }).exactOptional(),
      providerReference: line({ label: 'The provider’s reference', hint: 'Such as the number of its Change Request' }).exactOptional(),
    }),
  },
}
