import type { Choices } from '../app/acting/fields.ts'
import { actorsFor } from '../domain/access.ts'
import type { ActType } from '../domain/acting/acts.ts'
import { addMonths, monthOf } from '../domain/calendar/calendar-date.ts'
import { longDay, longMonth } from '../domain/calendar/format.ts'
import { dayOf } from '../domain/calendar/moment.ts'
import { partsOf } from '../domain/document/acts.ts'
import { documentsAbout, lastVersion } from '../domain/document/documents-about.ts'
import { idOf, kindOf, type Subject } from '../domain/entry.ts'
import { agendaOf, meetingsWith, papersOf } from '../domain/meeting/agenda.ts'
import { meetingsOfBody } from '../domain/meeting/body-meetings.ts'
import { isToCome } from '../domain/meeting/meeting.ts'
import { type Modification, openVoting } from '../domain/modification/modification.ts'
import type { ReferenceGrammar } from '../domain/modification/reference.ts'
import { nameOf } from '../domain/names.ts'
import { seatsIn } from '../domain/organisation/seats.ts'
import { all, find, modifications, type Register, ruleOn } from '../domain/register.ts'
import { templateIds, templateKinds } from '../report/templates/kinds.ts'
import { assessmentName, consultationName, partName, respondentOf, seatName, solutionName } from '../report/words/event-sentence.ts'
import { type Names, namesIn } from '../report/words/sentence-names.ts'

/** A value of a field with what the reader sees. */
export type Option = readonly [value: string, label: string]

type Asked = { readonly register: Register; readonly act: ActType; readonly subject: Subject; readonly grammar: ReferenceGrammar }

/** What of the register a field lets choose, in the order in which people look for it. */
export function optionsOf(from: Choices, asked: Asked): readonly Option[] {
  const { register, act, subject, grammar } = asked
  const named = (subjects: readonly Subject[]): readonly Option[] => subjects.map((each) => [each, nameOf(register, each, grammar)])
  const state = kindOf(subject) === 'modification' ? find(register, 'modification', idOf(subject))?.state : undefined
  switch (from) {
    case 'actors':
      return [...named(actorsFor(register, act, subject)), ['unknown', 'Not told']]
    case 'modifications':
      return modifications(register)
        .filter(({ state }) => !state.unidentified && state.standing.value.stage !== 'ended')
        .map((each) => [each.subject, `${nameOf(register, each.subject, grammar)} ${each.state.title?.value ?? ''}`.trim()])
    case 'meetings':
      return named(
        all(register, 'meeting')
          .filter((each) => !each.state.cancelled)
          .toSorted((a, b) => (a.state.day < b.state.day ? 1 : -1))
          .map((each) => each.subject),
      )
    case 'seats':
      return seatsIn(find(register, 'body', idOf(subject))?.state.seats ?? {}).map(({ seat }) => [seat, seatName(seat)])
    case 'party categories':
      return listIn(register, 'words-party-categories').map((category) => [category, category])
    case 'proposal sections':
      return listIn(register, 'words-proposal-sections').map((section) => [section, section])
    case 'actions':
      return Object.entries(find(register, 'meeting', idOf(subject))?.state.actions ?? {})
        .filter(([, { done }]) => !done)
        .map(([action, { placed }]) => [action, `${action}: ${placed.value.what}`])
    case 'drafts under review':
      return named(
        all(register, 'submission')
          .filter(({ state }) => state.status === 'reviewed' || state.status === 'under review')
          .map((each) => each.subject),
      )
    case 'agenda items':
      return named(agendaOf(find(register, 'meeting', idOf(subject))?.state ?? noMeeting).map(({ about }) => about))
    case 'matters':
      return [
        ...named(
          all(register, 'release')
            .filter((each) => !each.state.implemented)
            .map((each) => each.subject),
        ),
        ...named(heldBefore(register, subject)),
      ]
    case 'meeting seats':
      return seatsIn(bodyOfMeeting(register, subject)?.state.seats ?? {}).map(({ seat }) => [seat, seatName(seat)])
    case 'papers':
      return named(all(register, 'paper').map((each) => each.subject))
    case 'papers to go out':
      return papersOf(find(register, 'meeting', idOf(subject))?.state ?? { papers: {} })
        .filter(({ circulated }) => !circulated)
        .map(({ tabled: { value } }) => [String(value.number), `${value.reference}: ${nameOf(register, value.paper)}`])
    case 'meetings to come':
      return named(
        meetingsOfBody(register, bodyOfMeeting(register, subject)?.subject)
          .filter((each) => isToCome(each.state) && each.subject !== subject)
          .map((each) => each.subject),
      )
    case 'later meetings':
      return named(
        meetingsOfBody(register, bodyOfMeeting(register, subject)?.subject)
          .filter((each) => !each.state.cancelled && each.state.day > (dayOfMeeting(register, subject) ?? ''))
          .map((each) => each.subject),
      )
    case 'months of updates':
      return [-1, 0, 1].map((away) => addMonths(monthOf(dayOf(register.on)), away)).map((month) => [month, longMonth(month)])
    case 'refusal grounds':
      return listIn(register, 'words-refusal-grounds').map((ground) => [ground, ground])
    case 'blocks':
      return listIn(register, 'vote-blocks').map((block) => [block, block])
    case 'releases':
      return named(all(register, 'release').map((each) => each.subject))
    case 'bodies':
      return named(all(register, 'body').map((each) => each.subject))
    case 'bodies and organisations':
      return byName(named([...all(register, 'body'), ...all(register, 'organisation')].map((each) => each.subject)))
    case 'organisations':
    case 'analysts':
      return byName(named(all(register, 'organisation').map((each) => each.subject)))
    case 'providers':
      return byName(named(providersIn(register)))
    case 'its documents':
      return documentsAbout(register, subject).map((each) => [each.subject, lastVersion(each.state).value.title])
    case 'documents of the agenda':
      return documentsOf(
        register,
        grammar,
        agendaOf(find(register, 'meeting', idOf(subject))?.state ?? noMeeting).map(({ about }) => about),
      )
    case 'documents of its items':
      return documentsOf(register, grammar, servedBy(register, subject))
    case 'its parts':
      if (kindOf(subject) === 'body') return templateIds.map((id) => [id, `Template: ${templateKinds[id].title}`])
      return partsOf(register, subject).map((part) => [part, partName(part, namesIn(register, grammar).words)])
    case 'versions':
      return named(all(register, 'version').map((each) => each.subject))
    case 'date changes':
      return Object.entries(find(register, 'release', idOf(subject))?.state.dateChanges ?? {})
        .filter(([, { decided }]) => !decided)
        .map(([request, { requested }]) => [request, `To ${longDay(requested.value.to)}, asked on ${longDay(requested.on.to)}`])
    default:
      return state ? insideOf(from, state, namesIn(register, grammar)) : []
  }
}

const noMeeting = { items: [], matters: [] } as const

const dayOfMeeting = (register: Register, meeting: Subject) => find(register, 'meeting', idOf(meeting))?.state.day

const bodyOfMeeting = (register: Register, meeting: Subject) => {
  const body = find(register, 'meeting', idOf(meeting))?.state.body
  return body && find(register, 'body', idOf(body))
}

/** The meetings of its body whose minutes may be agreed. */
const heldBefore = (register: Register, meeting: Subject): readonly Subject[] =>
  meetingsOfBody(register, bodyOfMeeting(register, meeting)?.subject)
    .filter(({ state, subject }) => state.held && !state.minutesAgreed && subject !== meeting)
    .map(({ subject }) => subject)

/** Those who were asked for an assessment before, else every organisation. */
function providersIn(register: Register): readonly Subject[] {
  const known = new Set(modifications(register).flatMap(({ state }) => Object.values(state.assessments).map(({ provider }) => provider)))
  return known.size > 0 ? [...known] : all(register, 'organisation').map((each) => each.subject)
}

/** The documents of several subjects, each after what it is about. */
const documentsOf = (register: Register, grammar: ReferenceGrammar, subjects: readonly Subject[]): readonly Option[] =>
  subjects.flatMap((about) =>
    documentsAbout(register, about).map(
      ({ subject, state }) => [subject, `${nameOf(register, about, grammar)}: ${lastVersion(state).value.title}`] as const,
    ),
  )

/** What a paper serves at the meetings before which it is. */
const servedBy = (register: Register, paper: Subject): readonly Subject[] => [
  ...new Set(
    meetingsWith(register, paper).flatMap(({ state }) =>
      papersOf(state).flatMap(({ tabled: { value } }) => (value.paper === paper && value.about !== paper ? [value.about] : [])),
    ),
  ),
]

/** The items of a row of the rulebook that is a list. */
function listIn(register: Register, row: string): readonly string[] {
  const value = ruleOn(register, row, dayOf(register.on))?.value.value
  return value?.kind === 'list' ? value.items : []
}

const byName = (options: readonly Option[]): readonly Option[] => options.toSorted(([, a], [, b]) => a.localeCompare(b, 'en-GB'))

/** What is numbered inside a modification, with how it stands. */
function insideOf(from: Choices, state: Modification, names: Names): readonly Option[] {
  switch (from) {
    case 'assessments':
      return Object.values(state.assessments).map(({ id, status, requested, accepted }) => {
        const since = (accepted ?? requested)?.on.to
        return [id, `${assessmentName(id, names.words)}: ${status}${since ? ` ${longDay(since)}` : ''}`]
      })
    case 'consultations':
      return Object.values(state.consultations).map(({ id, status }) => [id, `${consultationName(id, names.words)}: ${status}`])
    case 'responses':
      return Object.values(state.consultations).flatMap(({ responses }) =>
        Object.values(responses.given).map(({ id, told }): Option => [id, told ? respondentOf(told.value, names) : id]),
      )
    case 'points':
      return Object.values(state.consultations).flatMap(({ responses }) =>
        Object.values(responses.points).map(({ value }): Option => [value.point, value.topic]),
      )
    case 'solutions':
      return Object.values(state.solutions).map(({ id, proposed, versions }) => [
        id,
        `${solutionName(id)}: ${proposed.value.title}, ${versions.length === 1 ? 'one version' : `${versions.length} versions`}`,
      ])
    case 'voters':
      return (openVoting(state)?.opened.value.electorate ?? []).map(({ seat, block }) => [seat, `${seatName(seat)}, ${block}`])
    case 'questions':
      return Object.values(state.assessments).flatMap(({ id, questions }) =>
        Object.entries(questions).map(
          ([question, { answered }]): Option => [
            question,
            `${assessmentName(id, names.words)}: question ${question}${answered ? ', answered' : ''}`,
          ],
        ),
      )
    default:
      return []
  }
}
