import { describe, expect, it } from 'vitest'
import { append, emptyLog, told } from '../../../test/support/history.ts'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import { endOfDay } from '../../domain/calendar/moment.ts'
import type { Proposed } from '../../domain/entry.ts'
import { publicReader } from '../../domain/reader.ts'
import { isRefused } from '../../domain/refusal.ts'
import { find } from '../../domain/register.ts'
import { registerAt } from '../../domain/replay.ts'
import { newsOf, newsWord } from './news.ts'

const window = { from: calendarDate('2019-09-06'), to: calendarDate('2019-10-04') }
const paper = {
  source: { title: 'A paper', where: 'section 5', published: { from: window.to, to: window.to, basis: 'stated' } },
  on: { from: window.to, to: window.to, basis: 'inferred' },
} as const
const approved = { stage: 'release', step: 'awaiting implementation' } as const

function foundAfter(...history: readonly Proposed[]) {
  const release = told('release/r', 'ReleasePlanned', { name: 'r', kind: 'scheduled', date: { kind: 'unknown' } }, '2019-01-01')
  const log = append(emptyLog, [
    release,
    told('body/panel', 'BodyEstablished', { name: 'Panel', capacities: [] }, '2013-12-01'),
    ...history,
  ])
  if (isRefused(log)) throw new Error(log.refused)
  const found = find(
    registerAt(log.entries, { on: endOfDay(window.to), known: log.entries.length, reader: publicReader, now: endOfDay(window.to) }),
    'modification',
    '7',
  )
  if (!found) throw new Error('it is not there')
  return found
}
const shown = (standing: Parameters<typeof told<'Attested'>>[2]['standing'], on: string) =>
  told('modification/7', 'Attested', { standing }, on)
const scheduled = (more: Partial<Proposed> = {}, on = '2019-10-04') =>
  told('modification/7', 'Scheduled', { release: 'release/r', part: 1 }, on, { nth: 1, ...more })

describe('what is new of a modification in a month', () => {
  it('is first listed where a paper shows it and its day is only that of the paper', () => {
    expect(newsWord(window, foundAfter(shown(approved, '2019-10-04'), scheduled(paper)))).toBe('first listed')
  })

  it('is nothing where a source lists it again as it stood', () => {
    expect(newsWord(window, foundAfter(shown(approved, '2019-08-01'), shown(approved, '2019-10-04')))).toBe('no')
  })

  it('is nothing where no source tells any more where it stands', () => {
    expect(newsWord(window, foundAfter(shown(approved, '2019-08-01'), shown({ stage: 'unknown' }, '2019-10-01')))).toBe('no')
  })

  it('is a change where a source tells a day of the month, or a time that lies within it', () => {
    expect(newsWord(window, foundAfter(shown(approved, '2019-08-01'), scheduled()))).toBe('changed')
    expect(newsWord(window, foundAfter(shown(approved, '2019-08-01'), scheduled({}, '2019-09-07/2019-10-01')))).toBe('changed')
  })

  it('is first listed where it may have been before the month', () => {
    const found = foundAfter(shown(approved, '2019-08-01'), scheduled({}, '2019-09-06/2019-10-01'))
    expect(newsOf(window, found)).toMatchObject({ happened: [], listed: [{ event: { type: 'Scheduled' } }] })
  })

  it('is a change where a withdrawal that nobody adopted lapses in the month', () => {
    const notified = told(
      'modification/7',
      'WithdrawalNotified',
      { by: 'unknown', lapses: endOfDay(calendarDate('2019-09-20')) },
      '2019-08-20',
    )
    expect(newsWord(window, foundAfter(told('modification/7', 'Raised', { as: 'draft' }, '2019-08-01'), notified))).toBe('changed')
  })
})
