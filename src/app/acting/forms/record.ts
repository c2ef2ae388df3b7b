import type { RecordAct } from '../../../domain/modification/record-acts.ts'
import { type Forms, fields } from '../act-form.ts'
import { choice, countedProse, day, inside, line, lines, prose, yes } from '../fields.ts'
import { meetingHeld } from './define.ts'

export const recordForms: Forms<RecordAct> = {
  SummarisePlainly: {
    title: 'Summarise it in plain English',
    verb: 'summarise-plainly',
    on: 'modification',
    about: 'For a reader of many codes who reads nothing else: what changes for him, without the words of the trade.',
    schema: fields({ summary: countedProse({ label: 'In plain English', hint: 'At most sixty words. Published' }) }),
  },
  RateImpact: {
    title: 'Rate its impact on a Party category',
    verb: 'rate-impact',
    on: 'modification',
    schema: fields({
      category: inside('party categories', { label: 'Party category' }),
      impact: choice({ high: 'High', medium: 'Medium', low: 'Low' }, { label: 'Impact' }),
      why: line({ label: 'Why', hint: 'In a line. Published' }),
    }),
  },
  WriteSection: {
    title: 'Write a section of the proposal',
    verb: 'write-section',
    on: 'modification',
    about: 'The sections are those of the template that all codes share. An earlier text stays readable.',
    schema: fields({ section: inside('proposal sections', { label: 'Section' }), text: prose({ label: 'Text' }) }),
  },
  Comment: {
    title: 'Comment, or ask for more',
    verb: 'comment',
    on: 'modification',
    schema: fields({
      text: prose({ label: 'Comment' }),
      asks: yes({ label: 'Is more asked for before it goes on?' }).exactOptional(),
      meeting: meetingHeld,
    }),
  },
  Prioritise: {
    title: 'Set the priority',
    verb: 'prioritise',
    on: 'modification',
    about: 'In force for all codes since 29 May 2026. What the categories are called is not known: write it as it was decided.',
    schema: fields({
      category: line({ label: 'Category' }),
      criteria: lines({ label: 'Criteria', hint: 'One a line' }),
      rationale: prose({ label: 'Rationale' }),
      review: day({ label: 'Day on which it is reviewed' }),
      lead: line({ label: 'Lead code', hint: 'Where it goes across codes: the code whose priority binds the others' }).exactOptional(),
    }),
  },
  Suspend: {
    title: 'Suspend',
    verb: 'suspend',
    on: 'modification',
    about: 'Such as for a Significant Code Review. It is resumed by who suspended it, or by the Panel.',
    schema: fields({ why: line({ label: 'Why' }), review: day({ label: 'Day on which that is reviewed' }) }),
  },
  SetTimetable: {
    title: 'Set the timetable',
    verb: 'set-timetable',
    on: 'modification',
    about: 'What was planned before stays readable beside it.',
    schema: fields({
      milestone: choice(
        {
          conversion: 'Conversion',
          'modification report': 'Modification Report',
          decision: 'Decision',
          implementation: 'Implementation',
        },
        { label: 'Milestone' },
      ),
      day: day({ label: 'Planned for' }),
      why: line({ label: 'Why it is changed', hint: 'Published' }).exactOptional(),
    }),
  },
  Split: {
    title: 'Split a part off',
    verb: 'split',
    on: 'modification',
    about: 'The part stands where this stands, on the same path, under the same number with a letter.',
    schema: fields({ title: line({ label: 'Title of the part' }) }),
  },
}
