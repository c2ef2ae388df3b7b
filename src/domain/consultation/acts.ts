import { type ActOf, type Broken, broken, fits, type Given, type Rules, type Telling, type Unfit, unfit, wordOf } from '../acting/act.ts'
import { nextId } from '../acting/numbered.ts'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Moment } from '../calendar/moment.ts'
import { idOf, type Subject, type TextId } from '../entry.ts'
import type { Standing } from '../modification/modification.ts'
import { modificationOf, standsIn } from '../modification/standing-of.ts'
import { nameOf } from '../names.ts'
import { isRefused, refused, type Verdict } from '../refusal.ts'
import type { ConsultationKind, ExpectedIn } from './consultation.ts'
import { anyThat, consultationsOf, named } from './named.ts'
import type { Question } from './response.ts'
import { heldUntil } from './response-places.ts'
import { alreadyPast, brokenBy, lengthTo, windowOf } from './window.ts'

/** A consultation is expected. `consultation`: one that is planned already, and whose plan this replaces. At most one of the days. */
export type PlanConsultation = ActOf<
  'PlanConsultation',
  {
    readonly consultationKind: ConsultationKind
    readonly consultation?: string
    readonly expectedDay?: CalendarDate
    readonly expectedWeek?: CalendarDate
    readonly expectedMonth?: string
    readonly lengthWorkingDays?: number
    readonly condition?: string
  }
>
/** Issued: open from then. Its closing moment is counted from the row of its kind, unless a length or a moment is given. */
export type IssueConsultation = ActOf<
  'IssueConsultation',
  {
    readonly consultationKind: ConsultationKind
    readonly consultation?: string
    readonly lengthWorkingDays?: number
    readonly closes?: Moment
    readonly document?: string
    readonly text?: TextId
    readonly questions?: readonly Question[]
  }
>
/** The same consultation of several modifications at once: all are issued, or none. */
export type IssueConsultations = ActOf<
  'IssueConsultations',
  {
    readonly modifications: readonly Subject[]
    readonly consultationKind: ConsultationKind
    readonly lengthWorkingDays?: number
    readonly closes?: Moment
    readonly questions?: readonly Question[]
  }
>
export type ChangeClosing = ActOf<'ChangeClosing', { readonly consultation: string; readonly closes: Moment; readonly why: string }>
export type CancelConsultation = ActOf<'CancelConsultation', { readonly consultation: string; readonly why: TextId }>
export type ConsultationAct = PlanConsultation | IssueConsultation | IssueConsultations | ChangeClosing | CancelConsultation

/** Where each kind is issued; planned it may be before. */
const issuedIn: Record<ConsultationKind, readonly Standing['stage'][]> = {
  information: ['define', 'refine'],
  refinement: ['refine'],
  report: ['refine', 'opine'],
}
/** A set as the single acts that it stands for. */
const eachOf = ({ modifications, act, ...how }: IssueConsultations): readonly IssueConsultation[] =>
  [...new Set(modifications)].map((subject) => ({ ...how, act: 'IssueConsultation', subject }))

export const consultationRules: Rules<ConsultationAct> = {
  PlanConsultation: {
    row: 'consultation-issued-by',
    overwrites: true,
    fits: (given, subject) => standsIn(given, subject, 'define', 'refine', 'opine'),
    tells: (given, { subject, consultationKind, consultation, lengthWorkingDays, condition, ...when }) => {
      const id = idFor(given, subject, consultationKind, consultation)
      const expected = expectedIn(when)
      if (isRefused(id)) return id
      if (isRefused(expected)) return expected
      return [
        {
          event: {
            type: 'ConsultationPlanned',
            v: 1,
            consultation: id,
            consultationKind,
            expected,
            ...(lengthWorkingDays === undefined ? {} : { lengthWorkingDays }),
            ...(condition === undefined ? {} : { condition }),
          },
        },
      ]
    },
  },
  IssueConsultation: {
    row: 'consultation-issued-by',
    fits: issuable,
    breaks: (given, act) => {
      const window = windowOf(given, act)
      return [...approvalMissing(given, act), ...(isRefused(window) ? [] : brokenBy(given, act.consultationKind, window))]
    },
    tells: issue,
  },
  IssueConsultations: {
    row: 'consultation-issued-by',
    fits: () => fits,
    breaks: (given, act) =>
      eachOf(act).flatMap((one) =>
        (consultationRules.IssueConsultation.breaks?.(given, one) ?? []).map((each) => ({ ...each, why: `${one.subject}: ${each.why}` })),
      ),
    tells: (given, act) => {
      const tellings: Telling[] = []
      for (const one of eachOf(act)) {
        const fit = issuable(given, one.subject)
        const told = fit === true ? issue(given, one) : refused(fit.why, [one.subject], fit.remedies)
        if (isRefused(told)) return { ...told, refused: `${one.subject}: ${told.refused}` }
        tellings.push(...told.map((telling) => ({ subject: one.subject, ...telling })))
      }
      return tellings
    },
  },
  ChangeClosing: {
    row: 'consultation-cut-off',
    overwrites: true,
    fits: (given, subject) => anyThat(given, subject, 'open', 'ended unseen'),
    breaks: (given, { subject, consultation, closes }) => {
      const found = named(given, subject, consultation, 'open', 'ended unseen')
      if (isRefused(found) || !found.opened || closes <= given.at) return []
      const length = lengthTo(given, found.opened.on.to, closes)
      return isRefused(length) ? [] : brokenBy(given, found.consultationKind, { closes, length })
    },
    tells: (given, { subject, consultation, closes, why }) => {
      const found = named(given, subject, consultation, 'open', 'ended unseen')
      if (isRefused(found)) return found
      if (found.status === 'open' && closes <= given.at) return alreadyPast(given, closes)
      return [{ event: { type: 'ConsultationCloseSet', v: 1, consultation, closes, why } }, ...heldUntil(given, subject, found, closes)]
    },
  },
  CancelConsultation: {
    row: 'consultation-issued-by',
    fits: (given, subject) => anyThat(given, subject, 'planned', 'open'),
    tells: (given, { subject, consultation, why }) => {
      const found = named(given, subject, consultation, 'planned', 'open')
      return isRefused(found) ? found : [{ event: { type: 'ConsultationCancelled', v: 1, consultation, why } }]
    },
  },
}

/** Up to the consultation on its report: past that step there is nothing to consult on, unless it is sent back. */
function issuable(given: Given, subject: Subject): true | Unfit {
  const there = standsIn(given, subject, 'define', 'refine', 'opine')
  const standing = modificationOf(given, subject)?.standing.value
  if (there !== true || standing?.stage !== 'opine' || standing.step === 'report consultation') return there
  return unfit(
    `its report was consulted on before: it is past that step (${standing.step})`,
    'record that it was sent back, and issue the next one then',
    'give the day on which it was issued, if it was earlier',
  )
}

function issue(given: Given, act: IssueConsultation): Verdict<readonly Telling[]> {
  const { subject, consultationKind, consultation, document, text } = act
  const there = standsIn(given, subject, ...issuedIn[consultationKind])
  if (there !== true) return refused(there.why, ['consultationKind'], [...there.remedies, 'choose a kind that is issued where it stands'])
  const openNow = consultationsOf(given, subject).find((each) => each.status === 'open' && each.consultationKind === 'report')
  if (consultationKind === 'report' && openNow)
    return refused(`${openNow.id} is open already`, ['consultationKind'], ['change when it closes', 'cancel it first'])
  const id = idFor(given, subject, consultationKind, consultation)
  if (isRefused(id)) return id
  const window = windowOf(given, act)
  if (isRefused(window)) return window
  const { closes, length, row } = window
  const told = {
    ...(row === undefined ? {} : { row }),
    ...(document === undefined ? {} : { document }),
    ...(text === undefined ? {} : { text }),
  }
  const opened: Telling = {
    event: { type: 'ConsultationOpened', v: 1, consultation: id, consultationKind, closes, lengthWorkingDays: length, ...told },
  }
  return act.questions ? [opened, { event: { type: 'QuestionsSet', v: 1, consultation: id, questions: act.questions } }] : [opened]
}

/** A report is consulted on once it is approved. */
function approvalMissing(given: Given, { subject, consultationKind }: IssueConsultation): readonly Broken[] {
  if (consultationKind !== 'report' || standsIn(given, subject, 'opine') === true) return []
  const who = wordOf(given, 'report-approved-by')
  const by = who === undefined ? '' : ` by ${nameOf(given.register, who as Subject)}`
  return [broken('report-approved-by', 'its report is not approved yet', `record the approval of it${by} first`)]
}

/** The planned one that is named; else the next number: `46/refinement/1`. */
function idFor(given: Given, subject: Subject, kind: ConsultationKind, consultation: string | undefined): Verdict<string> {
  if (consultation === undefined) return nextId(given, subject, 'consultation', `${idOf(subject)}/${kind}`)
  const found = named(given, subject, consultation, 'planned')
  if (isRefused(found)) return found
  return found.consultationKind === kind
    ? found.id
    : refused(
        `${consultation} is planned as ${found.consultationKind}, not ${kind}`,
        ['consultationKind'],
        ['give its own kind', 'leave the planned one out'],
      )
}

function expectedIn(when: Pick<PlanConsultation, 'expectedDay' | 'expectedWeek' | 'expectedMonth'>): Verdict<ExpectedIn> {
  const { expectedDay: day, expectedWeek: commencing, expectedMonth: month } = when
  if ([day, commencing, month].filter((each) => each !== undefined).length > 1)
    return refused('more than one of a day, a week and a month is given', ['expectedDay'], ['give the most exact of them alone'])
  if (day !== undefined) return { kind: 'day', day }
  if (commencing !== undefined) return { kind: 'week', commencing }
  return month === undefined ? { kind: 'not told' } : { kind: 'month', month }
}
