import type { Subject } from '../domain/entry.ts'
import { type Outcome, pendingReleases, type Standing, stages } from '../domain/modification/modification.ts'
import { parseReference, type ReferenceGrammar } from '../domain/modification/reference.ts'
import { refused, type Verdict } from '../domain/refusal.ts'
import { type Found, modifications, type Register } from '../domain/register.ts'
import { searchRegister } from './search.ts'

type Hit = Found<'modification'>

const outcomes: Record<Outcome, true> = {
  implemented: true,
  refused: true,
  rejected: true,
  withdrawn: true,
  superseded: true,
  reversed: true,
}
/** Where it stands, as the filter asks: a stage, ended in any way, one way of ending, or not told. */
export const standings = [...stages, 'ended', ...(Object.keys(outcomes) as Outcome[]), 'unknown'] as const
export type StandingAsked = (typeof standings)[number]

/** What the register is asked for. All of it is in the address, under these names; an empty value asks for everything. */
export type RegisterFilter = {
  readonly q: string
  readonly stage: StandingAsked | ''
  readonly proposer: string
  readonly party: string
  readonly document: string
  readonly release: string
}

/** Reads the query of an address. A stage that does not exist is refused: a list of everything, or of nothing, would not tell why. */
export function parseFilter(query: Readonly<Record<string, string>>): Verdict<RegisterFilter> {
  const text = (name: string) => (query[name] ?? '').trim().slice(0, 200)
  const stage = text('stage') === '' ? '' : standings.find((one) => one === text('stage').toLowerCase())
  if (stage === undefined)
    return refused(
      `stage must be one of ${standings.join(', ')}, and is “${text('stage')}”`,
      [],
      ['correct it in the address, or leave it out'],
    )
  return { q: text('q'), stage, proposer: text('proposer'), party: text('party'), document: text('document'), release: text('release') }
}

export const isEmpty = (filter: RegisterFilter): boolean => Object.values(filter).every((value) => value === '')

/** Named ones by number (or best match first), those that a source only counts apart; `similar` when the spelling was forgiven. */
export type Listing = { readonly named: readonly Hit[]; readonly unidentified: readonly Hit[]; readonly how: 'exact' | 'similar' }

export function listRegister(register: Register, grammar: ReferenceGrammar, filter: RegisterFilter): Listing {
  const all = modifications(register)
  const searched = filter.q === '' ? undefined : searchRegister(register, grammar, filter.q)
  const named = (searched?.found ?? all).filter((hit) => !hit.state.unidentified && passes(filter, hit))
  const byStageAlone = isEmpty({ ...filter, stage: '' })
  const unidentified = byStageAlone ? all.filter((hit) => hit.state.unidentified && passes(filter, hit)) : []
  return { named, unidentified, how: searched?.how ?? 'exact' }
}

/** The id of the modification, when the words asked for are exactly one reference that the register has. */
export function exactlyOne(register: Register, grammar: ReferenceGrammar, { q }: RegisterFilter): string | undefined {
  const id = q === '' ? undefined : parseReference(grammar, q)
  return id !== undefined && !id.startsWith('u') && register.subjects.has(`modification/${id}`) ? id : undefined
}

function passes(filter: RegisterFilter, { state }: Hit): boolean {
  const releases: readonly Subject[] = [
    ...pendingReleases(state),
    ...Object.values(state.parts).flatMap((part) => part.implemented?.value.release ?? part.release?.value ?? []),
  ]
  return (
    (filter.stage === '' || stands(filter.stage, state.standing.value)) &&
    (filter.proposer === '' ||
      state.proposers.some(({ value }) => value === `organisation/${filter.proposer}` || value === `body/${filter.proposer}`)) &&
    (filter.party === '' || (state.parties?.value.includes(filter.party) ?? false)) &&
    (filter.document === '' || (state.documents?.value.includes(filter.document) ?? false)) &&
    (filter.release === '' || releases.includes(`release/${filter.release}`))
  )
}

function stands(asked: StandingAsked, standing: Standing): boolean {
  if (standing.stage !== 'ended') return asked === standing.stage
  return asked === 'ended' || asked === standing.outcome
}
