import type { RefineAct } from '../../../domain/modification/refine-acts.ts'
import { type Forms, fields } from '../act-form.ts'
import { choice, count, inside, line, prose, subject } from '../fields.ts'
import { meetingHeld } from './define.ts'

const version = {
  document: line({ label: 'Title of its document', hint: 'Such as “Legal text v0.2”' }).exactOptional(),
  text: prose({ label: 'What it is', hint: 'Published' }).exactOptional(),
  drawnAgainst: subject('versions', ['version'], {
    label: 'Drawn against',
    hint: 'The version of the Code that its text amends',
  }).exactOptional(),
}

export const refineForms: Forms<RefineAct> = {
  Consider: {
    title: 'Record what came of considering it',
    verb: 'consider',
    on: 'modification',
    about: 'A Working Group, or a body whose views it takes, considered it.',
    schema: fields({ outcome: prose({ label: 'What came of it', hint: 'Published' }), meeting: meetingHeld }),
  },
  ProposeSolution: {
    title: 'Propose the solution',
    verb: 'propose-solution',
    on: 'modification',
    about: 'The Proposer’s own solution. The Proposer keeps it.',
    schema: fields({ title: line({ label: 'Name of the solution' }), ...version }),
  },
  RaiseAlternative: {
    title: 'Raise an Alternative Solution',
    verb: 'raise-alternative',
    on: 'modification',
    about: 'By a majority of the Working Group, where it would achieve the purpose in another way and be better than no change.',
    schema: fields({
      title: line({ label: 'Name of the alternative' }),
      inFavour: count(0, { label: 'In favour of raising it' }),
      of: count(1, { label: 'Members of the Working Group' }),
      why: prose({ label: 'Why it is better than no change', hint: 'Against the objectives. Published' }),
      ...version,
      meeting: meetingHeld,
    }),
  },
  ReviseSolution: {
    title: 'Record a new version of a solution',
    verb: 'revise-solution',
    on: 'modification',
    about: 'Only a material change makes the assessments of it stale.',
    schema: fields({
      solution: inside('solutions', { label: 'Solution' }),
      material: choice(
        { yes: 'Material: it changes what was or is being assessed', no: 'Not material: drafting, corrections' },
        { label: 'Is the change material?' },
      ),
      reason: prose({ label: 'Why it is, or is not', hint: 'Published' }),
      ...version,
    }),
  },
}
