import { decidersOn } from '../access.ts'
import { idOf, kindOf, type Proposed, type Subject } from '../entry.ts'
import type { Event } from '../events.ts'
import { publicationNamed } from '../publication/kinds.ts'
import { find, type Register } from '../register.ts'
import { type Topic, topicOf } from './topics.ts'

/** Somebody who may be told: a contact of a body or an organisation, or an account. */
export type Listener = {
  /** `contact/…` or `account/…`. */
  readonly id: string
  /** For whom he listens. */
  readonly of: readonly Subject[]
  /** Of what he wants to be told, where it touches those for whom he listens. */
  readonly wants: readonly Topic[]
  /** Of what he wants to be told all. */
  readonly follows: readonly Subject[]
  /** He has one mail a week instead: else he is told only of what is asked of those for whom he listens. */
  readonly weekly?: true
}

/** Why somebody is told: those for whom he listens are asked, or proposed it; it is what he wants and may affect them; he follows it. */
export type Why = 'asked' | 'proposer' | 'wanted' | 'follows'
export type Told<L extends Listener = Listener> = { readonly listener: L; readonly why: Why }

/** An entry as it is proposed, or as it was recorded. */
export type Change = Pick<Proposed, 'subject' | 'event' | 'class' | 'noted'>

/**
 * Whom a change tells: asked before it is made, for the preview, and after it, for the outbox, with the same answer. `register` is the one
 * just before it. What waits tells nobody until it stands; what is not public tells nobody.
 */
export function audienceOf<L extends Listener>(
  changes: readonly Change[],
  register: Register,
  listeners: readonly L[],
): readonly Told<L>[] {
  const news = changes.filter(({ noted, class: classification }) => !noted && classification === 'white')
  return listeners.flatMap((listener) => {
    const why = firstOf(news.flatMap((change) => whyTold(change, register, listener) ?? []))
    return why && (!listener.weekly || why === 'asked') ? [{ listener, why }] : []
  })
}

const order: readonly Why[] = ['asked', 'proposer', 'wanted', 'follows']
const firstOf = (reasons: readonly Why[]): Why | undefined => order.find((why) => reasons.includes(why))

function whyTold({ subject, event }: Change, register: Register, { of, wants, follows }: Listener): Why | undefined {
  if (event === null) return follows.includes(subject) ? 'follows' : undefined
  const topic = topicOf[event.type]
  if (topic === 'none') return undefined
  const about = aboutWhat(subject, event)
  const state = kindOf(about) === 'modification' ? find(register, 'modification', idOf(about))?.state : undefined
  if (askedIn(event).some((asked) => of.includes(asked))) return 'asked'
  if (state?.proposer && of.includes(state.proposer.value)) return 'proposer'
  const moved = ofMovedMeeting(register, subject, event, of)
  if (moved) return moved
  if (goesToEveryParty(subject, event) && isParty(register, of)) return 'wanted'
  if (wants.includes(topic) && mayAffect(register, state?.parties?.value, of)) return 'wanted'
  return follows.includes(about) || follows.includes(subject) ? 'follows' : undefined
}

/** The register extract of each month is sent to every Party, whatever else he wants to be told. */
const goesToEveryParty = (subject: Subject, { type }: Event): boolean =>
  type === 'PaperPublished' && publicationNamed(idOf(subject))?.kind === 'register-extract'

const isParty = (register: Register, of: readonly Subject[]): boolean =>
  of.some((each) => kindOf(each) === 'organisation' && !decidersOn(register, undefined).includes(each))

/** A meeting that is moved or cancelled concerns its body, and who proposed what is before it. */
function ofMovedMeeting(register: Register, subject: Subject, event: Event, of: readonly Subject[]): Why | undefined {
  if (event.type !== 'MeetingMoved' && event.type !== 'MeetingCancelled') return undefined
  const meeting = find(register, 'meeting', idOf(subject))?.state
  if (!meeting) return undefined
  if (of.includes(meeting.body)) return 'asked'
  const proposers = meeting.items.flatMap(
    ({ value }) => find(register, 'modification', idOf(value.modification))?.state.proposer?.value ?? [],
  )
  return proposers.some((each) => of.includes(each)) ? 'proposer' : undefined
}

/** What the news is of: what stands on the agenda, rather than the meeting; what a document is about, rather than the document. */
function aboutWhat(subject: Subject, event: Event): Subject {
  if (kindOf(subject) === 'meeting' && 'modification' in event && event.modification) return event.modification
  return event.type === 'DocumentFiled' ? event.about : subject
}

/** Who is to do something, as the event itself says it. */
function askedIn(event: Event): readonly Subject[] {
  switch (event.type) {
    case 'AssessmentRequested':
      return event.approvalBy ? [event.approvalBy, event.provider] : [event.provider]
    case 'SentForDecision':
    case 'Appealed':
    case 'Referred':
      return [event.to]
    case 'DateChangeRequested':
    case 'UrgencyAsked':
      return [event.of]
    case 'InformationAsked':
      return event.of === 'unknown' ? [] : [event.of]
    case 'ActionPlaced':
      return [event.owner]
    default:
      return []
  }
}

/** Where either what is affected or the category is not told, it may. Bodies, and who decides, are told whatever it affects. */
function mayAffect(register: Register, affected: readonly string[] | undefined, of: readonly Subject[]): boolean {
  if (affected === undefined) return true
  const deciders = decidersOn(register, undefined)
  return of.some((each) => {
    const category = kindOf(each) === 'organisation' ? find(register, 'organisation', idOf(each))?.state.category?.value : undefined
    return category === undefined || deciders.includes(each) || affected.includes(category)
  })
}
