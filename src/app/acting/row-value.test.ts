import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { RowValue } from '../../domain/rulebook/rulebook.ts'
import { rowValueIn, rowValueWritten } from './row-value.ts'

it.each<[string, RowValue]>([
  ['15 Working Days', { kind: 'working days', days: 15 }],
  ['1 working day', { kind: 'working days', days: 1 }],
  ['2 months', { kind: 'months', months: 2 }],
  ['90 seconds', { kind: 'seconds', seconds: 90 }],
  ['60 words', { kind: 'words', words: 60 }],
  ['17:00', { kind: 'time', time: '17:00' }],
  ['Yes', { kind: 'yes or no', yes: true }],
  ['body/panel', { kind: 'word', word: 'body/panel' }],
  ['- counts\n- does not count', { kind: 'list', items: ['counts', 'does not count'] }],
  ['Networks: 3\nConsumers: 1', { kind: 'table', entries: { Networks: '3', Consumers: '1' } }],
  ['some: a few\nnone:', { kind: 'table', entries: { some: 'a few', none: '' } }],
])('reads “%s”', (written, value) => {
  expect(rowValueIn(written)).toEqual(value)
})

it('reads nothing where nothing is written', () => {
  expect(rowValueIn(' \n ')).toBeUndefined()
})

it('reads again what it writes', () => {
  const word = fc.stringMatching(/^[a-z]+( [a-z]+)*$/).filter((text) => text !== 'yes' && text !== 'no')
  const value: fc.Arbitrary<RowValue> = fc.oneof(
    fc.record({ kind: fc.constant('working days' as const), days: fc.nat(400) }),
    fc.record({ kind: fc.constant('word' as const), word }),
    fc.record({ kind: fc.constant('list' as const), items: fc.array(word, { minLength: 1 }) }),
    fc.record({ kind: fc.constant('table' as const), entries: fc.dictionary(word, word, { minKeys: 1, noNullPrototype: true }) }),
  )
  fc.assert(
    fc.property(value, (each) => {
      expect(rowValueIn(rowValueWritten(each))).toEqual(each)
    }),
  )
})
