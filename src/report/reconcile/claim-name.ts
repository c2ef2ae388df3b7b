import { definitionOf } from '../figures/definitions.ts'
import type { Claim } from './claim.ts'

/** What a claim is about, in words: a figure by its title, not by its id. */
export function claimName({ kind, subject, about, value }: Claim): string {
  switch (about.is) {
    case 'figure':
      return definitionOf(about.figure).title
    case 'member':
      return `${value} in ${about.release ?? definitionOf(about.figure).title}`
    case 'paper':
      return about.field === 'date' ? 'Date of the paper' : 'Reference of the paper'
    case 'link':
      return 'Address'
    case 'title':
    case 'raiser':
    case 'reference':
    case 'outcome':
      return `${subject}, ${kind}`
    default:
      return subject
  }
}
