import { FOREVER, type Moment } from './calendar/moment.ts'
import { type Document, type DocumentFiled, evolveDocument } from './document/document.ts'
import type { Entry } from './entry.ts'
import { kindOf } from './entry.ts'
import { kindOfEvent } from './event-kinds.ts'
import type { LogEvent } from './log-opened.ts'
import { evolveLog, type LogState } from './log-opened.ts'
import type { MeetingEvent } from './meeting/events.ts'
import { evolveMeeting, type Meeting } from './meeting/meeting.ts'
import { type Misfit, misfit } from './misfit.ts'
import type { ModificationEvent } from './modification/events.ts'
import { evolveModification } from './modification/evolve.ts'
import type { Modification } from './modification/modification.ts'
import { modificationUntil, settleModification } from './modification/settle.ts'
import { type Body, type BodyEvent, evolveBody } from './organisation/body.ts'
import { evolveOrganisation, type Organisation, type OrganisationEvent } from './organisation/organisation.ts'
import { evolvePaper, type Paper, type PaperEvent } from './paper/paper.ts'
import { evolvePublication, type Publication, type PublicationEvent } from './publication/publication.ts'
import { evolveRelease, type Release, type ReleaseEvent } from './release/release.ts'
import { evolveVersion, type Version, type VersionEvent } from './release/version.ts'
import { evolveHoliday, evolveRule, type HolidayDeclared, type HolidayState, type RowSet, type RuleState } from './rulebook/rulebook.ts'
import { evolveSubmission, type Submission, type SubmissionEvent } from './submission/submission.ts'

/** What is believed of one subject. Nothing of one subject is copied into another. */
export type State =
  | Modification
  | Release
  | Meeting
  | Body
  | Organisation
  | Paper
  | Publication
  | Version
  | RuleState
  | HolidayState
  | Submission
  | Document
  | LogState

/** One entry more for its subject; or why it cannot follow. */
export function evolve(state: State | undefined, entry: Entry): State | Misfit {
  const { event } = entry
  if (event === null) return misfit(entry, 'a struck place holds nothing')
  const kind = kindOf(entry.subject)
  if (kindOfEvent(event.type) !== kind) return misfit(entry, `${event.type} is not an event of a ${kind}`)
  switch (kind) {
    case 'modification':
      return evolveModification(state as Modification | undefined, entry, event as ModificationEvent)
    case 'release':
      return evolveRelease(state as Release | undefined, entry, event as ReleaseEvent)
    case 'meeting':
      return evolveMeeting(state as Meeting | undefined, entry, event as MeetingEvent)
    case 'body':
      return evolveBody(state as Body | undefined, entry, event as BodyEvent)
    case 'organisation':
      return evolveOrganisation(state as Organisation | undefined, entry, event as OrganisationEvent)
    case 'paper':
      return evolvePaper(state as Paper | undefined, entry, event as PaperEvent)
    case 'publication':
      return evolvePublication(state as Publication | undefined, entry, event as PublicationEvent)
    case 'version':
      return evolveVersion(state as Version | undefined, entry, event as VersionEvent)
    case 'rule':
      return evolveRule(state as RuleState | undefined, entry, event as RowSet)
    case 'holiday':
      return evolveHoliday(state as HolidayState | undefined, entry, event as HolidayDeclared)
    case 'submission':
      return evolveSubmission(state as Submission | undefined, entry, event as SubmissionEvent)
    case 'document':
      return evolveDocument(state as Document | undefined, entry, event as DocumentFiled)
    case 'log':
      return evolveLog(state as LogState | undefined, entry, event as LogEvent)
  }
}

/** What has opened, closed or lapsed by a moment. Only modifications hold windows so far. */
export function settle(state: State, moment: Moment): State {
  return state.kind === 'modification' ? settleModification(state, moment) : state
}

/** When the state next changes by itself. */
export function untilOf(state: State): Moment {
  return state.kind === 'modification' ? modificationUntil(state) : FOREVER
}
