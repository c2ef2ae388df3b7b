import { describe, expect, it } from 'vitest'
import { heldFiles } from './held-files.ts'

const letter = (letters: number) => ({ 'recorded.file': { name: 'letter.pdf', base64: 'A'.repeat(letters) } })

describe('files held for a form that is shown again', () => {
  it('are given back to who sent them, and to nobody else', () => {
    const files = heldFiles()
    const name = files.hold('account-1', letter(8)) ?? ''
    expect([files.held('account-1', name), files.held('account-2', name), files.held('account-1', 'another')]).toEqual([letter(8), {}, {}])
  })

  it('make room for later ones, the oldest first, and none is kept that is too large', () => {
    const files = heldFiles(20)
    const [first = '', second = '', third = ''] = [8, 8, 8].map((letters) => files.hold('account-1', letter(letters)))
    expect([first, second, third].map((name) => Object.keys(files.held('account-1', name)).length)).toEqual([0, 1, 1])
    expect([files.hold('account-1', letter(21)), files.hold('account-1', {})]).toEqual([undefined, undefined])
  })
})
