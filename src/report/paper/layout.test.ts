import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bullet, table, WIDTH, wrap } from './layout.ts'

const words = fc.array(fc.string({ unit: fc.constantFrom(...'abc-’é'), minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 60 })

it('keeps every word and no line wider than the page', () => {
  fc.assert(
    fc.property(words, (each) => {
      const text = bullet(each.join(' '))
      expect(text.replace('•', '').trim().split(/\s+/)).toEqual(each)
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(WIDTH)
    }),
  )
})

it('lets an address stand alone however long it is', () => {
  const address = `https://example.org/${'a'.repeat(120)}`
  expect(wrap(`see ${address} there`).split('\n')).toEqual(['see', address, 'there'])
})

it('aligns columns, numbers to the right', () => {
  expect(
    table(
      ['Assessment', 'Total'],
      [
        ['open', 2],
        ['completed', '12 WD'],
      ],
    ),
  ).toBe(['Assessment  Total', '----------  -----', 'open            2', 'completed   12 WD'].join('\n'))
})

it('breaks the widest column where a table is wider than the page', () => {
  const lines = table(['A', 'B'], [['word '.repeat(40).trim(), 'x'.repeat(30)]]).split('\n')
  expect(lines.length).toBeGreaterThan(3)
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(WIDTH)
})
