import type { DefineAct } from '../../../domain/modification/define-acts.ts'
import { type Forms, fields } from '../act-form.ts'
import { choice, count, inside, line, lines, prose, severalInside, subject, yes } from '../fields.ts'

export const meetingHeld = subject('meetings', ['meeting'], { label: 'Meeting', hint: 'Where it was done at a meeting' }).exactOptional()

export const paths = {
  'authority led': 'Path 1: Authority-Led',
  'authority determined': 'Path 2: Authority Determined',
  'self-governance': 'Path 3: Self-Governance',
  'fast-track': 'Fast-Track',
} as const

export const defineForms: Forms<DefineAct> = {
  RaiseDraftProposal: {
    title: 'Raise a Draft Proposal',
    verb: 'raise-draft-proposal',
    on: 'modification',
    founds: true,
    about: 'Only the problem is described: no work is done on solutions yet. It takes the next number.',
    schema: fields({
      title: line({ label: 'Title' }),
      proposer: subject('bodies and organisations', ['organisation', 'body'], { label: 'Proposer' }),
      issue: prose({ label: 'What is the issue?' }),
      parties: severalInside('party categories', { label: 'Party categories affected' }).exactOptional(),
      documents: lines({ label: 'Documents of the Code affected', hint: 'One a line' }).exactOptional(),
      submission: subject('drafts under review', ['submission'], {
        label: 'Draft that was reviewed',
        hint: 'Where the critical friend had it',
      }).exactOptional(),
      number: count(1, {
        label: 'Its number',
        hint: 'Only where it was raised earlier, and had one. Left empty: the next',
      }).exactOptional(),
    }),
  },
  DetermineReady: {
    title: 'Determine ready for conversion',
    verb: 'determine-ready',
    on: 'modification',
    schema: fields({ meeting: meetingHeld }),
  },
  Convert: {
    title: 'Convert to a Modification Proposal',
    verb: 'convert',
    on: 'modification',
    schema: fields({
      path: choice(paths, { label: 'Path' }),
      route: choice({ refinement: 'Refinement Process', report: 'Straight to the Modification Report' }, { label: 'Route' }),
      meeting: meetingHeld,
    }),
  },
  RefuseConversion: {
    title: 'Refuse the conversion',
    verb: 'refuse-conversion',
    on: 'modification',
    about: 'The Draft Proposal ends.',
    schema: fields({ ground: inside('refusal grounds', { label: 'Why it is refused' }), meeting: meetingHeld }),
  },
  AskUrgency: {
    title: 'Ask whether it is urgent',
    verb: 'ask-urgency',
    on: 'modification',
    about: 'Who decides on urgency is asked, with why.',
    schema: fields({ why: prose({ label: 'Why it may be urgent' }) }),
  },
  DecideUrgency: {
    title: 'Decide on urgency',
    verb: 'decide-urgency',
    on: 'modification',
    schema: fields({ urgent: yes({ label: 'Is it urgent?' }) }),
  },
}
