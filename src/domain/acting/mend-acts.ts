import { classOfSaid, isSaidInBallot } from '../ballot/unseen-votes.ts'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import { on as stated } from '../calendar/calendar-date.ts'
import { longMoment } from '../calendar/format.ts'
import type { LocalTime, Moment } from '../calendar/moment.ts'
import { hiddenUntilClose } from '../consultation/response-places.ts'
import { type Entry, idOf, kindOf, type Subject, type TextId } from '../entry.ts'
import type { Event } from '../events.ts'
import { morePublicFirst } from '../reader.ts'
import { isRefused, type Refused, refused, type Verdict } from '../refusal.ts'
import { find } from '../register.ts'
import { type ActOf, broken, fits, type Given, type Rules, type Telling, unfit } from './act.ts'
import { isCorrectedOnly, recordedWith } from './undo.ts'

/** An entry was wrong, or one's own slip: it is not believed any more; it stays in the log. `whole`: all that was recorded with it. */
export type Strike = ActOf<'Strike', { readonly place: number; readonly whole?: boolean; readonly why: TextId }>
/** An entry tells something else of the same kind, or another day. */
export type Correct = ActOf<
  'Correct',
  { readonly place: number; readonly event: Event; readonly day?: CalendarDate; readonly time?: LocalTime; readonly why: TextId }
>
/** A place that was struck holds again what it held. */
export type Reinstate = ActOf<'Reinstate', { readonly place: number; readonly why: TextId }>
export type MendAct = Strike | Correct | Reinstate

/** What fills a place now, and what filled it last before it was struck. */
type Place = { readonly filler: Entry; readonly told: Entry | undefined }

function placeOf(given: Given, subject: Subject, place: number): Place | undefined {
  const there = given.recorded(subject).filter((entry) => entry.place === place && !entry.noted)
  const filler = there.at(-1)
  return filler && { filler, told: there.findLast(({ event }) => event !== null) }
}

const noPlace = (subject: Subject, place: number) =>
  refused(`${kindOf(subject)} ${idOf(subject)} has no entry ${place}`, ['place'], ['open the entry from its page, and mend it there'])

const isRecorded = (given: Given, subject: Subject) =>
  given.recorded(subject).length > 0 ? fits : unfit(`nothing is recorded of ${subject}`, 'open the entry from its page, and mend it there')

/** A published paper stays as it is, with all that was written for it: the register is mended, and its page says what would differ. */
const whyFrozen = (given: Given, subject: Subject): Refused | undefined =>
  given.recorded(subject).some(({ event, noted }) => event?.type === 'PaperPublished' && !noted)
    ? refused('what is published is never changed', [subject], ['correct the register: the page of the report says what would differ'])
    : undefined

/** What a second person approved stays as he saw it. The approval itself is struck, and then given anew: never brought back. */
function whyApproved(given: Given, { subject, place }: Pick<Entry, 'subject' | 'place'>, isStrike: boolean): Refused | undefined {
  if (kindOf(subject) !== 'publication') return undefined
  const isApproval = given.recorded(subject).some((entry) => entry.place === place && entry.event?.type === 'PaperApproved')
  if (isApproval)
    return isStrike
      ? undefined
      : refused('an approval is given by a second person, and not mended', ['place'], ['send it for approval again'])
  return find(given.register, 'publication', idOf(subject))?.state.approved
    ? refused(
        'a second person approved it as it stands',
        [subject],
        ['strike the approval first, and send it for approval again', 'say it in other words by its own step, which is approved anew'],
      )
    : undefined
}

/** What was answered is kept from the public until the close: the close moves by a step that moves both. */
function whyHolds(given: Given, { subject, event }: Entry): Refused | undefined {
  if (event?.type !== 'ConsultationOpened' && event?.type !== 'ConsultationCloseSet') return undefined
  const holds = hiddenUntilClose(given, subject, event.consultation).some(({ publicAt = given.now }) => publicAt > given.now)
  return holds
    ? refused(
        'it says until when what was answered is kept from the public',
        [subject],
        ['set another close, which keeps what was answered until then; or mend this once it has closed'],
      )
    : undefined
}

/** As public as the most public of what filled the place: a strike of what is hidden is not seen before it, either. */
function strikeOf({ subject, place }: Entry, why: TextId, given: Given): Telling {
  const told = given.recorded(subject).filter((entry) => entry.place === place && !entry.noted && entry.event !== null)
  const openest = told.toSorted(morePublicFirst)[0]
  return {
    subject,
    event: null,
    refills: place,
    evidence: [why],
    ...(openest && openest.class !== 'white' ? { class: openest.class } : {}),
    ...(openest?.publicAt === undefined ? {} : { publicAt: openest.publicAt }),
  }
}

/** An embargo ends sooner by a correction: never later, since what it holds back is public at the end that was told, and for good. */
function embargoMoved(told: Entry, publicAt: Moment | undefined, { now }: Given): Verdict<Pick<Entry, 'publicAt'>> {
  if (publicAt === undefined) return {}
  if (told.publicAt === undefined || told.publicAt <= now)
    return refused(`entry ${told.place} has been public: it cannot be put under an embargo`, ['publicAt'], ['leave the embargo empty'])
  if (publicAt <= told.publicAt) return { publicAt }
  return refused(
    `entry ${told.place} is public at ${longMoment(told.publicAt)}: its embargo ends sooner by a correction, and not later`,
    ['publicAt'],
    ['leave the embargo empty'],
  )
}

const struckBy = (given: Given, { whole }: { readonly whole?: boolean | undefined }, { filler }: Place): readonly Entry[] =>
  whole ? recordedWith(given, filler) : [filler]

export const mendRules: Rules<MendAct> = {
  Strike: {
    row: 'entries-mended',
    fits: isRecorded,
    breaks: (given, act) => {
      const found = placeOf(given, act.subject, act.place)
      return found && struckBy(given, act, found).some((entry) => isCorrectedOnly(given.register, entry))
        ? [broken('votes-corrected', 'a vote and a decision are corrected, and not undone as if they had never been', 'correct the entry')]
        : []
    },
    tells: (given, { subject, place, whole, why }) => {
      const frozen = whyFrozen(given, subject)
      if (frozen) return frozen
      const found = placeOf(given, subject, place)
      if (!found) return noPlace(subject, place)
      if (found.filler.event === null) return refused(`entry ${place} was struck before`, ['place'], ['reinstate it, if it was right'])
      const struck = struckBy(given, { whole }, found)
      const holds = struck.map((entry) => whyApproved(given, entry, true) ?? whyHolds(given, entry)).find((each) => each !== undefined)
      return holds ?? struck.map((entry) => strikeOf(entry, why, given))
    },
  },
  Correct: {
    row: 'entries-mended',
    fits: isRecorded,
    tells: (given, { subject, place, event, day, time, why, recorded }): Verdict<readonly Telling[]> => {
      const frozen = whyFrozen(given, subject)
      if (frozen) return frozen
      const found = placeOf(given, subject, place)
      if (!found?.told) return noPlace(subject, place)
      const { told } = found
      if (told.event?.type !== event.type)
        return refused(
          `entry ${place} tells ${told.event?.type}, and ${event.type} was given`,
          ['event'],
          ['keep its type', 'strike the entry, and record the other step'],
        )
      const holds = whyApproved(given, told, false) ?? whyHolds(given, told)
      if (holds) return holds
      const until = embargoMoved(told, recorded?.publicAt, given)
      if (isRefused(until)) return until
      const on = day === undefined ? told.on : stated(day)
      const at = time ?? (day === undefined ? told.time : undefined)
      return [{ event, refills: place, as: { ...told, ...until, on, time: at }, evidence: [why] }]
    },
  },
  Reinstate: {
    row: 'entries-mended',
    fits: isRecorded,
    tells: (given, { subject, place, why }) => {
      const found = placeOf(given, subject, place)
      if (!found?.told?.event) return noPlace(subject, place)
      const approved = whyApproved(given, found.told, false)
      if (approved) return approved
      if (found.filler.event !== null) return refused(`entry ${place} is not struck`, ['place'], ['strike it first, or correct it'])
      const { event } = found.told
      const as = isSaidInBallot(event) ? { ...found.told, class: classOfSaid(given, subject, event.ballot) } : found.told
      return [{ event, refills: place, as, evidence: [why] }]
    },
  },
}
