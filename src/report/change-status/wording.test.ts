import { describe, expect, it } from 'vitest'
import { filled, formOf, numberWord } from './wording.ts'

describe('a template', () => {
  it('is filled, without the gaps that empty places leave', () => {
    expect(filled('{condition} we expect it {when} {length}:', { condition: '', when: 'on Monday', length: '' })).toBe(
      'we expect it on Monday:',
    )
  })

  it('shows a place that nothing fills', () => {
    expect(filled('{who} wrote', {})).toBe('{who} wrote')
  })

  it('takes what it is filled with as it is, braces and dollars too', () => {
    expect(filled('{title}.', { title: '$& {x} costs' })).toBe('$& {x} costs.')
  })
})

it('writes numbers up to ten as words', () => {
  expect([0, 1, 4, 10, 11].map(numberWord)).toEqual(['no', 'one', 'four', 'ten', '11'])
  expect([0, 1, 2, 30].map(formOf)).toEqual(['none', 'one', 'many', 'many'])
})
