import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { canonicalReference, compareIds, isModificationId, modificationId, parseReference, type ReferenceGrammar } from './reference.ts'

const grammar: ReferenceGrammar = {
  forms: [
    { prefix: 'SECMP', digits: 4, numbers: { from: 1, to: 69 }, when: 'always' },
    { prefix: 'DP', digits: 3, numbers: { from: 70 }, when: 'before conversion' },
    { prefix: 'MP', digits: 3, numbers: { from: 70 }, when: 'after conversion' },
  ],
  alsoRead: ['SEC Mod'],
}

describe('parseReference', () => {
  test.each([
    ['SECMP0053', '53'],
    ['SECMP053', '53'],
    ['secmp 53', '53'],
    ['SECMP 0071', '71'],
    ['SECMP076', '76'],
    ['sec-mp 0046', '46'],
    ['MP0046', '46'],
    ['mp84', '84'],
    ['MP084', '84'],
    ['dp 84', '84'],
    ['DP\u00a0084', '84'],
    ['DP–084', '84'],
    ['MP 000084', '84'],
    ['MP102a', '102A'],
    ['mp-102 A', '102A'],
    ['  MP102A\n', '102A'],
    ['Sec Mod 62', '62'],
    ['84', '84'],
    ['0084', '84'],
    ['102a', '102A'],
    ['9999', '9999'],
    ['u3', 'u3'],
    ['Unidentified 3', 'u3'],
  ])('reads %j as %s', (text, id) => expect(parseReference(grammar, text)).toBe(id))

  test.each([
    '',
    ' ',
    'MP',
    'MP00',
    '0',
    'xx84',
    'MP84 B7',
    'MP102AB',
    'MP 8 4',
    '-84',
    '8.4',
    '10000',
    'MP12345',
    'DP084 and DP085',
    'ＭＰ８４',
    'ſecmp53',
    'U3',
    'u0',
    'u03',
    'u 3',
    'u',
    'unidentified',
    'MP084\u0000',
  ])('leaves %j alone', (text) => expect(parseReference(grammar, text)).toBeUndefined())

  it('reads no number that no form holds, as it could not be printed', () => {
    const [, ...recent] = grammar.forms
    expect(parseReference({ forms: recent, alsoRead: [] }, 'MP46')).toBeUndefined()
  })

  it('answers at once for long rubbish', () => {
    const text = `${'MP '.repeat(50_000)}${'0'.repeat(50_000)}!`
    expect(parseReference(grammar, text)).toBeUndefined()
  })
})

describe('canonicalReference', () => {
  test.each([
    ['7', false, 'SECMP0007'],
    ['7', true, 'SECMP0007'],
    ['69', true, 'SECMP0069'],
    ['70', false, 'DP070'],
    ['84', false, 'DP084'],
    ['84', true, 'MP084'],
    ['102A', true, 'MP102A'],
    ['1234', true, 'MP1234'],
    ['u1', false, 'unidentified 1'],
  ])('writes %s (converted: %s) as %s', (id, converted, reference) =>
    expect(canonicalReference(grammar, modificationId(id), converted)).toBe(reference),
  )

  it('names the gap when the grammar has no form', () => {
    const { alsoRead, forms } = grammar
    const noConverted = { alsoRead, forms: forms.filter(({ when }) => when !== 'after conversion') }
    expect(() => canonicalReference(noConverted, modificationId('84'), true)).toThrow(
      new RangeError("no form of reference for modification 84 after conversion: add one to the code pack's grammar"),
    )
  })
})

describe('ids', () => {
  const letters = ['', ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const numbered = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(...letters)).map(([number, suffix]) => `${number}${suffix}`)
  const unidentified = fc.integer({ min: 1, max: 9999 }).map((number) => `u${number}`)
  const ids = fc.oneof(numbered, unidentified).map(modificationId)

  it('come back from their canonical reference, whatever the stage', () => {
    fc.assert(fc.property(ids, fc.boolean(), (id, converted) => parseReference(grammar, canonicalReference(grammar, id, converted)) === id))
  })

  it('come back however carelessly the reference is typed', () => {
    const prefixes = fc.constantFrom('', 'SECMP', 'secmp', 'DP', 'dp', 'Mp', 'SEC MP')
    const gaps = fc.constantFrom('', ' ', '-', ' - ', '\t')
    const careless = fc.record({ prefix: prefixes, gap: gaps, zeros: fc.integer({ min: 0, max: 5 }), id: numbered })
    fc.assert(
      fc.property(careless, ({ prefix, gap, zeros, id }) => {
        const text = `${prefix}${prefix && gap}${'0'.repeat(zeros)}${id.toLowerCase()}`
        expect(parseReference(grammar, text)).toBe(id)
      }),
    )
  })

  it('are all that is ever read', () => {
    const near = fc.stringMatching(/^[SECMPDPu0-9aA -]{0,12}$/)
    fc.assert(
      fc.property(fc.oneof(fc.string(), near), (text) => {
        const id = parseReference(grammar, text)
        return id === undefined || isModificationId(id)
      }),
    )
  })

  it('sort by number, then suffix, the unidentified last', () => {
    const sorted = ['u10', '102B', 'u2', '84', '102', '7', '102A'].map(modificationId).sort(compareIds)
    expect(sorted).toEqual(['7', '84', '102', '102A', '102B', 'u2', 'u10'])
  })

  it('compare as equal only when they are the same', () => {
    fc.assert(
      fc.property(
        ids,
        ids,
        (a, b) => (compareIds(a, b) === 0) === (a === b) && Math.sign(compareIds(a, b)) + Math.sign(compareIds(b, a)) === 0,
      ),
    )
  })

  test.each(['', '084', 'MP084', '102a', 'U1', 'u01', '0', '84 '])('are not %j', (text) =>
    expect(() => modificationId(text)).toThrow(RangeError),
  )
})
