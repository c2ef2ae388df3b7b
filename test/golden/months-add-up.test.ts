import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { pack } from '../../codes/sec/pack.ts'
import { addDays, addMonths, calendarDate, yearMonth } from '../../src/domain/calendar/calendar-date.ts'
import { endOfDay } from '../../src/domain/calendar/moment.ts'
import type { Standing } from '../../src/domain/modification/modification.ts'
import { publicReader } from '../../src/domain/reader.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { registerAt } from '../../src/domain/replay.ts'
import { type ChangeStatusModel, changeStatus } from '../../src/report/change-status/model.ts'
import { moves } from '../../src/report/figures/by-month.ts'
import type { RegisterOn } from '../../src/report/register-on.ts'
import { program } from '../laws/program.ts'
import { script } from '../laws/script.ts'
import { typedAs } from '../laws/typed.ts'
import { append, logged, type TestLog, told } from '../support/history.ts'
import { runs } from '../support/runs.ts'
import { endOfSample, october, registersOf, sampleLog } from '../support/sample-register.ts'

/** Who came and who went explains, in each row of each report, how many were open before it and are open at its cut-off. */

const reportsOf = (registerOn: RegisterOn, first: string, last: string, asOf = endOfSample) => {
  const models: ChangeStatusModel[] = []
  for (let month = yearMonth(first); month <= last; month = addMonths(month, 1))
    models.push(changeStatus({ registerOn, month, asOf, grammar: pack.grammar }))
  return models
}

function expectToAddUp(models: readonly ChangeStatusModel[]): void {
  const own = new Map(models.map(({ window, figures }) => [window.month, figures['months.open'].members.length]))
  for (const { window, charts, figures } of models) {
    const { months } = charts.months
    for (const [index, row] of months.entries()) {
      const of = `${row.month} in the report of ${window.month}`
      expect([of, row.before + row.raised + row.shownOpen - row.concluded - row.shownConcluded - row.notShown]).toEqual([of, row.open])
      expect([of, row.before]).toEqual([of, months[index - 1]?.open ?? row.before])
      // What the report of that month says of itself.
      expect([of, row.open]).toEqual([of, own.get(row.month) ?? row.open])
      for (const move of moves)
        expect([of, move, figures[`months.${move}`].members.filter(({ item }) => item === row.month).length]).toEqual([of, move, row[move]])
    }
    const stages = (['stage.define', 'stage.refine', 'stage.opine'] as const).reduce((sum, id) => sum + figures[id].members.length, 0)
    expect([window.month, months.at(-1)?.open, figures['months.open'].members.length]).toEqual([window.month, stages, stages])
    expect([window.month, months.at(-1)?.raised]).toEqual([window.month, figures['proposals.new'].members.length])
    for (const stage of ['define', 'refine', 'opine', 'release'] as const)
      expect([window.month, stage, figures[`time.${stage}`].over?.of]).toEqual([
        window.month,
        stage,
        figures[`stage.${stage}`].members.length,
      ])
  }
}

describe('in the sample', () => {
  let registerOn: RegisterOn
  beforeAll(async () => {
    registerOn = registersOf(await sampleLog(endOfSample))
  })

  it('each row of every report from 2013 to 2026 adds up, and is what the report of its month tells', () => {
    expectToAddUp(reportsOf(registerOn, '2013-01', '2026-12'))
  }, 120_000)

  it('also while the time of the last report is not over', () => {
    expectToAddUp(reportsOf(registerOn, '2019-08', '2019-11', calendarDate('2019-10-20')))
  })
})

it('adds up as it was known on 4 October 2019: 8, 20 and 1 are open, and four were raised since the last report', async () => {
  const registerOn = registersOf(await sampleLog(october))
  const [model] = reportsOf(registerOn, '2019-10', '2019-10', october)
  // The paper's strip says 08, 20, 01; its section 2 has DP084, DP085, DP086 and DP087.
  expect(model?.charts.months.months.at(-1)).toMatchObject({ month: '2019-10', to: '2019-10-04', raised: 4, open: 29 })
  expect(model?.figures['time.release']).toMatchObject({ over: { of: 9 } })
})

const registersIn = (log: TestLog): RegisterOn => {
  const now = endOfDay(calendarDate('2021-12-31'))
  return (day) => registerAt(log.entries, { on: endOfDay(day), known: log.entries.length, reader: publicReader, now })
}

it('adds up in every random history, with what was corrected, struck and told late', () => {
  fc.assert(
    fc.property(script, (sets) => {
      expectToAddUp(reportsOf(registersIn(typedAs(sets, program).log), '2019-01', '2020-03', calendarDate('2020-03-20')))
    }),
    { numRuns: runs(10) },
  )
}, 120_000)

/** Short lives, in which sources show standings and acts are told in any order; what history cannot hold is left out. */
const stands = fc.constantFrom<Standing>(
  { stage: 'unknown' },
  { stage: 'define', step: 'raised' },
  { stage: 'refine', step: 'refinement' },
  { stage: 'opine', step: 'vote' },
  { stage: 'release', step: 'awaiting implementation' },
  { stage: 'ended', outcome: 'rejected' },
)
const event = fc.oneof(
  stands.map((standing) => ({ type: 'Attested', standing }) as const),
  fc.constantFrom(
    { type: 'Raised', as: 'draft' } as const,
    { type: 'Withdrawn', by: 'proposer' } as const,
    { type: 'ConversionRefused', by: 'body/panel' } as const,
  ),
)
const telling = fc.record({ id: fc.nat(4), day: fc.nat(400), event })

it('adds up however sources and acts tell of a proposal, in each way of coming and going', () => {
  const moved = new Set<string>()
  const panel = told('body/panel', 'BodyEstablished', { name: 'Panel', capacities: ['convert'] }, '2018-01-01')
  fc.assert(
    fc.property(fc.array(telling, { minLength: 10, maxLength: 40 }), (tellings) => {
      const log = tellings.reduce(
        (before, { id, day, event: { type, ...fields } }) => {
          const on = addDays(calendarDate('2019-01-01'), day)
          const after = append(before, [told(`modification/${id + 1}`, type, fields as never, on)], endOfDay(calendarDate('2021-01-01')))
          return isRefused(after) ? before : after
        },
        logged([panel]),
      )
      const models = reportsOf(registersIn(log), '2019-01', '2020-03', calendarDate('2020-03-20'))
      for (const move of moves) if (models.some(({ figures }) => figures[`months.${move}`].members.length > 0)) moved.add(move)
      expectToAddUp(models)
    }),
    { numRuns: runs(20) },
  )
  expect([...moved].sort()).toEqual([...moves].sort())
}, 120_000)
