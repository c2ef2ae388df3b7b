import { beforeAll, describe, expect, it } from 'vitest'
import { pack } from '../../../codes/sec/pack.ts'
import { october, registersOf, sampleLog } from '../../../test/support/sample-register.ts'
import { calendarDate, yearMonth } from '../../domain/calendar/calendar-date.ts'
import { isRefused } from '../../domain/refusal.ts'
import { registerExtract } from '../register-extract/model.ts'
import { type Changes, changesSince } from './changes.ts'

const december = calendarDate('2019-12-10')

describe('what changed since last month', () => {
  let of: (month: string) => Changes | undefined
  beforeAll(async () => {
    const registerOn = registersOf(await sampleLog(december))
    of = (month) => changesSince({ registerOn, month: yearMonth(month), asOf: december, grammar: pack.grammar })
  }, 60_000)
  const change = (month: string, label: string) => of(month)?.modifications.find(({ member }) => member.label === label)

  it('is told of each figure, with who joined it and who left', () => {
    const figure = of('2019-10')?.figures.find(({ id }) => id === 'proposals.new')
    expect([figure?.before, figure?.now, figure?.joined.map(({ label }) => label), figure?.left]).toEqual([
      0,
      4,
      ['DP084', 'DP085', 'DP086', 'DP087'],
      [],
    ])
    expect(
      of('2019-11')
        ?.figures.find(({ id }) => id === 'proposals.new')
        ?.left.map(({ label }) => label),
    ).toEqual(['DP084', 'DP085', 'DP086', 'DP087'])
  })

  it('leaves out a figure that is as it was', () => {
    // Two Preliminary Assessments were open then, and the same two are now.
    expect(of('2019-10')?.figures.map(({ id }) => id)).not.toContain('assessment.PA.open')
  })

  it('is told of each modification: where it stood and stands, and what happened', () => {
    expect(change('2019-10', 'MP076')).toMatchObject({ stands: 'Report Phase: With the Authority', unmet: [] })
    expect(change('2019-10', 'MP076')?.happened.map(({ on, text }) => [on.to, text])).toEqual([
      ['2019-09-18', 'The Change Board recommended approval'],
    ])
    expect(change('2019-10', 'DP085')).toMatchObject({ isNew: true, stands: 'Development Stage: Draft Proposal' })
  })

  it('is only what happened in the month: what a source lists for the first time is set apart', () => {
    // Sections 2 to 4 of the paper tell days after 6 September of these; SECMP0053 by its assessment of 20 September, MP076 by its vote.
    expect(of('2019-10')?.modifications.map(({ member }) => member.label)).toEqual([
      ...['SECMP0053', 'MP076', 'DP080', 'DP081', 'DP083', 'DP084', 'DP085', 'DP086', 'DP087'],
    ])
    // Section 5 lists them as approved for a release, and tells nothing of when.
    const release = ['SECMP0018', 'SECMP0023', 'SECMP0025', 'SECMP0039', 'SECMP0055', 'SECMP0060', 'SECMP0069', 'MP071', 'MP073', 'MP074']
    const listed = of('2019-10')?.firstListed.filter(({ stands }) => stands === 'Implementation: Awaiting implementation')
    expect(listed?.map(({ member, listed: lines }) => [member.label, lines.length])).toEqual(release.map((label) => [label, 1]))
    expect(of('2019-11')?.firstListed).toEqual([])
  })

  it('is so in the register extract: of the nine in Release none changed', async () => {
    const registerOn = registersOf(await sampleLog(october))
    const asked = { registerOn, month: yearMonth('2019-10'), asOf: october, grammar: pack.grammar }
    const extract = registerExtract(asked)
    if (isRefused(extract)) throw new Error(extract.refused)
    expect(extract.counts.map((each) => [each.figure.id, each.listed.value, each.changed.value, each.firstListed.value])).toEqual([
      ['stage.define', 8, 7, 1],
      ['stage.refine', 10, 1, 9],
      ['stage.opine', 1, 1, 0],
      ['stage.release', 9, 0, 9],
      ['stage.release.standalone', 1, 0, 1],
    ])
  })

  it('tells what was expected last month and did not happen', () => {
    // The paper of October 2019 has them before the Panel, and their consultations in the week of 14 October; no source tells of either.
    expect(change('2019-11', 'SECMP0053')?.unmet).toEqual([
      { expected: 'A decision on its Modification Report', because: 'no source tells of it' },
      { expected: 'The issue of its report consultation, in the week of 14 October 2019', because: 'no source tells of it' },
    ])
    expect(change('2019-11', 'SECMP0046')?.unmet.map(({ expected }) => expected)).toEqual([
      'The issue of its refinement consultation, in October 2019',
    ])
  })

  it('is not told where there is no report of the month before', () => {
    expect(of('1901-01')).toBeUndefined()
  })
})
