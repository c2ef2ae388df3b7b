import type { AppealsAct } from '../../../domain/modification/appeal-acts.ts'
import { type Forms, fields } from '../act-form.ts'
import { choice, count, prose } from '../fields.ts'

export const appealForms: Forms<AppealsAct> = {
  PublishDecision: {
    title: 'Publish the decision',
    verb: 'publish-decision',
    on: 'modification',
    about: 'From now on it may be appealed against, for as long as the rulebook says.',
    schema: fields({}),
  },
  Appeal: {
    title: 'Appeal against the decision',
    verb: 'appeal',
    on: 'modification',
    about: 'The grounds are published.',
    schema: fields({ grounds: prose({ label: 'Grounds' }) }),
  },
  DecideAppeal: {
    title: 'Decide the appeal',
    verb: 'decide-appeal',
    on: 'modification',
    about: 'What is decided takes the place of the decision appealed against; what is in force already is reversed.',
    schema: fields({
      outcome: choice(
        { approve: 'The modification is approved', reject: 'The modification is rejected' },
        { label: 'How it stands after the appeal' },
      ),
      why: prose({ label: 'Why' }).exactOptional(),
    }),
  },
  DecideFastTrack: {
    title: 'Decide on the Fast-Track Modification',
    verb: 'decide-fast-track',
    on: 'modification',
    about: 'It is approved only if all members present are in favour.',
    schema: fields({ present: count(1, { label: 'Members present' }), inFavour: count(0, { label: 'In favour' }) }),
  },
  ReceiveReport: { title: 'Acknowledge the report', verb: 'receive-report', on: 'modification', schema: fields({}) },
}
