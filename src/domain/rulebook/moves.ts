// What a change of the rulebook or of the bank holidays moves: the deadlines that are open, counted again.
import { isOpen } from '../assessment/assessment.ts'
import { type CalendarDate, on as stated } from '../calendar/calendar-date.ts'
import { longDay } from '../calendar/format.ts'
import { dayOf, type Moment, moment, timeOf } from '../calendar/moment.ts'
import { deadline, type FirstDay } from '../calendar/working-days.ts'
import { idOf, kindOf, type Proposed, type Subject } from '../entry.ts'
import type { Event } from '../events.ts'
import type { SubjectRecord } from '../register.ts'
import { find, makeRegister, modifications, type Register, ruleOn } from '../register.ts'
import type { HolidayDeclared, Row } from './rulebook.ts'

/** A deadline that has not come, with how it was counted: from a day, so many Working Days, by these rows. */
export type OpenDeadline = {
  readonly subject: Subject
  readonly of: 'consultation' | 'adoption' | 'appeal' | 'assessment'
  /** The consultation or the assessment. */
  readonly id?: string
  readonly closes: Moment
  readonly start: CalendarDate
  /** In Working Days; undefined where no source tells its length. */
  readonly count: number | undefined
  /** The row that gave the count; undefined where it was given by hand. */
  readonly countRow: string | undefined
  /** The row that says whether the first day counts. */
  readonly firstDayRow: string
}

/** What changes: rows that are set, bank holidays that come or go. */
export type RulebookChange = {
  readonly rows?: readonly Row[]
  readonly declared?: readonly HolidayDeclared[]
  readonly withdrawn?: readonly CalendarDate[]
}

export type Move = { readonly deadline: OpenDeadline; readonly closes: Moment }
/** `uncounted`: open, and touched by the change, though no source tells how it was counted: it stays where it is until somebody looks. */
export type Moves = { readonly moves: readonly Move[]; readonly uncounted: readonly OpenDeadline[] }

/** What entries change, whether they stand or wait. A bank holiday that is struck is one that goes. */
export function changeIn(entries: readonly Pick<Proposed, 'subject' | 'event'>[]): RulebookChange {
  return {
    rows: entries.flatMap(({ event }) => (event?.type === 'RowSet' ? [event.row] : [])),
    declared: entries.flatMap(({ event }) => (event?.type === 'HolidayDeclared' ? [event] : [])),
    withdrawn: entries.flatMap(({ event, subject }) =>
      event === null && kindOf(subject) === 'holiday' ? [idOf(subject) as CalendarDate] : [],
    ),
  }
}

export const changesNothing = ({ rows = [], declared = [], withdrawn = [] }: RulebookChange): boolean =>
  rows.length + declared.length + withdrawn.length === 0

/** Every deadline that is open at the moment of a register. */
export function openDeadlines(register: Register): readonly OpenDeadline[] {
  return modifications(register).flatMap(({ subject, state }): readonly OpenDeadline[] => {
    const consultations = Object.values(state.consultations).flatMap(({ id, status, opened, closes }): readonly OpenDeadline[] => {
      if (status !== 'open' || !opened || closes === undefined) return []
      const { lengthWorkingDays: count, row: countRow } = opened.value
      return [{ subject, of: 'consultation', id, closes, start: opened.on.to, count, countRow, firstDayRow: 'consultation-length-counted' }]
    })
    const assessments = Object.values(state.assessments).flatMap((assessment): readonly OpenDeadline[] => {
      const { id, accepted, target } = assessment
      if (!isOpen(assessment) || !accepted || target?.value.due === undefined) return []
      const { due, workingDays: count } = target.value
      const closes = moment(due, '24:00')
      return [
        {
          subject,
          of: 'assessment',
          id,
          closes,
          start: accepted.on.to,
          count,
          countRow: undefined,
          firstDayRow: 'assessment-target-counted',
        },
      ]
    })
    const notice = state.standing.value.stage === 'ended' ? undefined : state.withdrawalNotice
    const adoption: readonly OpenDeadline[] = notice
      ? [
          {
            subject,
            of: 'adoption',
            closes: notice.value.lapses,
            start: notice.on.to,
            ...countOf(register, 'adoption-window', notice.on.to),
          },
        ]
      : []
    const { window } = state.appeals
    const appeal: readonly OpenDeadline[] = window?.value.open
      ? [{ subject, of: 'appeal', closes: window.value.lapses, start: window.on.to, ...countOf(register, window.value.row, window.on.to) }]
      : []
    return [...consultations, ...assessments, ...adoption, ...appeal]
  })
}

/** A window that one row gives: its length, and whether the first day counts. */
function countOf(register: Register, row: string, day: CalendarDate) {
  const value = ruleOn(register, row, day)?.value.value
  return { count: value?.kind === 'working days' ? value.days : undefined, countRow: row, firstDayRow: row }
}

/** The rows that a deadline was counted by. */
export const rowsOf = ({ countRow, firstDayRow }: OpenDeadline): readonly string[] => [
  ...new Set([...(countRow ? [countRow] : []), firstDayRow]),
]

/**
 * Which open deadlines a change moves, and to when. A row moves what is open only where it applies to everything live; a bank holiday moves
 * every deadline that counts over it. Nothing is moved into the past, and what has closed stays.
 */
export function whatMoves(register: Register, change: RulebookChange): Moves {
  if (changesNothing(change)) return { moves: [], uncounted: [] }
  const after = changedBy(register, change)
  const moves: Move[] = []
  const uncounted: OpenDeadline[] = []
  for (const each of openDeadlines(register)) {
    const before = countedIn(register, each, each.count)
    const isCounted = before === dayOf(each.closes)
    if (!isCounted) {
      if (touches(change, each)) uncounted.push(each)
      continue
    }
    const day = countedIn(after, each, countAfter(register, change, each), change)
    const closes = day && moment(day, timeOf(each.closes))
    if (closes && closes !== each.closes && closes > register.on) moves.push({ deadline: each, closes })
  }
  return { moves, uncounted }
}

type Told = { readonly subject: Subject; readonly event: Event }

/** What is recorded of each deadline that moves: an entry of its own, with why. */
export function tellingsOf({ moves }: Moves, why: string, register: Register): readonly Told[] {
  return moves.map(({ deadline: { subject, of, id = '' }, closes }): Told => {
    if (of === 'consultation') return { subject, event: { type: 'ConsultationCloseSet', v: 1, consultation: id, closes, why } }
    if (of === 'adoption') return { subject, event: { type: 'AdoptionWindowMoved', v: 1, lapses: closes, why } }
    if (of === 'appeal') return { subject, event: { type: 'AppealWindowMoved', v: 1, lapses: closes, why } }
    const target =
      find(register, 'modification', subject.slice('modification/'.length))?.state.assessments[id]?.target?.value.workingDays ?? 0
    return {
      subject,
      event: { type: 'AssessmentTargetRevised', v: 1, assessment: id, targetWorkingDays: target, reason: why, due: dayOf(closes) },
    }
  })
}

/** Why a change moves a deadline, as a label. */
export function reasonOf({ rows = [], declared = [], withdrawn = [] }: RulebookChange): string {
  const reasons = [
    ...rows.map(({ title }) => `The rule “${title}” was changed`),
    ...declared.map(({ date, name }) => `${longDay(date)} is a bank holiday: ${name}`),
    ...withdrawn.map((date) => `${longDay(date)} is no bank holiday`),
  ]
  return reasons.join('; ')
}

/** A change that reaches a deadline, though it cannot be counted again. */
function touches({ rows = [], declared = [], withdrawn = [] }: RulebookChange, each: OpenDeadline): boolean {
  const days = [...declared.map(({ date }) => date), ...withdrawn]
  return (
    rows.some((row) => isLive(row) && rowsOf(each).includes(row.id)) || days.some((day) => each.start <= day && day <= dayOf(each.closes))
  )
}

const isLive = ({ appliesTo }: Row): boolean => appliesTo === 'everything live'

function countAfter(register: Register, { rows = [] }: RulebookChange, { count, countRow }: OpenDeadline): number | undefined {
  const changed = rows.find((row) => row.id === countRow && isLive(row) && inForceOn(row, dayOf(register.on)))
  return changed?.value.kind === 'working days' ? changed.value.days : count
}

/** The last day, counted in a register; undefined where its length is not told, or the calendar does not reach that far. */
function countedIn(
  register: Register,
  { start, firstDayRow }: OpenDeadline,
  count: number | undefined,
  change?: RulebookChange,
): CalendarDate | undefined {
  if (count === undefined || count < 1) return undefined
  try {
    return deadline(register.calendar, start, count, firstDayIn(register, firstDayRow, change)).day
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function firstDayIn(register: Register, id: string, change: RulebookChange | undefined): FirstDay {
  const changed = change?.rows?.find((row) => row.id === id && isLive(row))
  const row = changed ?? ruleOn(register, id, dayOf(register.on))?.value
  return row?.value.kind === 'word' && row.value.word === 'counted' ? 'counted' : 'not counted'
}

const inForceOn = ({ inForce: { from, to } }: Row, day: CalendarDate): boolean => (from ?? day) <= day && day <= (to ?? day)

/** The register as its calendar would be after the change. */
function changedBy(register: Register, { declared = [], withdrawn = [] }: RulebookChange): Register {
  if (declared.length === 0 && withdrawn.length === 0) return register
  const subjects = new Map<Subject, SubjectRecord>(register.subjects)
  for (const holiday of declared)
    subjects.set(`holiday/${holiday.date}`, {
      state: { kind: 'holiday', declared: { value: holiday, on: stated(dayOf(register.on)), place: 0 } },
      history: [],
      next: register.until,
    })
  for (const date of withdrawn) subjects.delete(`holiday/${date}`)
  return makeRegister({ ...register, subjects })
}
