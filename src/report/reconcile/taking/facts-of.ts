import { addDays } from '../../../domain/calendar/calendar-date.ts'
import type { Subject } from '../../../domain/entry.ts'
import { refused, type Verdict } from '../../../domain/refusal.ts'
import { all, find } from '../../../domain/register.ts'
import type { About, JudgedClaim } from '../claim.ts'
import { slugOf } from '../itself/links.ts'
import { plainTitle } from '../itself/names.ts'
import { releaseNamed } from '../register/releases.ts'
import { assessmentFacts } from './assessment.ts'
import { bodyFor, calledSo, founding, isDraft, placeOfClaim, type Taking } from './context.ts'
import { type FactToTake, inferred } from './written-fact.ts'

export type Facts = Verdict<{ readonly facts: readonly FactToTake[] }>
type Of<K extends About['is']> = Extract<About, { is: K }>

/** What a claim tells, as facts of the register; with what must be there first, where the paper tells that too. */
export function factsOf(taking: Taking, claim: JudgedClaim): Facts {
  const { about } = claim
  const at = placeOfClaim(claim)
  const { date } = taking
  const ofProposal = (id: Of<'title'>['id'], ...facts: readonly Omit<FactToTake, 'subject' | 'at'>[]): Facts => ({
    facts: [...founding(taking, id, at), ...facts.map((fact): FactToTake => ({ subject: `modification/${id}`, at, ...fact }))],
  })
  switch (about.is) {
    case 'paper':
      return refused('a paper is taken in with the first figure that is taken from it', [], ['take one of its counts or averages'])
    case 'reference':
      return ofProposal(about.id, { on: date, event: { type: 'ReferenceWritten', written: about.written } })
    case 'title':
      return ofProposal(about.id, {
        on: inferred(date),
        event: { type: 'Titled', title: about.title },
        reading: 'its title as printed in the paper',
      })
    case 'raised':
      return {
        facts: [
          {
            subject: `modification/${about.id}`,
            on: about.day,
            event: { type: 'Raised', as: isDraft(taking, about.id) ? 'draft' : 'proposal' },
            at,
          },
        ],
      }
    case 'raiser': {
      const proposer = calledSo(taking, about.name)
      if (!proposer)
        return refused(`no body or organisation is called ${about.name}`, [], ['name the organisation on the page of bodies first'])
      return ofProposal(about.id, { on: raisedOn(taking, about.id) ?? inferred(date), event: { type: 'ProposerNamed', proposer } })
    }
    case 'figure':
      return refused('a figure is taken as the paper states it', [], [])
    case 'member':
      return memberFacts(taking, claim, about, ofProposal)
    case 'day':
    case 'target':
    case 'duration':
      return assessmentFacts(taking, claim, about)
    case 'outcome':
      return outcomeFacts(taking, about, ofProposal)
    case 'held': {
      const body = bodyFor(taking, about.what === 'vote' ? 'changeBoard' : 'workingGroup')
      if (!body) return refused('the wording of the rulebook does not name this body', [], [])
      const meeting: Subject = `meeting/${body.slice(body.indexOf('/') + 1)}-${about.day}`
      return { facts: [{ subject: meeting, on: about.day, event: { type: 'MeetingHeld', body }, by: body, at }] }
    }
    case 'release date':
      return releaseFacts(taking, about, at)
    case 'date request':
      return requestFacts(taking, about, at)
    case 'link':
      return linkFacts(taking, about, ofProposal)
  }
}

type OfProposal = (id: Of<'title'>['id'], ...facts: readonly Omit<FactToTake, 'subject' | 'at'>[]) => Facts

function raisedOn({ claims }: Taking, id: Of<'raised'>['id']) {
  const raised = claims.find(({ about }) => about.is === 'raised' && about.id === id)?.about
  return raised?.is === 'raised' ? raised.day : undefined
}

/** Of the lists, those that tell where a proposal stands or what is to be done with it. */
function memberFacts(taking: Taking, claim: JudgedClaim, { figure, id, release }: Of<'member'>, ofProposal: OfProposal): Facts {
  const { date, context } = taking
  const reading = 'the paper has it in this list on its day'
  const attested = (standing: Extract<FactToTake['event'], { type: 'Attested' }>['standing']) =>
    ofProposal(id, { on: inferred(date), event: { type: 'Attested', standing }, reading })
  switch (figure) {
    case 'proposals.new': {
      const raised = taking.claims.find(({ about }) => about.is === 'raised' && about.id === id)
      return raised
        ? factsOf(taking, raised)
        : refused('the paper does not tell when it was raised', [], ['record its raising by its form'])
    }
    case 'readiness.determined': {
      const by = bodyFor(taking, 'readiness')
      if (!by) return refused('the wording of the rulebook does not name who determines readiness', [], [])
      const on = { from: addDays(context.window.from, 1), to: date, basis: 'bounded' } as const
      return ofProposal(id, {
        on,
        event: { type: 'DeterminedReady', by },
        by,
        reading: 'no day is printed: after the last paper’s cut-off and by the day of this one',
      })
    }
    case 'conversions.before':
      return attested({ stage: 'define', step: 'ready for conversion' })
    case 'consultations.refinement.open':
      return attested({ stage: 'refine', step: 'refinement' })
    case 'reports.before':
      return attested({ stage: 'refine', step: 'report' })
    case 'consultations.report.open':
      return attested({ stage: 'opine', step: 'report consultation' })
    case 'authority.pending':
      return attested({ stage: 'opine', step: 'with the authority' })
    case 'releases.scheduled': {
      const found = release === undefined ? undefined : releaseIn(taking, release)
      if (!found) return refused(`the register does not know the ${release ?? 'release'}`, [], ['take in the date of the release first'])
      const stands = find(context.register, 'modification', id)?.state.standing.value.stage === 'release'
      const standing = { type: 'Attested', standing: { stage: 'release', step: 'awaiting implementation' } } as const
      return ofProposal(id, ...(stands ? [] : [{ on: inferred(date), event: standing, reading }]), {
        on: inferred(date),
        nth: 1,
        event: { type: 'Scheduled', release: found, part: 1 },
        reading,
      })
    }
    default:
      return refused(
        `that it is in this list (${claim.subject}) is no fact of its own`,
        [],
        ['record the step that put it there, by its form'],
      )
  }
}

const releaseIn = ({ context: { register } }: Taking, name: string): Subject | undefined =>
  all(register, 'release').find(({ state }) => releaseNamed(state.name, name))?.subject

const outcomes = {
  'recommended for approval': { capacity: 'recommend', outcome: 'approve' },
  'recommended for rejection': { capacity: 'recommend', outcome: 'reject' },
  approved: { capacity: 'decide', outcome: 'approve' },
  rejected: { capacity: 'decide', outcome: 'reject' },
} as const

function outcomeFacts(taking: Taking, { id, outcome, day, by }: Of<'outcome'>, ofProposal: OfProposal): Facts {
  if (day === undefined) return refused('the paper does not tell the day of this vote or decision', [], ['record it by its form'])
  const { capacity, outcome: how } = outcomes[outcome]
  if (by !== undefined) {
    const who = calledSo(taking, by)
    if (!who) return refused(`no body or organisation is called ${by}`, [], ['name it on the page of bodies first'])
    return ofProposal(id, { on: day, event: { type: 'Decided', by: who, outcome: how }, by: who })
  }
  const body = bodyFor(taking, 'changeBoard')
  if (!body) return refused('the wording of the rulebook does not name the body that votes', [], [])
  return ofProposal(id, { on: day, event: { type: 'BallotHeld', body, capacity, outcome: how }, by: body })
}

function releaseFacts(taking: Taking, { release: name, day }: Of<'release date'>, at: string): Facts {
  if (releaseIn(taking, name)) return refused(`the register has the ${name} without this day`, [], ['set its date by its form'])
  const event = { type: 'ReleasePlanned', name: name.replace(/^the /i, ''), kind: 'scheduled', date: { kind: 'day', day } } as const
  return {
    facts: [{ subject: `release/${day.slice(0, 7)}`, on: inferred(taking.date), event, at, reading: 'planned by the day of the paper' }],
  }
}

function requestFacts(taking: Taking, { release: name, on, to }: Of<'date request'>, at: string): Facts {
  const release = name === undefined ? undefined : releaseIn(taking, name)
  const [by, of] = [bodyFor(taking, 'panel'), bodyFor(taking, 'authority')]
  if (!release)
    return refused(`the register does not know the ${name ?? 'release'} of this request`, [], ['take in the date of the release first'])
  if (on === undefined || !by || !of) return refused('the paper does not tell when it was asked', [], ['record the request by its form'])
  const id = release.slice(release.indexOf('/') + 1)
  const earlier = Object.keys(find(taking.context.register, 'release', id)?.state.dateChanges ?? {}).length
  const event = { type: 'DateChangeRequested', request: `${id}/${earlier + 1}`, by, of, to } as const
  return { facts: [{ subject: release, on, event, by, at }] }
}

/** The page of the proposal whose title the address is made from. */
function linkFacts({ claims, date }: Taking, { address }: Of<'link'>, ofProposal: OfProposal): Facts {
  const slug = slugOf(address)
  const titled = claims.find(
    ({ about }) =>
      about.is === 'title' &&
      plainTitle(about.title)
        .replace(/[^\p{L}\d]+/gu, '-')
        .replace(/^-+|-+$/g, '') === slug,
  )?.about
  if (titled?.is !== 'title') return refused('no title of the paper belongs to this address', [], ['record the address by its form'])
  return ofProposal(titled.id, { on: date, event: { type: 'AddressPublished', path: new URL(address).pathname } })
}
