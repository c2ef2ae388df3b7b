import type { DefineAct } from '../../../domain/modification/define-acts.ts'
import { type Forms, fields } from '../act-form.ts'
import { choice, subject } from '../fields.ts'

export const meetingHeld = subject('meetings', ['meeting'], { label: 'Meeting', hint: 'Where it was done at a meeting' }).exactOptional()

export const paths = {
  'authority led': 'Path 1: Authority-Led',
  'authority determined': 'Path 2: Authority Determined',
  'self-governance': 'Path 3: Self-Governance',
  'fast-track': 'Fast-Track',
} as const

export const defineForms: Forms<DefineAct> = {
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
}
