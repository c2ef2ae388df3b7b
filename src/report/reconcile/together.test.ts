import { describe, expect, it } from 'vitest'
import type { JudgedClaim } from './claim.ts'
import { finding } from './finding.ts'
import { together } from './together.ts'

const row = { line: 40, text: 'SECMP0066 PA 13 Jun 19 15 WD 103 WD' }
const of = { id: '66', assessmentKind: 'PA', table: 'open' } as const
const claim = (more: Partial<JudgedClaim>): JudgedClaim => ({
  id: 'SECMP0066/PA/duration',
  kind: 'duration',
  subject: 'SECMP0066 PA duration',
  value: 103,
  place: row,
  about: { is: 'duration', ...of, value: 103 } as never,
  verdict: 'contradicted',
  detail: 'the paper tells 103 WD, and the register 101 WD',
  certainty: 'likely',
  ...more,
})
const wrong = finding('duration', ['error', 'certain'], 'SECMP0066 (PA) is told to have taken 103 WD.', row)
const messages = (...of: Parameters<typeof together>) => together(...of).map(({ kind, message }) => `${kind}: ${message}`)

describe('one fault', () => {
  it('is one finding, against the paper itself and against the register', () => {
    expect(messages([wrong], [claim({})])).toEqual([
      'duration: SECMP0066 (PA) is told to have taken 103 WD. Against the register, SECMP0066 PA duration: the paper tells 103 WD, and the register 101 WD.',
    ])
  })

  it('is a finding of its own where the paper ties', () => {
    expect(messages([], [claim({}), claim({ verdict: 'holds' })])).toEqual([
      'contradicted: SECMP0066 PA duration: the paper tells 103 WD, and the register 101 WD.',
    ])
  })

  it('is two where two things of a line are wrong', () => {
    const other = claim({ subject: 'SECMP0024 PA duration', detail: 'the paper tells 1 WD, and the register 89 WD' })
    const target = claim({ kind: 'target', subject: 'SECMP0066 PA target', detail: 'the paper tells 20 WD, and the register 15 WD' })
    expect(together([wrong], [claim({}), other, target])).toHaveLength(3)
  })

  it('is one where an assessment stands in another table than the register has it in, whatever its cells', () => {
    const detail = 'the paper has it as open, and the register as returned, since 9 August 2019'
    const day = claim({ kind: 'date', subject: 'SECMP0066 PA accepted', detail })
    expect(messages([], [day, claim({ detail })])).toEqual([`contradicted: SECMP0066 PA accepted and SECMP0066 PA duration: ${detail}.`])
  })

  it('says with it what it brings about: a list out of order, a weekday of the same wrong day', () => {
    const line = { line: 98, text: '• MP183' }
    const stage = finding('stage', ['error', 'likely'], 'MP183 stands in two stages at once: opine and release.', line)
    const order = finding('order', ['note', 'certain'], 'The list is not in the order of the numbers: MP183 comes late.', line)
    const month = finding('date', ['warning', 'likely'], 'The June 2018 SEC Release is to be on 28 July 2018, another month.', row)
    const rest = finding('date', ['note', 'certain'], '28 July 2018, the date of the June 2018 SEC Release, is a Saturday.', row)
    const other = finding('date', ['error', 'certain'], 'There is no day 31 June 2018.', row)
    expect(together([order, stage, rest, month, other], []).map(({ kind, severity }) => [kind, severity])).toEqual([
      ['stage', 'error'],
      ['date', 'warning'],
      ['date', 'error'],
    ])
  })
})
