import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { append, emptyLog, told } from '../../../test/support/history.ts'
import { addDays, addMonths, calendarDate, firstOf, type YearMonth, yearMonth } from '../../domain/calendar/calendar-date.ts'
import { FOREVER, moment } from '../../domain/calendar/moment.ts'
import { publicReader } from '../../domain/reader.ts'
import { isRefused } from '../../domain/refusal.ts'
import type { Register } from '../../domain/register.ts'
import { registerAt } from '../../domain/replay.ts'
import { regulatoryYear, windowOf } from './window.ts'

const far = calendarDate('2199-12-31')

/** A register that knows nothing but papers, each with its month and day. */
function withPapers(papers: readonly (readonly [month: string, day: string])[]): Register {
  const proposed = papers.map(([month, day]) =>
    told(
      `paper/change-status-${month}`,
      'PaperIssued',
      {
        kind: 'change-status',
        month,
        reference: 'X',
        action: 'For Information',
        classification: 'white',
        author: 'the administrator',
        timescalesAsAt: calendarDate(`${month}-01`),
        attachments: [],
      },
      day,
      { receivedAt: moment(far) },
    ),
  )
  const log = append(emptyLog, proposed, moment(far))
  if (isRefused(log)) throw new Error(log.refused)
  return registerAt(log.entries, { on: FOREVER, known: Number.POSITIVE_INFINITY, reader: publicReader, now: FOREVER })
}

const windowIn = (register: Register, month: string, asOf = far) => windowOf(register, yearMonth(month), asOf)

describe('the window of a paper', () => {
  it('runs from first Friday to first Friday where no paper tells otherwise', () => {
    expect(windowIn(withPapers([]), '2019-10')).toMatchObject({
      from: '2019-09-06',
      fromBasis: 'inferred',
      to: '2019-10-04',
      toBasis: 'inferred',
      next: '2019-11-01',
      timescalesAsAt: '2019-09-30',
    })
  })

  it('ends on the day of its paper, and the next begins there', () => {
    const register = withPapers([['2019-10', '2019-10-09']])
    expect(windowIn(register, '2019-10')).toMatchObject({ to: '2019-10-09', toBasis: 'paper', timescalesAsAt: '2019-10-01' })
    expect(windowIn(register, '2019-11')).toMatchObject({ from: '2019-10-09', fromBasis: 'paper' })
  })

  it('leaves the next window empty, rather than torn, when a paper comes after it', () => {
    const register = withPapers([['2019-10', '2019-11-20']])
    expect(windowIn(register, '2019-11')).toMatchObject({ from: '2019-11-20', to: '2019-11-20' })
    expect(windowIn(register, '2019-12')).toMatchObject({ from: '2019-11-20', to: '2019-12-06' })
  })

  it('is cut at the day asked', () => {
    const register = withPapers([])
    expect(windowIn(register, '2019-10', calendarDate('2019-09-20'))).toMatchObject({ state: 'so far', to: '2019-09-20' })
    expect(windowIn(register, '2019-10', calendarDate('2019-08-20'))).toMatchObject({
      state: 'not begun',
      from: '2019-08-20',
      to: '2019-08-20',
      timescalesAsAt: '2019-08-20',
    })
  })

  it('tiles time with the others, whatever papers there are', () => {
    const start = yearMonth('2019-01')
    const issued = fc.record({ month: fc.nat({ max: 11 }), late: fc.integer({ min: -20, max: 80 }) })
    fc.assert(
      fc.property(fc.uniqueArray(issued, { selector: ({ month }) => month, maxLength: 8 }), (papers) => {
        const register = withPapers(
          papers.map(({ month, late }) => [addMonths(start, month), addDays(firstOf(addMonths(start, month)), late)] as const),
        )
        const windows = Array.from({ length: 16 }, (_, month) => windowIn(register, addMonths(start, month - 2) as YearMonth))
        for (const [index, window] of windows.entries()) {
          expect(window.from <= window.to).toBe(true)
          const following = windows[index + 1]
          if (following) expect([following.from, following.to]).toEqual([window.to, window.next])
        }
      }),
      { numRuns: 200 },
    )
  })
})

it('counts the regulatory year from 1 April', () => {
  const register = withPapers([])
  expect(regulatoryYear(register, calendarDate('2019-09-30'))).toEqual({ from: '2019-04-01', to: '2020-03-31', label: '2019/20' })
  expect(regulatoryYear(register, calendarDate('2019-03-31'))).toEqual({ from: '2018-04-01', to: '2019-03-31', label: '2018/19' })
  expect(regulatoryYear(register, calendarDate('1999-12-31')).label).toBe('1999/00')
})
