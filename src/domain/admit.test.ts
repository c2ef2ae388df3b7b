import { describe, expect, it } from 'vitest'
import {
  append,
  at,
  emptyLog,
  logged,
  logOf,
  refill,
  stamped,
  strike,
  type TestLog,
  today,
  told,
  when,
} from '../../test/support/history.ts'
import { admit } from './admit.ts'
import type { Entry, Proposed, Subject } from './entry.ts'
import { isRefused, type Refused } from './refusal.ts'

const raised = told('modification/84', 'Raised', { as: 'draft' }, '2019-09-10')
const ready = told('modification/84', 'DeterminedReady', { by: 'body/panel' }, '2019-09-20')
const converted = told('modification/84', 'Converted', { by: 'body/panel', route: 'refinement' }, '2019-10-10')
const panel = told('body/panel', 'BodyEstablished', { name: 'Panel', capacities: ['decide'] }, '2013-01-01')
const titled = (title: string, on: string, more: Partial<Proposed> = {}) => told('modification/84', 'Titled', { title }, on, more)
const held = told('meeting/m1', 'MeetingHeld', { body: 'body/panel' }, '2019-09-18')

const entryOf = (log: TestLog, position: number): Entry => log.entries[position - 1] as Entry

function refusedOf(log: TestLog, set: readonly Proposed[]): Refused {
  const verdict = admit(log, stamped(set, log.entries.length + 1), today)
  if (!isRefused(verdict)) throw new Error('expected a refusal')
  return verdict
}

const stands = (log: TestLog, set: readonly Proposed[]) => expect(admit(log, stamped(set, log.entries.length + 1), today)).toBe(true)

describe('a set stands as a whole', () => {
  it('whatever order it was typed in', () => {
    stands(emptyLog, [converted, titled('a', '2019-09-10'), panel, ready, raised])
  })
  it('and is refused whole when one entry cannot follow, which is named', () => {
    const refused = refusedOf(logged([panel]), [raised, told('modification/84', 'Resumed', {}, '2019-09-12')])
    expect(refused).toMatchObject({ about: ['entry 3'], subjects: ['modification/84'] })
    expect(refused.refused).toBe('entry 3 (Resumed, modification/84) cannot stand: it is not on hold')
  })
  it('late news stands at its place, and is refused where a later entry could not follow it', () => {
    const log = logged([panel], [raised], [converted])
    stands(log, [ready])
    const refused = refusedOf(log, [told('modification/84', 'ConversionRefused', { by: 'body/panel' }, '2019-10-05')])
    expect(refused.refused).toContain('entry 3 (Converted, modification/84) cannot stand: it ended before (refused)')
  })
  it('refuses an event of another kind of subject', () => {
    expect(refusedOf(logged([raised]), [{ ...ready, subject: 'release/r1' as Subject }]).refused).toContain('is not an event of a release')
  })
  it('keeps what is noted out of the history, however impossible', () => {
    stands(emptyLog, [{ ...ready, noted: true }])
  })
})

describe('remedies work when they are followed', () => {
  const log = logged([panel], [raised], [converted])
  it('another day: the nearest that stands', () => {
    const late = told('modification/84', 'DeterminedReady', { by: 'body/panel' }, '2019-10-15')
    expect(refusedOf(log, [late]).remedies).toEqual(['it would stand on 9 October 2019'])
    stands(log, [{ ...late, ...when('2019-10-09') }])
  })
  it('a narrower range', () => {
    const ranged = told('modification/84', 'DeterminedReady', { by: 'body/panel' }, '2019-10-01/2019-10-31')
    expect(refusedOf(log, [ranged]).remedies).toContain('give it a narrower range: between 1 and 9 October 2019 (inferred)')
    stands(log, [{ ...ranged, ...when('2019-10-01/2019-10-09') }])
  })
  it('an order within the day: it came later', () => {
    const hold = told('modification/84', 'PutOnHold', {}, '2019-09-15T12:00')
    const resumed = told('modification/84', 'Resumed', {}, '2019-09-15')
    const onHold = logged([raised], [hold])
    expect(refusedOf(onHold, [resumed]).remedies).toContain('say that it came later on that day (a time)')
    stands(onHold, [{ ...resumed, ...when('2019-09-15T15:00') }])
  })
  it('an order within the day: it came first, the others after it', () => {
    const same = logged([raised], [titled('a', '2019-09-15')])
    const hidden = titled('b', '2019-09-15')
    expect(refusedOf(same, [hidden]).remedies).toEqual(expect.arrayContaining(['say their order (nth: 1, 2 …) or their times']))
    stands(same, [{ ...hidden, nth: 1 }])
    stands(same, [hidden, refill(entryOf(same, 2), { nth: 1 })])
  })
  it('of the new entry that is in an older one’s way', () => {
    const withdrawn = told('modification/84', 'Withdrawn', { by: 'proposer' }, '2019-10-05')
    expect(refusedOf(log, [withdrawn]).remedies).toContain('entry 4 would stand on 11 October 2019')
    stands(log, [{ ...withdrawn, ...when('2019-10-11') }])
  })
})

describe('entries of one moment', () => {
  it.each([
    ['two titles', [titled('a', '2019-09-15'), titled('b', '2019-09-15')]],
    [
      'two decisions',
      [
        told('modification/84', 'UrgencyDecided', { urgent: true, by: 'body/panel' }, '2019-09-15'),
        told('modification/84', 'UrgencyDecided', { urgent: false, by: 'body/panel' }, '2019-09-15'),
      ],
    ],
    [
      'what is attested and a stage move',
      [
        told('modification/84', 'Attested', { standing: { stage: 'define', step: 'raised' } }, '2019-09-15'),
        { ...ready, ...when('2019-09-15') },
      ],
    ],
  ] as const)('%s must say which came first, and stand once they do', (_, [first, second]) => {
    const log = logged([panel, raised])
    expect(refusedOf(log, [second, first]).refused).toContain('it matters which came first')
    stands(log, [
      { ...second, nth: 2 },
      { ...first, nth: 1 },
    ])
  })
  it('two stage moves must say it, however they were typed', () => {
    const log = logged([panel, raised])
    const [first, second] = [
      { ...ready, ...when('2019-09-15') },
      { ...converted, ...when('2019-09-15') },
    ]
    expect(refusedOf(log, [first, second]).refused).toContain('it matters which came first')
    expect(refusedOf(log, [second, first]).remedies.join()).toContain('came first on that day: give the others of that day a higher nth')
    stands(log, [{ ...second, nth: 1 }, first])
  })
  it.each([
    ['what founds and what is told of it', [titled('a', '2019-09-10'), raised]],
    [
      'lists',
      [
        raised,
        told('modification/84', 'AddressPublished', { path: '/b' }, '2019-09-15'),
        told('modification/84', 'AddressPublished', { path: '/a' }, '2019-09-15'),
      ],
    ],
    ['a step and a label', [panel, raised, ready, titled('a', '2019-09-20')]],
    [
      'a founding attestation and the step of that day',
      [
        panel,
        { ...converted, ...when('2019-09-20') },
        told('modification/84', 'Attested', { standing: { stage: 'define', step: 'raised' } }, '2019-09-20'),
      ],
    ],
  ] as const)('%s need no order', (_, set) => stands(emptyLog, set))
  it('more than seven of them are judged too', () => {
    const labels = Array.from({ length: 8 }, (_, n) => told('modification/84', 'AddressPublished', { path: `/${n}` }, '2019-09-15'))
    stands(emptyLog, [raised, ...labels])
    expect(refusedOf(emptyLog, [raised, titled('a', '2019-09-15'), ...labels, titled('b', '2019-09-15')]).refused).toContain(
      'which came first',
    )
  })
  it('hundreds of them are judged too, and soon', () => {
    const path = (n: number) => told('modification/84', 'AddressPublished', { path: `/${n}` }, '2019-09-15')
    const labels = Array.from({ length: 400 }, (_, n) => path(n))
    stands(emptyLog, [raised, ...labels])
    const apart = [titled('a', '2019-09-15'), ...labels.slice(0, 150), titled('b', '2019-09-15'), ...labels.slice(150)]
    expect(refusedOf(emptyLog, [raised, ...apart]).refused).toContain('which came first')
    const onHold = told('modification/84', 'PutOnHold', {}, '2019-09-15')
    const resumed = told('modification/84', 'Resumed', {}, '2019-09-15')
    expect(refusedOf(emptyLog, [raised, onHold, ...labels, resumed]).refused).toContain('which came first')
  })
})

describe('places', () => {
  const log = logged([panel], [raised], [titled('a', '2019-09-12'), { ...titled('waits', '2019-09-13'), noted: true }])
  it('are refilled with another day or content, struck and reinstated', () => {
    stands(log, [refill(entryOf(log, 3), { ...when('2019-09-11'), event: { type: 'Titled', v: 1, title: 'b' } })])
    const struck = logOf([...log.entries, ...stamped([strike(entryOf(log, 3))], 5)])
    stands(struck, [refill(entryOf(log, 3))])
  })
  it.each([
    ['another subject', 3, { subject: 'modification/7' as Subject }, 'is about modification/84, not modification/7'],
    ['another event', 3, { event: { type: 'StatusShown', v: 1, status: 's' } }, 'holds Titled, which StatusShown cannot mend'],
    ['no such place', 3, { refills: 99 }, 'there is no place 99'],
    ['a place of its own set that is still to come', 3, { refills: 6 }, 'there is no place 6'],
    ['what is only noted', 4, {}, 'there is no place 4'],
  ] as const)('are not refilled: %s', (_, position, change, why) => {
    const { noted, ...rest } = refill(entryOf(log, position), change as Partial<Proposed>)
    expect(refusedOf(log, [rest, titled('later', '2019-09-20')]).refused).toContain(why)
  })
  it('are filled once by a set, which may then strike them', () => {
    const mended = refill(entryOf(log, 3), { event: { type: 'Titled', v: 1, title: 'b' } })
    expect(refusedOf(log, [mended, mended]).refused).toBe('this set fills place 3 twice')
    stands(log, [mended, strike(entryOf(log, 3))])
  })
  it('cannot be struck from under what stands on them', () => {
    expect(refusedOf(log, [strike(entryOf(log, 2))]).refused).toContain('entry 3 (Titled, modification/84) cannot stand')
    stands(log, [strike(entryOf(log, 2)), strike(entryOf(log, 3))])
  })
})

describe('days', () => {
  it('are not told before they have come: a plan is a fact of the day it was made', () => {
    const refused = refusedOf(emptyLog, [{ ...raised, receivedAt: at('2019-09-09') }])
    expect(refused.refused).toBe('entry 1 is told of 10 September 2019, after it was received on 9 September 2019')
    stands(emptyLog, [{ ...raised, receivedAt: at('2019-09-10') }])
  })
  it('run forwards', () => {
    expect(refusedOf(emptyLog, [{ ...raised, ...when('2019-09-10/2019-09-01') }]).refused).toContain('backwards')
  })
})

describe('conclusions', () => {
  const log = logged([panel], [raised], [ready], [{ ...titled('concluded', '2019-09-21'), restsOn: [3] }])
  const moved = refill(entryOf(log, 3), when('2019-09-19'))
  it('keep what they rest on, unless the same set confirms or strikes them', () => {
    expect(refusedOf(log, [moved])).toMatchObject({
      refused: 'entry 4 (Titled) rests on place 3',
      remedies: ['mend or confirm entry 4 in the same set'],
    })
    stands(log, [moved, refill(entryOf(log, 4))])
    stands(log, [moved, strike(entryOf(log, 4))])
  })
  it('hold nothing once they are struck, or rest on something else', () => {
    for (const change of [strike(entryOf(log, 4)), refill(entryOf(log, 4), { restsOn: [2] })])
      stands(logOf([...log.entries, ...stamped([change], 5)]), [moved])
  })
  it('rest on places that are filled', () => {
    expect(refusedOf(log, [strike(entryOf(log, 3)), refill(entryOf(log, 4))]).refused).toBe(
      'entry 6 (Titled) rests on place 3, which nothing fills',
    )
    expect(refusedOf(log, [{ ...titled('b', '2019-09-22'), restsOn: [77] }]).refused).toContain('rests on place 77')
  })
})

describe('citations', () => {
  it('are recorded before, or in the same set', () => {
    expect(refusedOf(emptyLog, [held])).toMatchObject({
      refused: 'entry 1 names body/panel, of which nothing is recorded',
      remedies: ['record body/panel first, or in the same set'],
    })
    stands(emptyLog, [held, panel])
  })
  it('cannot be struck while something names them', () => {
    const log = logged([panel], [held])
    expect(refusedOf(log, [strike(entryOf(log, 1))]).refused).toBe('body/panel cannot be struck: entry 2 (meeting/m1) names it')
    stands(log, [strike(entryOf(log, 1)), strike(entryOf(log, 2))])
  })
  it('are there when what named them is reinstated', () => {
    const log = logged([panel], [held])
    const gone = append(log, [strike(entryOf(log, 1)), strike(entryOf(log, 2))])
    if (isRefused(gone)) throw new Error(gone.refused)
    expect(refusedOf(gone, [refill(entryOf(log, 2))]).refused).toContain('names body/panel, of which nothing is recorded')
  })
  it('are there for every reader of what names them', () => {
    const embargo = { publicAt: at('2020-02-01') }
    const log = logged([{ ...panel, ...embargo }])
    expect(refusedOf(log, [held])).toMatchObject({ refused: 'entry 2 names body/panel, of which not all of its readers may see' })
    stands(log, [{ ...held, ...embargo }])
  })
})

describe('views', () => {
  const embargo = { publicAt: at('2020-02-01') }
  it('what stands on something embargoed carries its embargo too', () => {
    const log = logged([{ ...raised, ...embargo }])
    expect(refusedOf(log, [titled('a', '2019-09-12')]).refused).toContain('as a reader of class white sees it at 2020-01-01T09:00')
    stands(log, [{ ...titled('a', '2019-09-12'), ...embargo }])
    expect(refusedOf(log, [{ ...titled('a', '2019-09-12'), publicAt: at('2020-01-15') }]).refused).toContain('at 2020-01-15T00:00')
  })
  it('an act on which others stand is not classed above White; a document may be', () => {
    const approved = told('modification/84', 'ReportApproved', { by: 'body/panel' }, '2019-10-20')
    const log = logged([panel, raised])
    expect(refusedOf(log, [{ ...converted, class: 'green' }, approved]).refused).toContain('as a reader of class white')
    stands(log, [told('modification/84', 'DocumentListed', { title: 'a', held: false }, '2019-09-12', { class: 'amber' })])
  })
  it('a correction under embargo leaves the public what it had', () => {
    const log = logged([raised], [titled('a', '2019-09-12')])
    stands(log, [refill(entryOf(log, 1), { ...when('2019-09-11'), ...embargo })])
    expect(refusedOf(log, [strike(entryOf(log, 1)), strike(entryOf(log, 2), embargo)]).refused).toContain('as a reader of class white')
  })
})
