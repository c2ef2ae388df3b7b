import { randomUUID } from 'node:crypto'
import { formOf } from '../../../app/acting/forms.ts'
import { mayAct } from '../../../domain/access.ts'
import type { ActType } from '../../../domain/acting/acts.ts'
import { givenNow } from '../../../domain/acting/decide-acts.ts'
import { type Assessment, awaitsApprovalBy } from '../../../domain/assessment/assessment.ts'
import type { Subject } from '../../../domain/entry.ts'
import { isRefused } from '../../../domain/refusal.ts'
import type { PageContext } from '../../context.ts'

type ActionsProps = {
  readonly context: PageContext
  readonly subject: Subject
  readonly assessment: Assessment
  /** What the assessment is called: `Preliminary Assessment of MP079`. */
  readonly name: string
}

/** What whoever reads may do with one assessment now; to accept it with its usual target is one click. Nothing on a page of the past. */
export function AssessmentActions({ context, subject, assessment, name }: ActionsProps) {
  const { answer, paths, principal, csrf } = context.var
  if (!answer.isPresent || principal.id === 'public') return null
  const given = givenNow(answer.register, answer.register.on)
  const may = stepsOf(assessment).filter((act) => !isRefused(mayAct(given, principal, { act, subject, assessment: assessment.id })))
  if (may.length === 0) return null
  const isReady = may.includes('AcceptAssessment') && awaitsApprovalBy(assessment) === undefined
  return (
    <div class="app-offered">
      {isReady && (
        <form method="post" action={paths.act(formOf('AcceptAssessment').verb, subject)}>
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="key" value={randomUUID()} />
          <input type="hidden" name="assessment" value={assessment.id} />
          <button class="govuk-button govuk-!-margin-bottom-2" type="submit">
            Accept with the usual target<span class="govuk-visually-hidden">: {name}</span>
          </button>
        </form>
      )}
      <ul>
        {may.map((act) => (
          <li>
            <a
              class="govuk-link"
              href={paths.act(formOf(act).verb, subject, { assessment: assessment.id, ...questionFor(act, assessment) })}
            >
              {isReady && act === 'AcceptAssessment' ? 'Accept with another target' : formOf(act).title}
              <span class="govuk-visually-hidden">: {name}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The steps that can be taken with an assessment as it stands, in the order in which they are wanted. */
function stepsOf(assessment: Assessment): readonly ActType[] {
  const questions = Object.values(assessment.questions)
  switch (assessment.status) {
    case 'requested':
      return [
        ...(awaitsApprovalBy(assessment) ? (['ApproveAssessmentRequest'] as const) : []),
        'AcceptAssessment',
        'DeclineAssessment',
        'ReportProgress',
      ]
    case 'accepted':
      return [
        'ReturnAssessment',
        'ForecastReturn',
        'AskInformation',
        ...(questions.some(({ answered }) => !answered) ? (['AnswerInformation'] as const) : []),
        ...(questions.some(({ pause }) => !pause) ? (['AgreePause'] as const) : []),
        'ReportProgress',
        'ReviseAssessmentTarget',
      ]
    case 'declined':
      return ['RequestAssessmentAgain']
    case 'returned':
      return ['CostAssessment', 'ReportProgress']
    case 'cancelled':
      return []
  }
}

/** The one question that it can be about, so that the form begins with it. */
function questionFor(act: ActType, { questions }: Assessment): { readonly question?: string } {
  const fitting = Object.entries(questions).filter(
    ([, { answered, pause }]) => (act === 'AnswerInformation' && !answered) || (act === 'AgreePause' && !pause),
  )
  const [only] = fitting
  return only && fitting.length === 1 ? { question: only[0] } : {}
}
