import type { Entry, Subject, TextId } from '../entry.ts'
import { type Fact, fact } from '../fact.ts'
import { type Misfit, misfit } from '../misfit.ts'

type Told<T extends string> = { readonly type: T; readonly v: 1 }

/** What of a body's treatment of a proposal its Proposer may refer: that it was refused, the path it was put on, its timetable. */
export type ReferralMatter = 'refusal' | 'path' | 'timetable'

/** The Proposer asks another to look at it. */
export type Referred = Told<'Referred'> & {
  readonly matter: ReferralMatter
  readonly by: Subject | 'unknown'
  readonly to: Subject
  readonly grounds?: TextId
}
/** What was decided before stands, or is set aside: a refusal set aside leaves the proposal where it was before it. */
export type ReferralDecided = Told<'ReferralDecided'> & {
  readonly by: Subject
  readonly outcome: 'stands' | 'set aside'
  readonly why?: TextId
}
export type ReferralEvent = Referred | ReferralDecided

export type Referral = {
  readonly made: Fact<Omit<Referred, 'type' | 'v'>>
  readonly decided?: Fact<Omit<ReferralDecided, 'type' | 'v'>>
}

export const undecidedReferral = (referrals: readonly Referral[]): Referral | undefined => referrals.find(({ decided }) => !decided)

export function evolveReferrals(referrals: readonly Referral[], entry: Entry, event: ReferralEvent): readonly Referral[] | Misfit {
  const open = undecidedReferral(referrals)
  if (event.type === 'Referred') {
    const { type, v, ...told } = event
    return open ? misfit(entry, 'a referral of it is not decided') : [...referrals, { made: fact(entry, told) }]
  }
  if (!open) return misfit(entry, 'there is no referral to be decided')
  const { type, v, ...told } = event
  return referrals.map((each) => (each === open ? { ...each, decided: fact(entry, told) } : each))
}
