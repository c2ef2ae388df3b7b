import type { Moment } from '../calendar/moment.ts'
import type { Entry, Subject, TextId } from '../entry.ts'
import { type Fact, fact, withFact } from '../fact.ts'
import { own } from '../own.ts'

/** What a consultation asks; its label is published. `id`: '1', '2' … within the consultation. */
export type Question = { readonly id: string; readonly label: string; readonly kind: 'text' | 'yes or no' }
/** What was answered to one question. */
export type Answer = { readonly question: string; readonly said?: 'yes' | 'no'; readonly text?: TextId }
/** Which of the options of its kind was chosen, for the proposal or for one of its solutions. */
export type Choice = { readonly of: 'proposal' | string; readonly option: string }
/** What its respondent asks to be kept from the public: nothing, some of the answers, or all of it with the name. */
export const confidentialities = ['none', 'part', 'whole'] as const
export type Confidentiality = (typeof confidentialities)[number]
/** Among what is withheld, the choice is named so; no question has this id. */
export const CHOICE = 'choice'

type OfConsultation<T extends string> = { readonly type: T; readonly v: 1; readonly consultation: string }

export type QuestionsSet = OfConsultation<'QuestionsSet'> & { readonly questions: readonly Question[] }
/**
 * A response, without what is kept from the public. `response` is named after its respondent, so that no number tells how many came before.
 * `received` is the moment by which its deadline is judged.
 */
export type ResponseSubmitted = OfConsultation<'ResponseSubmitted'> & {
  readonly response: string
  /** The organisation; 'unknown' for one that the register does not have, which `respondent` names. */
  readonly by: Subject | 'unknown'
  readonly respondent?: string
  readonly choices: readonly Choice[]
  readonly answers: readonly Answer[]
  /** It was considered, and there is nothing to say. */
  readonly noComment: boolean
  readonly confidential: Confidentiality
  /** The questions whose answers are kept from the public; `CHOICE` for what was chosen. */
  readonly withheld: readonly string[]
  /** Why they are, as is published. */
  readonly why?: string
  readonly received: Moment
}
/** The part of a response that is kept from the public. */
export type AnswersWithheld = OfConsultation<'AnswersWithheld'> & {
  readonly response: string
  readonly choices: readonly Choice[]
  readonly answers: readonly Answer[]
}
/** All that the public is told of a response that is confidential as a whole. */
export type ResponseWithheld = OfConsultation<'ResponseWithheld'> & { readonly why: string; readonly received: Moment }
/** A line of the response matrix: what was said, by whom, what is answered to it, and what changed. The last of a point stands. */
export type PointAnswered = OfConsultation<'PointAnswered'> & {
  readonly point: string
  readonly topic: string
  /** Those who said it. */
  readonly responses: readonly string[]
  readonly answer: TextId
  readonly changed?: string
}

export type ResponseEvent = QuestionsSet | ResponseSubmitted | AnswersWithheld | ResponseWithheld | PointAnswered

/** A response as its reader may see it: what it told, and what of it is kept from the public. Either may be hidden from him. */
export type Response = {
  readonly id: string
  readonly told?: Fact<Omit<ResponseSubmitted, 'type' | 'v' | 'consultation'>>
  readonly kept?: Fact<Pick<AnswersWithheld, 'choices' | 'answers'>>
}
export type Point = Omit<PointAnswered, 'type' | 'v' | 'consultation'>

export type Responses = {
  readonly questions?: Fact<readonly Question[]>
  readonly given: Readonly<Record<string, Response>>
  /** Those withheld as a whole, without who gave them. */
  readonly withheld: readonly Fact<Pick<ResponseWithheld, 'why' | 'received'>>[]
  readonly points: Readonly<Record<string, Fact<Point>>>
}

export const noResponses: Responses = { given: {}, withheld: [], points: {} }

const types: Readonly<Record<ResponseEvent['type'], true>> = {
  QuestionsSet: true,
  ResponseSubmitted: true,
  AnswersWithheld: true,
  ResponseWithheld: true,
  PointAnswered: true,
}

export const isOfResponses = (event: { readonly type: string }): event is ResponseEvent => Object.hasOwn(types, event.type)

/** Nothing here asks whether another entry is there: each of them may be hidden from a reader, alone or with others. */
export function evolveResponses(state: Responses, entry: Entry, event: ResponseEvent): Responses {
  const { type, v, consultation, ...told } = event
  switch (event.type) {
    case 'QuestionsSet':
      return { ...state, questions: fact(entry, event.questions) }
    case 'ResponseSubmitted':
      return given(state, event.response, { told: fact(entry, told as NonNullable<Response['told']>['value']) })
    case 'AnswersWithheld':
      return given(state, event.response, { kept: fact(entry, { choices: event.choices, answers: event.answers }) })
    case 'ResponseWithheld':
      return { ...state, withheld: withFact(state.withheld, fact(entry, { why: event.why, received: event.received })) }
    case 'PointAnswered':
      return { ...state, points: { ...state.points, [event.point]: fact(entry, told as Point) } }
  }
}

const given = (state: Responses, id: string, part: Partial<Response>): Responses => ({
  ...state,
  given: { ...state.given, [id]: { ...own(state.given, id), ...part, id } },
})
