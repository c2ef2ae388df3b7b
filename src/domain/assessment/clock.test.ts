import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packSets, registerOf, withSet } from '../../../test/support/sample-log.ts'
import { october } from '../../../test/support/sample-register.ts'
import { addDays, calendarDate, on } from '../calendar/calendar-date.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import type { Entry } from '../entry.ts'
import { isRefused } from '../refusal.ts'
import type { Assessment, Question } from './assessment.ts'
import { clockCount, dueOf, warningOf } from './clock.ts'

let entries: readonly Entry[] = []
for (const set of packSets(october).filter(({ day }) => day <= october)) {
  const after = withSet(entries, set)
  if (isRefused(after)) throw new Error(after.refused)
  entries = after.entries
}
const register = registerOf(entries, october)
const begun = calendarDate('2019-08-01')
const told = <T>(value: T, day: string) => ({ value, on: on(calendarDate(day)), place: 1 })
const assessment = (questions: readonly Question[], more: Partial<Assessment> = {}): Assessment => ({
  id: '7/PA/1',
  assessmentKind: 'PA',
  provider: 'organisation/dcc',
  status: 'accepted',
  accepted: told({}, begun),
  target: told({ workingDays: 15 }, begun),
  targets: [],
  forecasts: [],
  costs: [],
  progress: [],
  questions: Object.fromEntries(questions.map((question, index) => [`${index + 1}`, question])),
  ...more,
})
const question = (asked: string, answered?: string, paused = true): Question => ({
  asked: told('unknown', asked),
  ...(answered === undefined ? {} : { answered: told({}, answered) }),
  ...(paused ? { pause: told('body/secas', asked) } : {}),
})
const at = (day: string) => ({ register, day: calendarDate(day) })

describe('the count of an assessment', () => {
  it('leaves the bank holiday out, and counts no day twice that two questions share', () => {
    // From 1 August, a Thursday: 26 August is a bank holiday. Waited from 20 to 28 August: 21, 22, 23, 27, 28.
    const both = assessment([question('2019-08-20', '2019-08-23'), question('2019-08-22', '2019-08-28')])
    const counted = clockCount(at('2019-08-30'), both, calendarDate('2019-08-30'))
    expect([counted?.gross.value, counted?.paused, counted?.net]).toEqual([20, 5, 15])
  })

  it('is gross, less the Working Days after a question that was paused, up to its answer', () => {
    const day = fc.nat(60).map((days) => addDays(begun, days))
    const asked = fc.tuple(day, fc.option(fc.nat(20), { nil: undefined }), fc.boolean())
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 4 }), day, (all, upTo) => {
        const questions = all
          .filter(([from]) => from <= upTo)
          .map(([from, after, paused]) => question(from, after === undefined ? undefined : addDays(from, after), paused))
        const counted = clockCount(at(upTo), assessment(questions), upTo)
        const days = Array.from({ length: 61 }, (_, index) => addDays(begun, index)).filter(
          (each) => each > begun && each <= upTo && isWorkingDay(register.calendar, each),
        )
        const waited = (only: boolean) =>
          days.filter((each) =>
            questions.some(
              ({ asked: { on: from }, answered, pause }) => (!only || pause) && each > from.to && each <= (answered?.on.to ?? upTo),
            ),
          ).length
        expect([counted?.gross.value, counted?.waited, counted?.paused, counted?.net]).toEqual([
          days.length,
          waited(false),
          waited(true),
          days.length - waited(true),
        ])
      }),
    )
  })

  it('stops at the return, and is not known before acceptance', () => {
    const returned = assessment([], { status: 'returned', returned: told({}, '2019-08-08') })
    expect(clockCount(at('2019-09-30'), returned, calendarDate('2019-09-30'))?.gross.value).toBe(5)
    expect(clockCount(at('2019-07-31'), returned, calendarDate('2019-07-31'))).toBeUndefined()
    const { accepted, ...requested } = returned
    expect(clockCount(at('2019-09-30'), requested, calendarDate('2019-09-30'))).toBeUndefined()
  })

  it('is due later by what was paused, and warns of that day, while it is open', () => {
    const paused = assessment([question('2019-08-05', '2019-08-07')])
    expect([
      dueOf(at('2019-08-09'), assessment([]), calendarDate('2019-08-09'))?.day,
      dueOf(at('2019-08-09'), paused, calendarDate('2019-08-09'))?.day,
    ]).toEqual(['2019-08-22', '2019-08-27'])
    const over = calendarDate('2019-08-27')
    expect(warningOf(at(over), paused, over)).toEqual({ kind: 'today', workingDays: 0 })
    expect(warningOf(at(over), assessment([]), over)).toEqual({ kind: 'over', workingDays: 2 })
    expect(warningOf(at(over), assessment([], { status: 'returned', returned: told({}, '2019-08-26') }), over)).toBeUndefined()
  })
})
