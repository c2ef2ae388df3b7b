import type { PublicationAct } from '../../../domain/publication/acts.ts'
import type { PaperSection, PublicationKind } from '../../../domain/publication/kinds.ts'
import { type Forms, fields } from '../act-form.ts'
import { choice, line, month, prose, wording } from '../fields.ts'

const classes = { white: 'White', green: 'Green', amber: 'Amber', red: 'Red' } as const

const papers = {
  'change-status': 'Change Status Report',
  'assessment-update': 'Appendix A: assessments update',
  'register-extract': 'Register extract',
  'kpi-return': 'KPI return of the quarter',
} as const satisfies Readonly<Record<PublicationKind, string>>

const sections = {
  summary: '1. Summary',
  define: '2. Define',
  refine: '3. Refine',
  opine: '4. Opine',
  release: '5. Release',
  remarks: 'Remarks',
} as const satisfies Readonly<Record<PaperSection, string>>

const sentence = line({ label: 'Sentence', hint: 'By its name on the page of the draft, such as refine.out.many' })

export const publicationForms: Forms<PublicationAct> = {
  DraftReport: {
    title: 'Draft a paper of a month',
    verb: 'draft-report',
    on: 'publication',
    founds: true,
    about: 'What it tells is derived from the register. It is a draft until a second person approves it.',
    schema: fields({
      month: month({ label: 'Month', hint: 'For example, 2019-11' }),
      paper: choice(papers, { label: 'Paper', hint: 'Left out: the Change Status Report' }).exactOptional(),
      classification: choice(classes, { label: 'Classification' }),
    }),
  },
  RewordSentence: {
    title: 'Reword a sentence',
    verb: 'reword-sentence',
    on: 'publication',
    about: 'What stands in braces is filled by the register: each stays, as often as it is there. No number is typed by hand.',
    schema: fields({ sentence, wording: wording({ label: 'Your words' }) }),
  },
  LeaveOutSentence: {
    title: 'Leave out a sentence',
    verb: 'leave-out-sentence',
    on: 'publication',
    about: 'Its figures keep their pages.',
    schema: fields({ sentence }),
  },
  AddParagraph: {
    title: 'Add a paragraph',
    verb: 'add-paragraph',
    on: 'publication',
    about: 'It stands at the end of the section, as yours.',
    schema: fields({
      section: choice(sections, { label: 'Section', hint: 'Of the Change Status Report its sections, of another paper its remarks' }),
      text: prose({ label: 'Paragraph' }),
      classification: choice(classes, { label: 'Classification', hint: 'Left out: that of the report' }).exactOptional(),
    }),
  },
  ApproveForPublication: {
    title: 'Send for approval',
    verb: 'approve-for-publication',
    on: 'publication',
    about: 'A second person confirms it. What is changed afterwards must be approved again.',
    schema: fields({}),
  },
  PublishReport: {
    title: 'Publish',
    verb: 'publish-report',
    on: 'publication',
    about: 'It is drawn from the register once more, and frozen: a later correction never changes it.',
    schema: fields({}),
  },
}
