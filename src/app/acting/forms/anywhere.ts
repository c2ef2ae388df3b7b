import type { AnywhereAct } from '../../../domain/modification/anywhere-acts.ts'
import { type Forms, fields } from '../act-form.ts'
import { choice, day, line, lines, severalInside, subject } from '../fields.ts'
import { paths } from './define.ts'

const relations = {
  'part of': 'Part of',
  supersedes: 'Supersedes',
  'consequential on': 'Consequential on',
  'joint with': 'Joint with',
  'same proposal as': 'The same proposal as',
} as const

export const anywhereForms: Forms<AnywhereAct> = {
  ChangePath: {
    title: 'Change the path',
    verb: 'change-path',
    on: 'modification',
    schema: fields({ path: choice(paths, { label: 'Path' }) }),
  },
  PutOnHold: {
    title: 'Put on hold',
    verb: 'put-on-hold',
    on: 'modification',
    schema: fields({
      until: day({ label: 'Until which day' }).exactOptional(),
      condition: line({ label: 'Until what happens', hint: 'Such as “MP252 is agreed”' }).exactOptional(),
      review: day({ label: 'Day on which the hold is reviewed' }),
    }),
  },
  Resume: { title: 'Resume', verb: 'resume', on: 'modification', schema: fields({}) },
  NotifyWithdrawal: {
    title: 'Notify the withdrawal',
    verb: 'notify-withdrawal',
    on: 'modification',
    about: 'A Party may adopt it until the window lapses; if none does, it is withdrawn from then on.',
    schema: fields({}),
  },
  Adopt: { title: 'Adopt', verb: 'adopt', on: 'modification', about: 'The Party becomes its Proposer.', schema: fields({}) },
  Supersede: {
    title: 'Supersede',
    verb: 'supersede',
    on: 'modification',
    about: 'It ends; another takes up its substance.',
    schema: fields({ supersededBy: subject('modifications', ['modification'], { label: 'By which modification' }) }),
  },
  Retitle: { title: 'Change the title', verb: 'retitle', on: 'modification', schema: fields({ title: line({ label: 'Title' }) }) },
  ChangeProposer: {
    title: 'Change the Proposer',
    verb: 'change-proposer',
    on: 'modification',
    schema: fields({ proposer: subject('bodies and organisations', ['organisation', 'body'], { label: 'Proposer' }) }),
  },
  Relate: {
    title: 'Relate to another modification',
    verb: 'relate',
    on: 'modification',
    schema: fields({
      relation: choice(relations, { label: 'How' }),
      to: subject('modifications', ['modification'], { label: 'To which modification' }),
    }),
  },
  AssignAnalyst: {
    title: 'Assign the Lead Analyst',
    verb: 'assign-analyst',
    on: 'modification',
    schema: fields({
      analyst: subject('analysts', ['organisation', 'body'], {
        label: 'Lead Analyst',
        hint: 'An organisation or a role: no person is named',
      }),
    }),
  },
  SetParties: {
    title: 'Set the Parties affected',
    verb: 'set-parties',
    on: 'modification',
    schema: fields({ parties: severalInside('party categories', { label: 'Party categories' }) }),
  },
  SetDocuments: {
    title: 'Set the documents affected',
    verb: 'set-documents',
    on: 'modification',
    schema: fields({ documents: lines({ label: 'Documents of the Code', hint: 'One a line' }) }),
  },
}
