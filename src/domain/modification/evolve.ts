import { evolveAssessment } from '../assessment/assessment.ts'
import { type BallotHeld, ballotHeld } from '../ballot/ballot.ts'
import { evolveVoting, type VotingEvent } from '../ballot/voting.ts'
import { type ConsultationEvent, evolveConsultation } from '../consultation/consultation.ts'
import type { Entry } from '../entry.ts'
import { fact, withFact } from '../fact.ts'
import { isMisfit, type Misfit, misfit } from '../misfit.ts'
import { own } from '../own.ts'
import { evolvePlan } from '../plan/plan.ts'
import { same } from '../same.ts'
import { evolveSolution } from '../solution/solution.ts'
import { type AppealDecided, evolveAppeals, noAppeals } from './appeal.ts'
import type { Attested, BackTo, Converted, Decided, Implemented, ModificationEvent, Raised, Scheduled } from './events.ts'
import { type Modification, type Outcome, openVoting, type Standing } from './modification.ts'
import { evolveReferrals, type ReferralEvent } from './referral.ts'
import { movedTo } from './settle.ts'

/** One entry more. It reads the event only: no rule, no calendar, no label. */
export function evolveModification(state: Modification | undefined, entry: Entry, event: ModificationEvent): Modification | Misfit {
  if (event.type === 'Raised') return raised(state, entry, event)
  if (event.type === 'Attested') return attested(state, entry, event)
  if (!state) return misfit(entry, 'nothing is known of this modification before: it is neither raised nor attested yet')
  switch (event.type) {
    case 'Titled': {
      const title = fact(entry, event.title)
      return { ...state, title, titles: withFact(state.titles, title) }
    }
    case 'ProposerNamed': {
      const proposer = fact(entry, event.proposer)
      return { ...state, proposer, proposers: withFact(state.proposers, proposer) }
    }
    case 'IssueSummarised':
      return { ...state, issue: fact(entry, event.text) }
    case 'SectionWritten': {
      const texts = withFact(own(state.sections, event.section) ?? [], fact(entry, event.text))
      return { ...state, sections: { ...state.sections, [event.section]: texts } }
    }
    case 'CommentMade': {
      const { type, v, ...comment } = event
      return { ...state, comments: withFact(state.comments, fact(entry, comment)) }
    }
    case 'Prioritised': {
      const { type, v, ...priority } = event
      return { ...state, priorities: withFact(state.priorities, fact(entry, priority)) }
    }
    case 'ReportReceived':
      return { ...state, reportReceived: fact(entry, event.by) }
    case 'DecisionPublished':
    case 'AppealWindowMoved':
    case 'Appealed':
    case 'AppealDecided': {
      const appeals = evolveAppeals(state.appeals, entry, event)
      if (isMisfit(appeals)) return appeals
      return event.type === 'AppealDecided' ? afterAppeal({ ...state, appeals }, entry, event) : { ...state, appeals }
    }
    case 'SummarisedPlainly':
      return { ...state, plain: fact(entry, { text: event.text, words: event.words }) }
    case 'ImpactRated':
      return { ...state, impacts: { ...state.impacts, [event.category]: fact(entry, { impact: event.impact, why: event.why }) } }
    case 'PartiesAffected':
      return { ...state, parties: fact(entry, event.parties) }
    case 'DocumentsAffected':
      return { ...state, documents: fact(entry, event.documents) }
    case 'Related':
      return { ...state, relations: withFact(state.relations, fact(entry, { relation: event.relation, to: event.to })) }
    case 'LeadAnalystAssigned':
      return { ...state, analyst: fact(entry, event.analyst) }
    case 'DocumentListed': {
      const { type, v, ...document } = event
      return { ...state, listed: withFact(state.listed, fact(entry, document)) }
    }
    case 'ReferenceWritten':
      return { ...state, writings: withFact(state.writings, fact(entry, event.written)) }
    case 'AddressPublished':
      return { ...state, addresses: withFact(state.addresses, fact(entry, event.path)) }
    case 'StatusShown':
      return { ...state, shown: withFact(state.shown, fact(entry, event.status)) }
    case 'PathSet': {
      const path = fact(entry, event.path)
      return { ...state, path, paths: withFact(state.paths, path) }
    }
    case 'MilestonePlanned':
      return { ...state, plan: evolvePlan(state.plan, entry, event) }
    case 'DecisionExpected':
      return { ...state, expectedDecisions: withFact(state.expectedDecisions, fact(entry, event)) }
    case 'AssessmentRequested':
    case 'AssessmentRequestApproved':
    case 'AssessmentAccepted':
    case 'AssessmentDeclined':
    case 'AssessmentTargetRevised':
    case 'ReturnForecast':
    case 'InformationAsked':
    case 'InformationAnswered':
    case 'InformationPauseAgreed':
    case 'AssessmentReturned':
    case 'AssessmentCosted':
    case 'AssessmentCancelled':
    case 'ProgressReported': {
      const assessment = evolveAssessment(own(state.assessments, event.assessment), entry, event)
      return isMisfit(assessment) ? assessment : { ...state, assessments: { ...state.assessments, [event.assessment]: assessment } }
    }
    case 'Referred':
    case 'ReferralDecided':
      return referred(state, entry, event)
    // What was said, and what is answered to it, may reach the register after all is over.
    case 'QuestionsSet':
    case 'ResponseSubmitted':
    case 'AnswersWithheld':
    case 'ResponseWithheld':
    case 'PointAnswered':
      return consulted(state, entry, event)
    case 'Unscheduled':
      return unscheduled(state, entry, event.part)
    case 'Implemented':
      return implemented(state, entry, event)
  }
  if (state.standing.value.stage === 'ended') return misfit(entry, `it ended before (${state.standing.value.outcome})`)
  switch (event.type) {
    case 'DeterminedReady':
      if (!inStage(state, 'define'))
        return misfit(entry, `a Draft Proposal is determined ready in Define, and it is in ${stageName(state)}`)
      return stands({ ...state, determinedReady: fact(entry, event.by) }, entry, { stage: 'define', step: 'ready for conversion' })
    case 'Converted':
      return converted(state, entry, event)
    case 'ConversionRefused':
      if (!inStage(state, 'define')) return misfit(entry, `a conversion is refused in Define, and it is in ${stageName(state)}`)
      return stands(event.ground === undefined ? state : { ...state, refusedFor: fact(entry, event.ground) }, entry, {
        stage: 'ended',
        outcome: 'refused',
      })
    case 'Considered': {
      const { type, v, ...considered } = event
      return { ...state, considered: withFact(state.considered, fact(entry, considered)) }
    }
    case 'SolutionProposed':
    case 'SolutionVersioned': {
      const solution = evolveSolution(own(state.solutions, event.solution), entry, event)
      return isMisfit(solution) ? solution : { ...state, solutions: { ...state.solutions, [event.solution]: solution } }
    }
    case 'ReportApproved':
      if (!inStage(state, 'refine')) return misfit(entry, `a Modification Report is approved in Refine, and it is in ${stageName(state)}`)
      return stands({ ...state, proposal: true }, entry, { stage: 'opine', step: 'report consultation' })
    case 'ReportSentBack':
      if (!inStage(state, 'refine') && !inStage(state, 'opine'))
        return misfit(entry, `there is no Modification Report to send back: it is in ${stageName(state)}`)
      return stands(event.terms === undefined ? state : { ...state, terms: withFact(state.terms, fact(entry, event.terms)) }, entry, {
        stage: 'refine',
        step: 'refinement',
      })
    case 'SentForDecision':
      if (!inStage(state, 'opine')) return misfit(entry, `a report is sent for decision in Opine, and it is in ${stageName(state)}`)
      return stands(state, entry, { stage: 'opine', step: 'with the authority' })
    case 'BallotHeld':
      return voted(state, entry, event)
    case 'BallotOpened':
    case 'VoteCast':
    case 'InterestDeclared':
    case 'RulingMade':
    case 'BallotWithdrawn':
      return votedBySeat(state, entry, event)
    case 'Decided':
      return decided(state, entry, event)
    case 'Scheduled':
      return scheduled(state, entry, event)
    case 'PutOnHold': {
      if (state.onHold) return misfit(entry, 'it is on hold already')
      const { type, v, ...hold } = event
      return { ...state, onHold: fact(entry, hold) }
    }
    case 'Resumed': {
      if (!state.onHold) return misfit(entry, 'it is not on hold')
      const { onHold, ...rest } = state
      return rest
    }
    case 'UrgencyAsked': {
      const { type, v, ...asked } = event
      return { ...state, urgencyAsked: fact(entry, asked) }
    }
    case 'UrgencyDecided':
      return { ...state, urgent: fact(entry, event.urgent) }
    case 'WithdrawalNotified':
      return state.withdrawalNotice
        ? misfit(entry, 'its withdrawal was notified before')
        : { ...state, withdrawalNotice: fact(entry, { lapses: event.lapses }) }
    case 'AdoptionWindowMoved':
      return state.withdrawalNotice
        ? { ...state, withdrawalNotice: { ...state.withdrawalNotice, value: { lapses: event.lapses } } }
        : misfit(entry, 'no withdrawal is notified whose window could move')
    case 'Adopted': {
      if (!state.withdrawalNotice) return misfit(entry, 'no withdrawal is notified that could be adopted')
      const { withdrawalNotice, ...rest } = state
      const proposer = fact(entry, event.by)
      return { ...rest, proposer, proposers: withFact(state.proposers, proposer) }
    }
    case 'Withdrawn':
      return stands(state, entry, { stage: 'ended', outcome: 'withdrawn' })
    case 'Superseded':
      return stands({ ...state, relations: withFact(state.relations, fact(entry, { relation: 'superseded by', to: event.by })) }, entry, {
        stage: 'ended',
        outcome: 'superseded',
      })
    case 'ConsultationPlanned':
    case 'ConsultationOpened':
    case 'ConsultationCloseSet':
    case 'ConsultationCancelled':
      return consulted(state, entry, event)
  }
}

function raised(state: Modification | undefined, entry: Entry, event: Raised): Modification | Misfit {
  if (state) return misfit(entry, state.raised ? 'it was raised before' : 'a source shows it before the day on which it would be raised')
  const standing = fact<Standing>(entry, { stage: 'define', step: 'raised' })
  return { ...blank, proposal: event.as === 'proposal', raised: fact(entry, event.as), standing, standings: [standing] }
}

function attested(state: Modification | undefined, entry: Entry, event: Attested): Modification | Misfit {
  const { standing } = event
  const proposal = (state?.proposal ?? false) || event.as === 'proposal' || onlyOfProposals(standing)
  if (!state) {
    const first = fact<Standing>(entry, standing)
    return { ...blank, unidentified: event.unidentified === true, proposal, standing: first, standings: [first] }
  }
  const present = state.standing.value
  if (present.stage === 'ended' && !(standing.stage === 'ended' && mayEndAgain(present.outcome, standing.outcome)))
    return misfit(entry, `it ended before (${present.outcome})`)
  if (present.stage !== 'unknown' && rank(standing) < rank(present))
    return misfit(entry, `it was in ${stageName(state)} before, which is further on`)
  // Shown again where it stood already: it stands there since it came there, not since it was shown.
  return same(present, standing) ? { ...state, proposal } : stands({ ...state, proposal }, entry, standing)
}

/** A Draft Proposal ends, too: refused, withdrawn or superseded tells nothing of a conversion. */
function onlyOfProposals(standing: Standing): boolean {
  if (standing.stage !== 'ended') return standing.stage !== 'unknown' && standing.stage !== 'define'
  return standing.outcome === 'implemented' || standing.outcome === 'rejected' || standing.outcome === 'reversed'
}

/** An end may be told again, and what is in force may be reversed; nothing else follows an end. */
const mayEndAgain = (before: Outcome, told: Outcome): boolean => told === before || (before === 'implemented' && told === 'reversed')

function converted(state: Modification, entry: Entry, event: Converted): Modification | Misfit {
  if (!inStage(state, 'define')) return misfit(entry, `a Draft Proposal is converted in Define, and it is in ${stageName(state)}`)
  if (state.conversion) return misfit(entry, 'it was converted before')
  const conversion = fact(entry, { by: event.by, route: event.route })
  return stands({ ...state, proposal: true, conversion }, entry, {
    stage: 'refine',
    step: event.route === 'report' ? 'report' : 'refinement',
  })
}

function voted(state: Modification, entry: Entry, event: BallotHeld): Modification | Misfit {
  if (!inStage(state, 'opine')) return misfit(entry, `a vote follows the Modification Report, in Opine, and it is in ${stageName(state)}`)
  const voting = event.ballot === undefined ? undefined : own(state.votings, event.ballot)
  if (event.ballot !== undefined && voting?.status !== 'open') return misfit(entry, `the ballot ${event.ballot} is not open`)
  const votings = voting ? { ...state.votings, [voting.id]: { ...voting, status: 'held' as const } } : state.votings
  const after = { ...state, votings, ballots: withFact(state.ballots, ballotHeld(entry, event)) }
  if (event.capacity === 'recommend') return stands(after, entry, { stage: 'opine', step: 'with the authority' })
  return stands(
    after,
    entry,
    event.outcome === 'approve' ? { stage: 'release', step: 'awaiting implementation' } : { stage: 'ended', outcome: 'rejected' },
  )
}

/** A ballot that opens shows that the vote has come, though nobody told that the consultation was over. */
function votedBySeat(state: Modification, entry: Entry, event: VotingEvent): Modification | Misfit {
  const opens = event.type === 'BallotOpened'
  if (opens && !inStage(state, 'opine')) return misfit(entry, `a ballot opens in Opine, and it is in ${stageName(state)}`)
  const open = openVoting(state)
  if (opens && open) return misfit(entry, `the ballot ${open.id} is open already`)
  const voting = evolveVoting(own(state.votings, event.ballot), entry, event)
  if (isMisfit(voting)) return voting
  const { value } = state.standing
  const atVote = value.stage === 'opine' && value.step === 'vote'
  const before = opens && !atVote ? stands(state, entry, { stage: 'opine', step: 'vote' }) : state
  return { ...before, votings: { ...before.votings, [event.ballot]: voting } }
}

/** What was decided on the appeal takes the place of what was decided before. */
function afterAppeal(state: Modification, entry: Entry, { outcome }: AppealDecided): Modification | Misfit {
  const { value } = state.standing
  const isApproved = value.stage === 'release' || (value.stage === 'ended' && value.outcome === 'implemented')
  const isRejected = value.stage === 'ended' && value.outcome === 'rejected'
  if (!isApproved && !isRejected) return misfit(entry, `an appeal is decided once the modification was, and it is in ${stageName(state)}`)
  if (isApproved === (outcome === 'approve')) return state
  if (outcome === 'approve') return stands(state, entry, { stage: 'release', step: 'awaiting implementation' })
  return stands(state, entry, { stage: 'ended', outcome: value.stage === 'release' ? 'rejected' : 'reversed' })
}

/** A refusal that is set aside leaves it where it stood before it was refused. */
function referred(state: Modification, entry: Entry, event: ReferralEvent): Modification | Misfit {
  const referrals = evolveReferrals(state.referrals, entry, event)
  if (isMisfit(referrals)) return referrals
  const after = { ...state, referrals }
  const { value } = state.standing
  const isRefused = value.stage === 'ended' && value.outcome === 'refused'
  const matter = referrals.findLast(({ decided }) => decided)?.made.value.matter
  if (event.type !== 'ReferralDecided' || event.outcome !== 'set aside' || matter !== 'refusal' || !isRefused) return after
  return stands(after, entry, { stage: 'define', step: state.determinedReady ? 'ready for conversion' : 'raised' })
}

function decided(state: Modification, entry: Entry, event: Decided): Modification | Misfit {
  // A Fast-Track Modification is decided without a report.
  const isFast = state.path?.value === 'fast-track' && (inStage(state, 'define') || inStage(state, 'refine'))
  if (!isFast && !inStage(state, 'opine')) return misfit(entry, `a decision follows the report, in Opine, and it is in ${stageName(state)}`)
  const after = { ...state, decisions: withFact(state.decisions, fact(entry, event)) }
  switch (event.outcome) {
    case 'approve':
      return stands(after, entry, { stage: 'release', step: 'awaiting implementation' })
    case 'reject':
      return stands(after, entry, { stage: 'ended', outcome: 'rejected' })
    case 'send back':
      return stands({ ...after, votings: voided(state.votings) }, entry, standingAt(event.backTo ?? 'refinement'))
  }
}

/** What was voted before it was sent back counts no more. */
function voided(votings: Modification['votings']): Modification['votings'] {
  return Object.fromEntries(
    Object.entries(votings).map(([id, voting]) => [id, voting.status === 'held' ? { ...voting, status: 'void' } : voting]),
  )
}

function standingAt(step: BackTo): Standing {
  return step === 'refinement' || step === 'report' ? { stage: 'refine', step } : { stage: 'opine', step }
}

function scheduled(state: Modification, entry: Entry, event: Scheduled): Modification | Misfit {
  if (!inStage(state, 'release')) return misfit(entry, `it joins the scope of a release once approved, and it is in ${stageName(state)}`)
  const part = state.parts[event.part]
  if (part?.implemented) return misfit(entry, `part ${event.part} is in force already`)
  if (part?.release) return misfit(entry, `part ${event.part} is in the scope of ${part.release.value} already`)
  return { ...state, parts: { ...state.parts, [event.part]: { ...part, release: fact(entry, event.release) } } }
}

function unscheduled(state: Modification, entry: Entry, number: number): Modification | Misfit {
  const part = state.parts[number]
  if (!part?.release || part.implemented) return misfit(entry, `part ${number} is in the scope of no release that is still to come`)
  const { [number]: removed, ...parts } = state.parts
  return { ...state, parts }
}

/** In force in one part; ended when no part is still waiting for its release. */
function implemented(state: Modification, entry: Entry, event: Implemented): Modification | Misfit {
  if (!inStage(state, 'release')) return misfit(entry, `it comes into force once approved, and it is in ${stageName(state)}`)
  const part = state.parts[event.part]
  if (part?.implemented) return misfit(entry, `part ${event.part} is in force already`)
  const { type, v, part: number, ...how } = event
  const parts = { ...state.parts, [number]: { ...part, implemented: fact(entry, how) } }
  const after = { ...state, parts }
  return Object.values(parts).every((each) => each.implemented) ? stands(after, entry, { stage: 'ended', outcome: 'implemented' }) : after
}

function consulted(state: Modification, entry: Entry, event: ConsultationEvent): Modification | Misfit {
  const consultation = evolveConsultation(own(state.consultations, event.consultation), entry, event)
  if (isMisfit(consultation)) return consultation
  const after = { ...state, consultations: { ...state.consultations, [event.consultation]: consultation } }
  if (event.type !== 'ConsultationOpened' || event.consultationKind !== 'report') return after
  if (inStage(state, 'opine')) return after
  if (!inStage(state, 'refine')) return misfit(entry, `a Modification Report Consultation opens in Opine, and it is in ${stageName(state)}`)
  // That it opened shows that its report was approved, though nobody told the day.
  return stands({ ...after, proposal: true }, entry, { stage: 'opine', step: 'report consultation' })
}

function stands(state: Modification, entry: Entry, standing: Standing): Modification {
  return movedTo(state, fact(entry, standing))
}

/** In the stage, or where no source tells its stage: what is not known refuses nothing. */
const inStage = (state: Modification, stage: Standing['stage']): boolean =>
  state.standing.value.stage === stage || state.standing.value.stage === 'unknown'

/** How far on; what is not known may follow anything. */
const order: Record<Standing['stage'], number> = { define: 0, refine: 1, opine: 2, release: 3, ended: 4, unknown: 5 }
const rank = (standing: Standing): number => order[standing.stage]

const stageName = (state: Modification): string =>
  state.standing.value.stage === 'unknown' ? 'an unknown stage' : state.standing.value.stage.replace(/^./, (letter) => letter.toUpperCase())

const blank = {
  kind: 'modification',
  proposal: false,
  unidentified: false,
  titles: [],
  sections: {},
  impacts: {},
  comments: [],
  terms: [],
  priorities: [],
  appeals: noAppeals,
  referrals: [],
  proposers: [],
  relations: [],
  listed: [],
  writings: [],
  addresses: [],
  shown: [],
  paths: [],
  assessments: {},
  consultations: {},
  solutions: {},
  considered: [],
  ballots: [],
  votings: {},
  decisions: [],
  expectedDecisions: [],
  plan: {},
  parts: {},
} as const
