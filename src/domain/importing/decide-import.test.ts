import { describe, expect, it } from 'vitest'
import { append, emptyLog, refill, stamped, strike, type TestLog, today, told } from '../../../test/support/history.ts'
import { FOREVER } from '../calendar/moment.ts'
import type { Entry, Proposed, TextId } from '../entry.ts'
import { everything } from '../reader.ts'
import { isRefused } from '../refusal.ts'
import { find } from '../register.ts'
import { registerAt } from '../replay.ts'
import { type DecidedImport, decideImport, type WhenMisfit } from './decide-import.ts'
import type { ImportedFact } from './facts.ts'

const fact = (id: string, { refills, beside, ...tells }: Proposed, more: Partial<ImportedFact> = {}): ImportedFact => ({
  ...tells,
  fact: id,
  ...more,
})
const raised = fact('s/raised', told('modification/84', 'Raised', { as: 'draft' }, '2019-09-10'))
const titled = (title: string, on = '2019-09-12', id = 's/titled') => fact(id, told('modification/84', 'Titled', { title }, on))
const resumed = fact('s/resumed', told('modification/84', 'Resumed', {}, '2019-09-14'))
const onHold = fact('s/hold', told('modification/84', 'PutOnHold', {}, '2019-09-13'))
const strikes = (target: string, id = `strike ${target}`): ImportedFact => ({
  ...titled('', '2019-09-12', id),
  event: null,
  strikes: target,
})

const decide = (log: TestLog, facts: readonly ImportedFact[], mode: WhenMisfit = 'refuse') =>
  decideImport(facts, mode, { log, now: today, nextPosition: log.entries.length + 1, stamp: (proposed, next) => stamped(proposed, next) })

function decided(log: TestLog, facts: readonly ImportedFact[], mode?: WhenMisfit): DecidedImport {
  const verdict = decide(log, facts, mode)
  if (isRefused(verdict)) throw new Error(verdict.refused)
  return verdict
}

/** Imports through the door. */
function imported(log: TestLog, facts: readonly ImportedFact[], mode?: WhenMisfit): TestLog {
  return appended(log, decided(log, facts, mode).proposed)
}

function appended(log: TestLog, proposed: readonly Proposed[]): TestLog {
  const next = append(log, proposed)
  if (isRefused(next)) throw new Error(next.refused)
  return next
}

const register = (log: TestLog) => registerAt(log.entries, { on: FOREVER, known: log.entries.length, reader: everything, now: today })
const titlesIn = (log: TestLog) => find(register(log), 'modification', '84')?.state.titles.map(({ value }) => value)
const notedIn = (log: TestLog) => register(log).noted.map((entry) => entry.fact)
const secondOf = (log: TestLog): Entry => log.entries[1] as Entry
/** As a person: without a fact id. */
const byPerson = ({ fact: _, ...rest }: Proposed): Proposed => rest

describe('an import', () => {
  it('adds what is new, in one set, whatever order it is written in', () => {
    const { outcome } = decided(emptyLog, [titled('a'), raised])
    expect(outcome).toMatchObject({ added: ['s/titled', 's/raised'], changed: [], unchanged: [], waiting: [], besides: [] })
  })
  it('tells nothing of a report that is made here, in neither way', () => {
    const paper = fact(
      's/paper',
      told('publication/change-status-2019-10', 'ParagraphAdded', { section: 'refine', text: 'f'.repeat(64) as TextId }, '2019-10-04'),
    )
    for (const mode of ['refuse', 'note'] as const) {
      const verdict = decide(emptyLog, [raised, paper], mode)
      expect(isRefused(verdict) && verdict.refused).toBe(
        's/paper is about publication/change-status-2019-10: a report is drafted, approved and published by its acts, and an import changes nothing of it',
      )
    }
  })
  it('twice does nothing', () => {
    const log = imported(emptyLog, [raised, titled('a'), strikes('s/titled')])
    const again = decided(log, [raised, titled('a'), strikes('s/titled')])
    expect(again.proposed).toEqual([])
    expect(again.outcome.unchanged).toHaveLength(3)
  })
  it('with the same id twice is refused', () => {
    expect(decide(emptyLog, [raised, raised])).toMatchObject({ about: ['s/raised'] })
  })
  it('with changed content refills its place, and leaves the others alone', () => {
    const log = imported(emptyLog, [raised, titled('a')])
    const next = imported(log, [raised, titled('b')])
    expect(next.entries.slice(2).map(({ place }) => place)).toEqual([2])
    expect(titlesIn(next)).toEqual(['b'])
  })
  it('where a person filled the place, is noted beside it; and again does nothing, and changed again is noted beside it again', () => {
    const log = imported(emptyLog, [raised, titled('a')])
    const mended = appended(log, [byPerson(refill(secondOf(log), { event: { type: 'Titled', v: 1, title: 'by hand' } }))])
    const once = imported(mended, [titled('b')])
    expect(once.entries.at(-1)).toMatchObject({ noted: true, place: 2, beside: 2 })
    expect(decided(once, [titled('b')]).proposed).toEqual([])
    const twice = imported(once, [titled('c')])
    expect([titlesIn(twice), twice.entries.at(-1)?.beside]).toEqual([['by hand'], 2])
  })
  it('does not strike what a person filled', () => {
    const log = imported(emptyLog, [raised, titled('a')])
    const mended = appended(log, [byPerson(refill(secondOf(log), { event: { type: 'Titled', v: 1, title: 'by hand' } }))])
    expect(titlesIn(imported(mended, [strikes('s/titled')]))).toEqual(['by hand'])
  })
  it('leaves struck what a person struck, and what another fact struck', () => {
    const log = imported(emptyLog, [raised, titled('a')])
    const byHand = appended(log, [byPerson(strike(secondOf(log)))])
    expect(titlesIn(imported(byHand, [titled('b')]))).toEqual([])
    expect(titlesIn(imported(imported(log, [strikes('s/titled')]), [titled('b')]))).toEqual([])
  })
})

describe('a fact that cannot stand', () => {
  it('refuses the whole set, with what would let it', () => {
    expect(decide(emptyLog, [raised, resumed])).toMatchObject({
      about: ['s/resumed'],
      refused: expect.stringContaining('it is not on hold'),
    })
  })
  it('or is kept noted, and the rest is taken', () => {
    const { outcome, proposed } = decided(emptyLog, [raised, resumed, titled('a')], 'note')
    expect(outcome).toMatchObject({ added: ['s/raised', 's/titled'], waiting: [{ fact: 's/resumed' }] })
    expect(proposed.map(({ noted }) => noted)).toEqual([undefined, true, undefined])
  })
  it('is offered again, is noted once, and stands once what it waited for is there', () => {
    const log = imported(emptyLog, [raised, resumed], 'note')
    const again = decided(log, [raised, resumed], 'note')
    expect([again.proposed, again.outcome.waiting.map(({ fact: id }) => id)]).toEqual([[], ['s/resumed']])
    const stood = imported(log, [raised, resumed, onHold], 'note')
    expect([stood.entries.length, notedIn(log), notedIn(stood)]).toEqual([4, ['s/resumed'], []])
  })
  it('as a change, waits to mend its own place, which keeps what it held; and then mends it', () => {
    const log = imported(emptyLog, [raised, titled('a')])
    const waiting = imported(log, [titled('b', '2019-09-01')], 'note')
    expect([titlesIn(waiting), notedIn(waiting)]).toEqual([['a'], ['s/titled']])
    const mended = imported(
      waiting,
      [{ ...raised, on: { from: raised.on.from, to: raised.on.to, basis: 'inferred' } }, titled('b', '2019-09-10')],
      'note',
    )
    expect([titlesIn(mended), notedIn(mended)]).toEqual([['b'], []])
    const sooner = imported(
      waiting,
      [fact('s/raised', told('modification/84', 'Raised', { as: 'draft' }, '2019-08-01')), titled('b', '2019-09-01')],
      'note',
    )
    expect(titlesIn(sooner)).toEqual(['b'])
  })
  it('does not make those wait that were only near it', () => {
    const log = imported(emptyLog, [raised, onHold, resumed])
    const withdrawn = fact('t/withdrawn', told('modification/84', 'Withdrawn', { by: 'unknown' }, '2019-09-11'))
    const { outcome } = decided(log, [withdrawn, titled('a')], 'note')
    expect([outcome.added, outcome.waiting.map(({ fact: id }) => id)]).toEqual([['s/titled'], ['t/withdrawn']])
  })
  it('makes nothing wait of a subject whose id only begins alike', () => {
    const other = fact('t/8', told('modification/8', 'Raised', { as: 'draft' }, '2019-09-30'))
    const log = imported(emptyLog, [raised, onHold, resumed])
    const early = fact('t/withdrawn', told('modification/84', 'Withdrawn', { by: 'unknown' }, '2019-09-11'))
    expect(decided(log, [early, other], 'note').outcome.added).toEqual(['t/8'])
  })
})

describe('facts that name facts', () => {
  it.each([
    ['told first', [raised, titled('a'), strikes('s/titled')]],
    ['struck first', [strikes('s/titled'), titled('a'), raised]],
  ])('strike one of their own set, %s', (_, facts) => {
    expect(titlesIn(imported(emptyLog, facts))).toEqual([])
  })
  it('strike one of an earlier set', () => {
    expect(titlesIn(imported(imported(emptyLog, [raised, titled('a')]), [strikes('s/titled')]))).toEqual([])
  })
  it('strike one fact for good: another is struck by a fact of its own', () => {
    const log = imported(emptyLog, [raised, titled('a'), titled('b', '2019-09-13', 's/other'), strikes('s/titled')])
    const moved = { ...strikes('s/other'), fact: 'strike s/titled' }
    expect(decide(log, [moved])).toMatchObject({ refused: 'strike s/titled struck another fact before' })
    expect(titlesIn(imported(log, [strikes('s/titled'), strikes('s/other')]))).toEqual([])
  })
  it('never name themselves', () => {
    const itself = { ...strikes('s/titled'), fact: 's/titled' }
    expect(decide(emptyLog, [raised, itself])).toMatchObject({ refused: 's/titled names itself' })
    expect(decide(emptyLog, [raised, { ...titled('a'), beside: 's/titled' }])).toMatchObject({ refused: 's/titled names itself' })
  })
  it('stand beside the chosen one, of the same set or an earlier one, and fill no place', () => {
    const other = { ...titled('other', '2019-09-13', 't/titled'), beside: 's/titled' }
    for (const log of [imported(emptyLog, [other, raised, titled('a')]), imported(imported(emptyLog, [raised, titled('a')]), [other])]) {
      expect([titlesIn(log), notedIn(log)]).toEqual([['a'], ['t/titled']])
      const noted = log.entries.find(({ fact: id }) => id === 't/titled')
      expect(log.entries.find(({ position }) => position === noted?.beside)?.fact).toBe('s/titled')
      expect(decided(log, [other]).proposed).toEqual([])
    }
  })
  it('take their place once they are chosen', () => {
    const other = { ...titled('other', '2019-09-13', 't/titled'), beside: 's/titled' }
    const log = imported(emptyLog, [other, raised, titled('a')])
    const { beside, ...chosen } = other
    expect(titlesIn(imported(log, [chosen]))).toEqual(['a', 'other'])
  })
  it('are refused, or wait, where the other is not imported', () => {
    expect(decide(emptyLog, [raised, strikes('s/titled')])).toMatchObject({ remedies: ['import s/titled first, or in the same set'] })
    const log = imported(emptyLog, [raised, strikes('s/titled')], 'note')
    expect(notedIn(log)).toEqual(['strike s/titled'])
    expect(titlesIn(imported(log, [titled('a'), strikes('s/titled')], 'note'))).toEqual([])
  })
})
