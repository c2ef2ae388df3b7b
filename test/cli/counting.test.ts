import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cli, expectOneLine, openDemoCli } from '../support/cli.ts'

let cli: Cli
beforeAll(async () => {
  cli = await openDemoCli()
}, 60_000)
afterAll(() => cli.close())

describe('days', () => {
  it('prints the count under each convention, with its arithmetic', async () => {
    expect(
      await cli.text('days', '2019-07-30', '2019-09-30'),
    ).toBe(`45  Weekdays, both ends counted, bank holidays not taken out (as the 2019 report)
    45 = 63 days from 30 Jul to 30 Sep, both ends, less 18 weekend days; the bank holiday of 26 Aug is not taken out under this convention; it would be 44, or 43 with the first day not counted
44  The Code's Working Days, both ends counted
    44 = 63 days from 30 Jul to 30 Sep, both ends, less 18 weekend days and 1 bank holiday (26 Aug)
43  The Code's Working Days, first day not counted
    43 = 62 days after 30 Jul to 30 Sep, less 18 weekend days and 1 bank holiday (26 Aug)
`)
  })

  it('prints the same as JSON', async () => {
    const { from, to, counts } = await cli.json('days', '2019-07-30', '2019-09-30')
    expect([from, to]).toEqual(['2019-07-30', '2019-09-30'])
    expect(counts.map(({ value }: { value: number }) => value)).toEqual([45, 44, 43])
    expect(counts[1].arithmetic).toBe('44 = 63 days from 30 Jul to 30 Sep, both ends, less 18 weekend days and 1 bank holiday (26 Aug)')
  })

  it('does not count Working Days where bank holidays are not recorded, and says so', async () => {
    const told = await cli.text('days', '2010-01-01', '2010-02-01')
    expect(told).toContain('bank holidays before 2013 are not recorded')
    expect(told).not.toContain("The Code's Working Days")
  })

  it('wants the earlier day first', async () => {
    expectOneLine(await cli.run('days', '2019-09-30', '2019-07-30'), { code: 2, line: /give the earlier day first$/ })
  })
})

describe('deadline', () => {
  it('prints the day under each way of counting the first day', async () => {
    expect(await cli.text('deadline', '2019-10-14', '15')).toBe(`2019-11-01  Friday 1 November 2019, first day counted
            1 Nov 2019: 15 = 19 days from 14 Oct to 1 Nov, both ends, less 4 weekend days, no bank holidays
2019-11-04  Monday 4 November 2019, first day not counted
            4 Nov 2019: 15 = 21 days after 14 Oct to 4 Nov, less 6 weekend days, no bank holidays
`)
  })

  it('prints the same as JSON', async () => {
    const { from, workingDays, deadlines } = await cli.json('deadline', '2019-10-14', '15')
    expect([from, workingDays]).toEqual(['2019-10-14', 15])
    expect(deadlines.map(({ firstDay, day }: { firstDay: string; day: string }) => [firstDay, day])).toEqual([
      ['counted', '2019-11-01'],
      ['not counted', '2019-11-04'],
    ])
  })

  it('is refused where bank holidays are not recorded', async () => {
    expectOneLine(await cli.run('deadline', '2028-12-01', '40'), { code: 1, line: 'bank holidays are recorded from 2013 to 2028' })
  })
})
