import type { ConsultationAct } from '../../../domain/consultation/acts.ts'
import { type Forms, fields } from '../act-form.ts'
import { choice, count, day, inside, line, moment, month, prose, subjects } from '../fields.ts'
import { questions } from './response.ts'

const consultationKind = choice(
  { refinement: 'Refinement Consultation', report: 'Modification Report Consultation', information: 'Request for Information' },
  { label: 'Kind of consultation' },
)
const consultation = inside('consultations', { label: 'Consultation' })

export const consultationForms: Forms<ConsultationAct> = {
  PlanConsultation: {
    title: 'Plan a consultation',
    verb: 'plan-consultation',
    on: 'modification',
    about: 'When it is expected to be issued: a day, a week or a month, whichever is known.',
    schema: fields({
      consultationKind,
      consultation: inside('consultations', { label: 'Plan this one again', hint: 'Left empty: another one' }).exactOptional(),
      expectedDay: day({ label: 'Expected on' }).exactOptional(),
      expectedWeek: day({ label: 'Expected in the week beginning' }).exactOptional(),
      expectedMonth: month({ label: 'Expected in the month', hint: 'Like 2019-10' }).exactOptional(),
      lengthWorkingDays: count(1, { label: 'Length in Working Days' }).exactOptional(),
      condition: line({ label: 'What must happen first', hint: 'Such as “the approval of the Modification Report”' }).exactOptional(),
    }),
  },
  IssueConsultation: {
    title: 'Issue a consultation',
    verb: 'issue-consultation',
    on: 'modification',
    about: 'It is open from now. When it closes is counted by the rule of its kind, unless you say otherwise.',
    schema: fields({
      consultationKind,
      consultation: inside('consultations', { label: 'The planned one', hint: 'Left empty: it was not planned' }).exactOptional(),
      lengthWorkingDays: count(1, { label: 'Length in Working Days', hint: 'Left empty: by the rule of its kind' }).exactOptional(),
      closes: moment({ label: 'Closes at', hint: 'Like 2019-11-04T17:00, instead of a length' }).exactOptional(),
      document: line({ label: 'Title of its document' }).exactOptional(),
      text: prose({ label: 'What it is about', hint: 'Published' }).exactOptional(),
      questions: questions.exactOptional(),
    }),
  },
  IssueConsultations: {
    title: 'Issue several consultations',
    verb: 'issue-consultations',
    on: 'modification',
    founds: true,
    about: 'Each is open from now. All of them are issued, or none; the preview shows each with its close.',
    schema: fields({
      modifications: subjects('modifications', ['modification'], { label: 'Modifications' }),
      consultationKind,
      lengthWorkingDays: count(1, { label: 'Length in Working Days', hint: 'Left empty: by the rule of its kind' }).exactOptional(),
      closes: moment({ label: 'Closes at', hint: 'Like 2019-11-04T17:00, instead of a length' }).exactOptional(),
      questions: questions.exactOptional(),
    }),
  },
  ChangeClosing: {
    title: 'Change when a consultation closes',
    verb: 'change-closing',
    on: 'modification',
    schema: fields({
      consultation,
      closes: moment({ label: 'Closes at', hint: 'Like 2019-11-04T17:00' }),
      why: line({ label: 'Why', hint: 'Published' }),
    }),
  },
  CancelConsultation: {
    title: 'Cancel a consultation',
    verb: 'cancel-consultation',
    on: 'modification',
    schema: fields({ consultation, why: prose({ label: 'Why', hint: 'Published' }) }),
  },
}
