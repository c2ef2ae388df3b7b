import { describe, expect, it } from 'vitest'
import { at, logged, logOf, refill, stamped, strike, today, told, when } from '../../test/support/history.ts'
import type { CalendarDate } from './calendar/calendar-date.ts'
import { endOfDay, FOREVER, type Moment } from './calendar/moment.ts'
import { citedBy } from './citations.ts'
import type { Entry } from './entry.ts'
import { everything, publicReader } from './reader.ts'
import { find, subjectAt } from './register.ts'
import { believed, knownOnDay, refold, registerAt } from './replay.ts'
import { canonicalText, same } from './same.ts'

const raised = told('modification/84', 'Raised', { as: 'draft' }, '2019-09-10')
const titled = (title: string, on: string) => told('modification/84', 'Titled', { title }, on)
const ask = (entries: readonly Entry[], on: Moment = FOREVER, more: Partial<Parameters<typeof registerAt>[1]> = {}) =>
  registerAt(entries, { on, known: entries.length, reader: everything, now: today, ...more })
const titleIn = (register: ReturnType<typeof registerAt>) => find(register, 'modification', '84')?.state.title?.value

describe('believed', () => {
  const [first, second] = stamped([raised, titled('a', '2019-09-12')], 1) as [Entry, Entry]
  it('is of each place its last entry, in order of moment and not of typing', () => {
    const [late] = stamped([titled('b', '2019-09-11')], 3) as [Entry]
    const [mended] = stamped([refill(second, when('2019-09-10'))], 4) as [Entry]
    expect(believed([first, second, late, mended])).toEqual([first, mended, late])
  })
  it('leaves out what is struck and what is noted, and takes what is reinstated', () => {
    const [struck, again] = stamped([strike(second), refill(second)], 3) as [Entry, Entry]
    const noted = { ...second, position: 5, place: 5, noted: true } as Entry
    expect(believed([first, second, struck, noted])).toEqual([first])
    expect(believed([first, second, struck, again, noted])).toEqual([first, again])
  })
  it('puts unnumbered entries first, then by number, then what founds', () => {
    const set = stamped([{ ...titled('b', '2019-09-10'), nth: 2 }, { ...titled('a', '2019-09-10'), nth: 1 }, raised], 1)
    expect(believed(set).map(({ position }) => position)).toEqual([3, 2, 1])
  })
})

describe('a register', () => {
  const log = logged([raised], [titled('a', '2019-09-12')])
  it('tells of its moment, of what was known, and a day means its end', () => {
    expect([titleIn(ask(log.entries, at('2019-09-11T23:59'))), titleIn(ask(log.entries, endOfDay('2019-09-12' as CalendarDate)))]).toEqual([
      undefined,
      'a',
    ])
    expect(titleIn(ask(log.entries, FOREVER, { known: 1 }))).toBeUndefined()
  })
  it('changes by itself when a fact dated later begins, of a subject that it has or has not yet', () => {
    expect(ask(log.entries, at('2019-09-01'))).toMatchObject({ until: '2019-09-10T00:00', subjects: new Map() })
    expect(ask(log.entries, at('2019-09-10')).until).toBe('2019-09-12T00:00')
    expect(ask(log.entries).until).toBe(FOREVER)
  })
  it('shows what is noted until something later tells the fact', () => {
    const waiting = { ...titled('b', '2019-09-01'), noted: true as const, fact: 's/1' }
    const before = logOf([...log.entries, ...stamped([waiting], 3)])
    const after = logOf([...before.entries, ...stamped([{ ...titled('b', '2019-09-13'), fact: 's/1' }], 4)])
    const refolded = refold(ask(before.entries), after.entries.slice(3), after.entries, after.lists, {
      on: FOREVER,
      known: 4,
      reader: everything,
      now: today,
    })
    expect([ask(before.entries).noted.length, ask(after.entries).noted.length, refolded.noted.length]).toEqual([1, 0, 0])
    expect(ask(after.entries, FOREVER, { known: 3 }).noted).toHaveLength(1)
  })
  it('hides what is under embargo until its end by the clock, whatever the day asked', () => {
    const hidden = logged([raised], [{ ...titled('a', '2019-09-12'), publicAt: at('2020-02-01') }])
    const asked = { reader: publicReader }
    expect([titleIn(ask(hidden.entries, FOREVER, asked)), ask(hidden.entries, FOREVER, asked).embargoUntil]).toEqual([
      undefined,
      '2020-02-01T00:00',
    ])
    expect(titleIn(ask(hidden.entries, FOREVER, { ...asked, now: at('2020-02-01') }))).toBe('a')
    expect(ask(hidden.entries, FOREVER, { known: 1 }).embargoUntil).toBe(FOREVER)
  })
  it('throws on a log that was never admitted', () => {
    expect(() => ask(stamped([titled('a', '2019-09-12')], 1))).toThrow('entry 1 of modification/84 cannot stand')
  })
  it('leads a published path to whoever claimed it first', () => {
    const path = (id: string) => told(`modification/${id}`, 'AddressPublished', { path: '/old' }, '2019-09-12')
    const other = told('modification/7', 'Raised', { as: 'draft' }, '2019-09-01')
    expect(subjectAt(ask(logged([raised, other], [path('7')], [path('84')]).entries), '/old')).toEqual({
      subject: 'modification/7',
      place: 3,
    })
  })
})

it('what was known on a day is what was recorded by its end', () => {
  const entries = [...stamped([raised], 1, at('2019-10-01')), ...stamped([titled('a', '2019-09-12')], 2, at('2019-10-04'))]
  expect(['2019-09-30', '2019-10-01', '2019-10-03', '2019-10-04'].map((day) => knownOnDay(entries, day as CalendarDate))).toEqual([
    0, 1, 1, 2,
  ])
})

it('an entry cites what its event and its capacity name, and not its own subject or a label', () => {
  const entry = {
    ...told(
      'modification/84',
      'MilestonePlanned',
      { milestone: 'implementation', for: { kind: 'release', release: 'release/r1' }, why: 'see release notes' },
      '2019-09-12',
    ),
    capacity: { by: 'body/panel', behalfOf: 'organisation/a' },
  } as const
  expect(citedBy(entry)).toEqual(['release/r1', 'body/panel', 'organisation/a'])
  expect(citedBy({ ...entry, event: null, capacity: { by: 'unknown' } })).toEqual([])
})

describe('plain data', () => {
  it.each([
    [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
    [{ a: 1 }, { a: 1, b: undefined }, false],
    [[1, 2], [2, 1], false],
    [[], {}, false],
    [null, {}, false],
  ])('%j and %j: the same is %s', (a, b, expected) => {
    expect(same(a, b)).toBe(expected)
  })
  it('has one text, whatever the order of its keys', () => {
    expect(canonicalText({ b: [1, 'x'], a: undefined, c: null })).toBe(canonicalText({ c: null, b: [1, 'x'] }))
  })
})
