import { type ActOf, type Broken, broken, type Given, type Rules, rowFor, type Telling, wordOf } from '../acting/act.ts'
import { nextId } from '../acting/numbered.ts'
import { on as stated } from '../calendar/calendar-date.ts'
import { dayOf } from '../calendar/moment.ts'
import { idOf, type Subject, type TextId } from '../entry.ts'
import { modificationOf } from '../modification/standing-of.ts'
import { nameOf } from '../names.ts'
import { isRefused, type Refused, refused, type Verdict } from '../refusal.ts'
import type { Consultation, ConsultationKind } from './consultation.ts'
import { anyThat, named } from './named.ts'
import { type Answer, CHOICE, type Choice, type Confidentiality, type Question, type Response } from './response.ts'
import { entriesOf, type ResponseEntry } from './response-places.ts'
import { isInTime, questionsOf } from './responses.ts'

/** What a consultation asks; before it opens, or while nobody has answered. */
export type SetQuestions = ActOf<'SetQuestions', { readonly consultation: string; readonly questions: readonly Question[] }>
/** An answer to a consultation; until it closes the last of a respondent stands. `respondent`: one that the register does not have. */
export type Respond = ActOf<
  'Respond',
  {
    readonly consultation: string
    readonly respondent?: string
    readonly choices?: readonly Choice[]
    readonly answers?: readonly Answer[]
    readonly noComment?: boolean
    readonly confidential?: Confidentiality
    readonly withheld?: readonly string[]
    readonly why?: string
  }
>
export type WithdrawResponse = ActOf<'WithdrawResponse', { readonly consultation: string; readonly response: string }>
/** A line of the response matrix; of a point that is there already, its next text. */
export type AnswerPoint = ActOf<
  'AnswerPoint',
  {
    readonly consultation: string
    readonly point?: string
    readonly topic: string
    readonly responses?: readonly string[]
    readonly answer: TextId
    readonly changed?: string
  }
>
export type ResponseAct = SetQuestions | Respond | WithdrawResponse | AnswerPoint

const optionsRow: Record<ConsultationKind, string> = {
  information: 'information-response-options',
  refinement: 'refinement-response-options',
  report: 'mrc-response-options',
}

/** What may be chosen in a consultation of a kind, for the proposal and for each of its solutions; nothing where no rule tells. */
export function optionsOf(given: Pick<Given, 'register' | 'day'>, kind: ConsultationKind): readonly string[] {
  const value = rowFor(given, optionsRow[kind])?.value
  return value?.kind === 'list' ? value.items : []
}

/** For what something is chosen: the proposal, or each of its solutions where there are several. */
export function chosenFor(given: Pick<Given, 'register' | 'day'>, subject: Subject): readonly string[] {
  const solutions = Object.keys(modificationOf(given as Given, subject)?.solutions ?? {})
  return solutions.length > 1 ? solutions : ['proposal']
}

/** Who is not asked by a kind of consultation. */
export const excludedFrom = (given: Pick<Given, 'register' | 'day'>, kind: ConsultationKind): readonly string[] =>
  (wordOf(given, 'consultation-excludes', kind) ?? '').split(/,\s*/).filter((each) => each !== '')

const answerable = ['open', 'closed', 'ended unseen'] as const

export const responseRules: Rules<ResponseAct> = {
  SetQuestions: {
    row: 'consultation-issued-by',
    overwrites: true,
    fits: (given, subject) => anyThat(given, subject, 'planned', 'open'),
    tells: (given, { subject, consultation, questions }) => {
      const found = named(given, subject, consultation, 'planned', 'open')
      if (isRefused(found)) return found
      if (Object.keys(found.responses.given).length > 0)
        return refused('it was answered already', ['questions'], ['leave its questions as they are', 'cancel it, and issue another'])
      return [{ event: { type: 'QuestionsSet', v: 1, consultation, questions } }]
    },
  },
  Respond: {
    row: 'consultation-cut-off',
    fits: (given, subject) => anyThat(given, subject, ...answerable),
    breaks: (given, act) => excluded(given, act),
    tells: respond,
  },
  WithdrawResponse: {
    row: 'consultation-cut-off',
    fits: (given, subject) => anyThat(given, subject, 'open'),
    tells: (given, { subject, consultation, response }) => {
      const found = named(given, subject, consultation, 'open')
      if (isRefused(found)) return found
      const told = found.responses.given[response]?.told?.value
      // Who asks for another's response is told the same as who asks for one that is not there.
      if (!told || told.by !== given.by)
        return refused(
          'there is no such response of the one that withdraws it',
          ['response'],
          ['choose one of its own', 'say for whom it is withdrawn'],
        )
      return entriesOf(given, subject, consultation, response).map(strike)
    },
  },
  AnswerPoint: {
    row: 'mrc-responses-published',
    fits: (given, subject) => anyThat(given, subject, 'closed', 'ended unseen'),
    tells: (given, { subject, consultation, point, topic, responses = [], answer, changed }) => {
      const found = named(given, subject, consultation, 'closed', 'ended unseen')
      if (isRefused(found)) return found
      const unknown = responses.find((each) => !found.responses.given[each])
      if (unknown !== undefined)
        return refused(`${consultation} has no response ${unknown}`, ['responses'], ['choose responses that were given to it'])
      if (point !== undefined && !found.responses.points[point])
        return refused(`${consultation} has no point ${point}`, ['point'], ['leave it empty, for another point'])
      const id = point ?? nextId(given, subject, 'point', `${consultation}/point`)
      const told = { topic, responses, answer, ...(changed === undefined ? {} : { changed }) }
      return [{ event: { type: 'PointAnswered', v: 1, consultation, point: id, ...told } }]
    },
  },
}

function excluded(given: Given, { subject, consultation }: Respond): readonly Broken[] {
  const found = named(given, subject, consultation, ...answerable)
  if (isRefused(found) || given.by === 'unknown' || !excludedFrom(given, found.consultationKind).includes(given.by)) return []
  return [
    broken(
      'consultation-excludes',
      `${nameOf(given.register, given.by)} is not asked by a consultation of this kind`,
      'answer another consultation on it',
    ),
  ]
}

function respond(given: Given, act: Respond): Verdict<readonly Telling[]> {
  const found = named(given, act.subject, act.consultation, ...answerable)
  if (isRefused(found)) return found
  const { closes } = found
  if (closes === undefined)
    return refused(
      'no source tells when it closes, and a response is kept from the public until then',
      ['consultation'],
      ['record first when it closes'],
    )
  const wrong = whoIsWrong(given, act) ?? unanswerable(given, found, act) ?? unreasoned(found, act)
  if (wrong) return wrong
  const before = given.receivedAt < closes ? inTimeBefore(given, found, act) : undefined
  const replaced = before ? entriesOf(given, act.subject, found.id, before.id) : []
  const told = tellingsOf(given, act, before?.id ?? idFor(given, found, act))
  const embargo = closes > given.now ? { publicAt: closes } : {}
  // Typed later, it was given on the day of its receipt.
  const day = dayOf(given.receivedAt)
  const on = day < given.day ? { on: stated(day) } : {}
  const kept = told.map((telling) => {
    const there = replaced.find(({ event }) => event.type === telling.event?.type)
    return { ...telling, ...embargo, ...on, ...(there ? { refills: there.place } : {}) }
  })
  return [...kept, ...replaced.filter(({ place }) => !kept.some(({ refills }) => refills === place)).map(strike)]
}

/** An organisation of the register responds for itself; any other by its name. */
function whoIsWrong({ by }: Given, { respondent }: Respond): Refused | undefined {
  if (by === 'unknown' && respondent === undefined)
    return refused(
      'it is not said who responds',
      ['respondent'],
      ['say for which organisation it is recorded', 'give its name, if it is not in the register'],
    )
  if (by !== 'unknown' && !by.startsWith('body/') && respondent !== undefined)
    return refused('two respondents are named', ['respondent'], ['leave the name out: the organisation is in the register'])
  return undefined
}

function unanswerable(given: Given, found: Consultation, act: Respond): Refused | undefined {
  const { choices = [], answers = [], noComment = false, subject } = act
  if (noComment && choices.length + answers.length > 0)
    return refused('“no comment” was given, and answers beside it', ['noComment'], ['leave one of them out'])
  if (!noComment && choices.length + answers.length === 0)
    return refused('nothing was answered', ['answers'], ['answer a question', 'say that it was considered, with no comment'])
  const options = optionsOf(given, found.consultationKind)
  const aims = chosenFor(given, subject)
  const choice = choices.find(({ of, option }) => !options.includes(option) || !aims.includes(of))
  if (choice)
    return refused(
      `“${choice.option}” cannot be chosen for ${choice.of}`,
      ['choices'],
      [
        options.length > 0
          ? `choose one of ${options.join(', ')} for ${aims.join(', ')}`
          : 'leave it out: this kind of consultation asks for none',
      ],
    )
  const asked = questionsOf(found).map(({ id }) => id)
  const answer = answers.find(({ question }) => !asked.includes(question))
  if (answer) return refused(`there is no question ${answer.question}`, ['answers'], [`answer one of ${asked.join(', ')}`])
  const open = answers.find(
    ({ question, said }) => said !== undefined && questionsOf(found).some(({ id, kind }) => id === question && kind === 'text'),
  )
  return open && refused(`question ${open.question} is not one of yes or no`, ['answers'], ['answer it with a text'])
}

/** What is kept from the public is named, and why is published. */
function unreasoned(found: Consultation, { confidential = 'none', withheld = [], why }: Respond): Refused | undefined {
  if (confidential !== 'none' && why === undefined)
    return refused('it is confidential, and not said why', ['why'], ['say why: the reason is published in its place'])
  if (confidential === 'part' && withheld.length === 0)
    return refused(
      'it is confidential in part, and not said which',
      ['withheld'],
      ['name the answers that are confidential', 'let all of it be confidential'],
    )
  if (confidential !== 'part' && withheld.length > 0)
    return refused(
      'answers are named as confidential, and the response is not confidential in part',
      ['confidential'],
      ['say that it is confidential in part'],
    )
  const unknown = withheld.find((each) => each !== CHOICE && !questionsOf(found).some(({ id }) => id === each))
  return unknown === undefined ? undefined : refused(`there is no question ${unknown}`, ['withheld'], ['name questions that it asks'])
}

const isOf = ({ by }: Given, { respondent }: Respond, { told }: Response): boolean =>
  told !== undefined && (respondent === undefined ? told.value.by === by : told.value.respondent === respondent)

/** What the same respondent said before, in time: it takes its place. */
const inTimeBefore = (given: Given, found: Consultation, act: Respond): Response | undefined =>
  Object.values(found.responses.given).find((response) => isOf(given, act, response) && isInTime(found, response))

/** Named after its respondent, and numbered where he gave one before. */
function idFor(given: Given, found: Consultation, { subject, respondent }: Respond): string {
  const before = given
    .recorded(subject)
    .flatMap(({ event }) => (event?.type === 'ResponseSubmitted' && event.consultation === found.id ? [event.response] : []))
  const name = respondent === undefined && given.by !== 'unknown' ? idOf(given.by) : 'other'
  let id = name
  for (let number = 2; before.includes(id); number++) id = `${name}.${number}`
  return id
}

function tellingsOf(given: Given, act: Respond, response: string): readonly Telling[] {
  const { consultation, respondent, choices = [], answers = [], noComment = false, confidential = 'none', withheld = [], why } = act
  const isKept = (answer: Answer) => withheld.includes(answer.question)
  const keepsChoice = withheld.includes(CHOICE)
  const named = { by: respondent === undefined ? given.by : ('unknown' as const), ...(respondent === undefined ? {} : { respondent }) }
  const told = { type: 'ResponseSubmitted', v: 1, consultation, response, ...named, noComment, confidential, withheld } as const
  const reason = why === undefined ? {} : { why }
  const received = given.receivedAt
  switch (confidential) {
    case 'none':
      return [{ event: { ...told, choices, answers, ...reason, received } }]
    case 'part':
      return [
        {
          event: {
            ...told,
            choices: keepsChoice ? [] : choices,
            answers: answers.filter((each) => !isKept(each)),
            ...reason,
            received,
          },
        },
        {
          class: 'amber',
          event: {
            type: 'AnswersWithheld',
            v: 1,
            consultation,
            response,
            choices: keepsChoice ? choices : [],
            answers: answers.filter(isKept),
          },
        },
      ]
    case 'whole':
      return [
        { class: 'amber', event: { ...told, choices, answers, ...reason, received } },
        { nameless: true, event: { type: 'ResponseWithheld', v: 1, consultation, why: why ?? '', received } },
      ]
  }
}

/** Struck for all who could see it, and shown to nobody else. */
const strike = ({ place }: ResponseEntry): Telling => ({ event: null, refills: place, class: 'amber' })
