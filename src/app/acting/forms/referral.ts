import type { ReferralAct } from '../../../domain/modification/referral-acts.ts'
import { type Forms, fields } from '../act-form.ts'
import { choice, prose } from '../fields.ts'
import { paths } from './define.ts'

export const referralForms: Forms<ReferralAct> = {
  Refer: {
    title: 'Refer it',
    verb: 'refer',
    on: 'modification',
    about: 'The Proposer asks who decides on referrals to look at it. The grounds are published.',
    schema: fields({
      matter: choice(
        { refusal: 'That it was refused', path: 'The path on which it was put', timetable: 'Its timetable' },
        { label: 'What is referred' },
      ),
      grounds: prose({ label: 'Grounds' }),
    }),
  },
  DecideReferral: {
    title: 'Decide the referral',
    verb: 'decide-referral',
    on: 'modification',
    about: 'A refusal that is set aside leaves the proposal where it was before.',
    schema: fields({
      outcome: choice({ stands: 'What was decided stands', 'set aside': 'It is set aside' }, { label: 'What is decided' }),
      path: choice(paths, { label: 'The path on which it goes on', hint: 'Only where a path is set aside' }).exactOptional(),
      why: prose({ label: 'Why' }).exactOptional(),
    }),
  },
}
