import type { MeetingAct } from '../../../domain/meeting/acts.ts'
import { type Forms, fields } from '../act-form.ts'
import { choice, count, day, file, inside, line, prose, several, severalInside, subject, subjects, yes } from '../fields.ts'

const purposes = {
  discussion: 'Discussion',
  readiness: 'Readiness for conversion',
  conversion: 'Conversion',
  'modification report': 'Modification Report',
  'assessment request': 'Request of an assessment',
  vote: 'Vote',
  'date change': 'Change of an implementation date',
  appeal: 'Appeal',
  'hold review': 'Review of a hold',
  timetable: 'Timetable',
  information: 'For information',
  minutes: 'Minutes to be agreed',
} as const

const modification = subject('modifications', ['modification'], { label: 'Modification' })

const about = subject('agenda items', ['modification', 'release', 'meeting', 'paper'], { label: 'Item of the agenda' })
const classifications = { white: 'White', green: 'Green', amber: 'Amber', red: 'Red' } as const

export const meetingForms: Forms<MeetingAct> = {
  PlanMeeting: {
    title: 'Plan a meeting',
    verb: 'plan-meeting',
    on: 'meeting',
    founds: true,
    schema: fields({
      body: subject('bodies', ['body'], { label: 'Body' }),
      day: day({ label: 'Day of the meeting' }),
      number: count(1, { label: 'Number of the meeting' }).exactOptional(),
    }),
  },
  NumberMeeting: {
    title: 'Say its number',
    verb: 'number-meeting',
    on: 'meeting',
    about: 'As the body counts its meetings. The references of its papers are made from it.',
    schema: fields({ number: count(1, { label: 'Number of the meeting' }) }),
  },
  MoveMeeting: {
    title: 'Move it to another day',
    verb: 'move-meeting',
    on: 'meeting',
    about: 'What is before it stays, and its paper day is counted anew. Its address stays as it is.',
    schema: fields({ day: day({ label: 'Day of the meeting' }), why: line({ label: 'Why', hint: 'Published' }) }),
  },
  CancelMeeting: {
    title: 'Cancel it',
    verb: 'cancel-meeting',
    on: 'meeting',
    about: 'It is not held.',
    schema: fields({
      why: line({ label: 'Why', hint: 'Published' }),
      to: subject('meetings to come', ['meeting'], {
        label: 'What is before it goes to',
        hint: 'With its papers, under references of their own. Left empty: the next agendas propose it',
      }).exactOptional(),
    }),
  },
  HoldMeeting: { title: 'Record that it was held', verb: 'hold-meeting', on: 'meeting', schema: fields({}) },
  TableItem: {
    title: 'Table a modification',
    verb: 'table-item',
    on: 'meeting',
    schema: fields({ modification, purposes: several(purposes, { label: 'For what' }) }),
  },
  TableMatter: {
    title: 'Table something else',
    verb: 'table-matter',
    on: 'meeting',
    about: 'A release, or an earlier meeting whose minutes are to be agreed.',
    schema: fields({
      about: subject('matters', ['release', 'meeting', 'paper'], { label: 'What' }),
      purposes: several(purposes, { label: 'For what' }),
    }),
  },
  WithdrawMatter: {
    title: 'Withdraw something else from the meeting',
    verb: 'withdraw-matter',
    on: 'meeting',
    schema: fields({ about }),
  },
  OrderAgenda: {
    title: 'Put the agenda in order',
    verb: 'order-agenda',
    on: 'meeting',
    about: 'What is left out follows as it was tabled.',
    schema: fields({
      items: subjects('agenda items', ['modification', 'release', 'meeting', 'paper'], { label: 'Items, in their order' }),
    }),
  },
  TablePaper: {
    title: 'Table a paper',
    verb: 'table-paper',
    on: 'meeting',
    about: 'One paper may be before several meetings: it has a reference of its own at each.',
    schema: fields({
      paper: subject('papers', ['paper'], { label: 'Paper', hint: 'One that is known; or give the title of a new one' }).exactOptional(),
      title: line({ label: 'Title of a new paper' }).exactOptional(),
      paperKind: choice(
        { modification: 'About a modification', report: 'A report', meeting: 'About the work of the body' },
        { label: 'Kind of a new paper' },
      ).exactOptional(),
      about: subject('agenda items', ['modification', 'release', 'meeting', 'paper'], {
        label: 'Item of the agenda that it serves',
        hint: 'Left empty: the paper is an item itself',
      }).exactOptional(),
      action: choice(
        { 'for decision': 'For decision', 'for information': 'For information', 'for discussion': 'For discussion' },
        { label: 'Action' },
      ),
      recommendation: choice(
        { NOTE: 'NOTE', APPROVE: 'APPROVE', AGREE: 'AGREE', DETERMINE: 'DETERMINE' },
        { label: 'What the body is recommended to do' },
      ),
      classification: choice(classifications, { label: 'Classification' }),
      file: file({
        label: 'The paper itself',
        hint: 'Kept here with the class of the paper; a PDF is bound into the pack',
      }).exactOptional(),
      document: subject('documents of the agenda', ['document'], {
        label: 'Or a document that is kept',
        hint: 'Of what is on the agenda, such as its Modification Report',
      }).exactOptional(),
      number: count(1, { label: 'Number of the paper', hint: 'Left empty: the next one' }).exactOptional(),
      reference: line({ label: 'Reference', hint: 'Left empty: made as the rulebook writes them, like TABASC_47_1710_20' }).exactOptional(),
    }),
  },
  ChoosePaperFile: {
    title: 'Choose the file of a paper',
    verb: 'choose-paper-file',
    on: 'paper',
    about: 'A document that is kept elsewhere is the paper. To add a file of its own, attach a document to the paper instead.',
    schema: fields({ document: subject('documents of its items', ['document'], { label: 'Document' }) }),
  },
  CirculatePapers: {
    title: 'Send out the papers',
    verb: 'circulate-papers',
    on: 'meeting',
    about: 'Records that they went to the members. Those that go after the paper day are late.',
    schema: fields({
      numbers: severalInside('papers to go out', {
        label: 'Which of them',
        hint: 'None chosen: all that have not gone out',
      }).exactOptional(),
    }),
  },
  TableReady: {
    title: 'Table all that are ready',
    verb: 'table-ready',
    on: 'meeting',
    about: 'Each Draft Proposal that was determined ready goes before it for its conversion.',
    schema: fields({}),
  },
  RecordAttendance: {
    title: 'Record the attendance',
    verb: 'record-attendance',
    on: 'meeting',
    about: 'Seats, organisations and bodies only: no person is named. What was recorded before is replaced.',
    schema: fields({
      seats: severalInside('meeting seats', { label: 'Seats that were taken' }).exactOptional(),
      alternates: severalInside('meeting seats', { label: 'Of these, by an alternate' }).exactOptional(),
      present: subjects('bodies and organisations', ['body', 'organisation'], { label: 'Others who were present' }).exactOptional(),
      quorate: yes({
        label: 'Was it quorate?',
        hint: 'Left empty: as counted from the seats, where the rulebook tells how',
      }).exactOptional(),
    }),
  },
  NoteInterest: {
    title: 'Record an interest',
    verb: 'note-interest',
    on: 'meeting',
    schema: fields({
      about,
      seat: inside('meeting seats', { label: 'Seat' }).exactOptional(),
      of: subject('bodies and organisations', ['body', 'organisation'], { label: 'Organisation' }).exactOptional(),
      interest: prose({ label: 'What the interest is' }).exactOptional(),
    }),
  },
  ResolveItem: {
    title: 'Record what became of an item',
    verb: 'resolve-item',
    on: 'meeting',
    schema: fields({
      about,
      resolution: choice({ done: 'Dealt with', noted: 'Noted', deferred: 'Deferred' }, { label: 'Resolution' }),
      to: subject('later meetings', ['meeting'], { label: 'To which meeting', hint: 'Where it is deferred to one' }).exactOptional(),
      conditions: prose({ label: 'Conditions' }).exactOptional(),
    }),
  },
  AgreeMinutes: {
    title: 'Agree its minutes',
    verb: 'agree-minutes',
    on: 'meeting',
    schema: fields({ at: subject('later meetings', ['meeting'], { label: 'At which meeting' }) }),
  },
  PlaceAction: {
    title: 'Place an action',
    verb: 'place-action',
    on: 'meeting',
    schema: fields({
      what: line({ label: 'What is to be done' }),
      owner: subject('bodies and organisations', ['body', 'organisation'], { label: 'Who is to do it' }),
      due: day({ label: 'By which day' }).exactOptional(),
      modification: modification.exactOptional(),
    }),
  },
  CloseAction: {
    title: 'Close an action',
    verb: 'close-action',
    on: 'meeting',
    schema: fields({ action: inside('actions', { label: 'Action' }), outcome: line({ label: 'What came of it' }).exactOptional() }),
  },
  WithdrawItem: {
    title: 'Withdraw a modification from the meeting',
    verb: 'withdraw-item',
    on: 'meeting',
    schema: fields({ modification }),
  },
}
