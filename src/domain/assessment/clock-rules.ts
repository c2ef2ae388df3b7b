import { fits, type Given, type Rules, type Unfit, unfit } from '../acting/act.ts'
import { countedDay } from '../acting/counted-day.ts'
import { longDay } from '../calendar/format.ts'
import type { Subject } from '../entry.ts'
import { own } from '../own.ts'
import { isRefused, refused, type Verdict } from '../refusal.ts'
import type { ClockAct } from './acts.ts'
import type { Question } from './assessment.ts'
import { anyThat, assessmentsOf, named, nextQuestion } from './named.ts'

/** While its clock runs. */
export const clockRules: Rules<ClockAct> = {
  AskInformation: {
    row: 'assessment-information',
    fits: (given, subject) => anyThat(given, subject, 'accepted'),
    tells: (given, { subject, assessment: id, question: text, of }) => {
      const assessment = named(given, subject, id, 'accepted')
      if (isRefused(assessment)) return assessment
      const question = nextQuestion(given, subject, id)
      return [{ event: { type: 'InformationAsked', v: 1, assessment: id, question, of: of ?? 'unknown', text } }]
    },
  },
  AnswerInformation: {
    row: 'assessment-information',
    fits: (given, subject) => anyQuestion(given, subject, ({ answered }) => !answered, 'waits for an answer'),
    tells: (given, { subject, assessment: id, question, answer }) => {
      const asked = questionOf(given, subject, id, question)
      if (isRefused(asked)) return asked
      if (asked.answered)
        return refused(
          `question ${question} of ${id} was answered on ${longDay(asked.answered.on.to)}`,
          ['question'],
          ['choose one that waits'],
        )
      return [{ event: { type: 'InformationAnswered', v: 1, assessment: id, question, ...(answer === undefined ? {} : { text: answer }) } }]
    },
  },
  AgreePause: {
    row: 'assessment-clock-pauses',
    fits: (given, subject) => anyQuestion(given, subject, ({ pause }) => !pause, 'is without an agreed pause'),
    tells: (given, { subject, assessment: id, question }) => {
      const asked = questionOf(given, subject, id, question)
      if (isRefused(asked)) return asked
      if (asked.pause)
        return refused(`a pause for question ${question} of ${id} was agreed before`, ['question'], ['choose another question'])
      if (given.by === 'unknown') return refused('it is not said who agreed', ['by'], ['say which body agreed to the pause'])
      return [{ event: { type: 'InformationPauseAgreed', v: 1, assessment: id, question, by: given.by } }]
    },
  },
  ForecastReturn: {
    row: 'assessment-progress',
    fits: (given, subject) => anyThat(given, subject, 'accepted'),
    tells: (given, { subject, assessment: id, day, cause }) => {
      const assessment = named(given, subject, id, 'accepted')
      if (isRefused(assessment)) return assessment
      if (day < given.day)
        return refused(
          `a forecast made on ${longDay(given.day)} is of that day or a later one, and ${longDay(day)} was given`,
          ['day'],
          ['give a day that is still to come', 'record the return, if it came back then'],
        )
      return [{ event: { type: 'ReturnForecast', v: 1, assessment: id, day, ...(cause === undefined ? {} : { cause }) } }]
    },
  },
  ReviseAssessmentTarget: {
    row: 'assessment-target-revised',
    overwrites: true,
    fits: (given, subject) => anyThat(given, subject, 'accepted'),
    tells: (given, { subject, assessment: id, targetWorkingDays, reason, agreedBy }) => {
      const assessment = named(given, subject, id, 'accepted')
      if (isRefused(assessment)) return assessment
      const start = assessment.accepted?.on.to ?? given.day
      const due = countedDay(given, start, targetWorkingDays, 'assessment-target-counted')
      if (isRefused(due)) return due
      return [{ event: { type: 'AssessmentTargetRevised', v: 1, assessment: id, targetWorkingDays, reason, agreedBy, due: due.day } }]
    },
  },
}

function anyQuestion(given: Given, subject: Subject, wanted: (question: Question) => boolean, what: string): true | Unfit {
  const open = assessmentsOf(given, subject).filter(({ status }) => status === 'accepted')
  return open.some(({ questions }) => Object.values(questions).some(wanted))
    ? fits
    : unfit(`no question of an assessment that is accepted ${what}`, 'record first that information was asked for')
}

function questionOf(given: Given, subject: Subject, id: string, question: string): Verdict<Question> {
  const assessment = named(given, subject, id, 'accepted')
  if (isRefused(assessment)) return assessment
  const asked = own(assessment.questions, question)
  if (asked) return asked
  const there = Object.keys(assessment.questions).join(', ') || 'none'
  return refused(`${id} has no question ${question}`, ['question'], [`choose one that was asked: ${there}`])
}
