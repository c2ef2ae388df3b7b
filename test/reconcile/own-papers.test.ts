import { beforeAll, expect, it } from 'vitest'
import { pack } from '../../codes/sec/pack.ts'
import { readPaper } from '../../src/app/papers/read-paper.ts'
import { addMonths, type CalendarDate, type YearMonth, yearMonth } from '../../src/domain/calendar/calendar-date.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { changeStatus } from '../../src/report/change-status/model.ts'
import { changeStatusText } from '../../src/report/change-status/text.ts'
import { type Reconciliation, reconcile } from '../../src/report/reconcile/reconcile.ts'
import { endOfSample, october, registersOf, type SampleLog, sampleLog } from '../support/sample-register.ts'

/**
 * What the register makes itself must tie with itself and with the register: every month, as text, has no finding. Every seventh month from
 * 2013 to 2026, so that each month of the year comes twice, and those in which most was told; `CODICIL_EVERY_MONTH=1` reads all of them.
 */
const STEP = process.env.CODICIL_EVERY_MONTH ? 1 : 7
const busy = ['2017-11', '2019-09', '2019-10', '2019-11', '2019-12', '2020-06', '2021-11', '2026-12'].map(yearMonth)

let log: SampleLog
beforeAll(async () => {
  log = await sampleLog(endOfSample)
})

async function readBack(month: YearMonth, asOf: CalendarDate, knownOn?: CalendarDate): Promise<Reconciliation> {
  const registerOn = registersOf(log, knownOn)
  const text = changeStatusText(changeStatus({ registerOn, month, asOf, grammar: pack.grammar }), (id) => log.texts.get(id))
  const paper = await readPaper(`${month}.txt`, new TextEncoder().encode(text))
  if (isRefused(paper)) throw new Error(paper.refused)
  return reconcile(paper, { registerOn, asOf, grammar: pack.grammar })
}

function monthsRead(): ReadonlySet<YearMonth> {
  const months = new Set(busy)
  for (let month = yearMonth('2013-01'); month <= '2026-12'; month = addMonths(month, STEP)) months.add(month)
  return months
}

it('finds nothing in the report of any month from 2013 to 2026', async () => {
  let claims = 0
  const months = monthsRead()
  for (const month of months) {
    const read = await readBack(month, endOfSample)
    expect([month, read.findings, read.notCompared]).toEqual([month, [], undefined])
    expect(read.claims.filter(({ verdict }) => verdict !== 'holds')).toEqual([])
    claims += read.claims.length
  }
  console.info(`own papers: ${months.size} months, ${claims} claims, all hold; no finding`)
  expect(claims).toBeGreaterThan(months.size * 40)
}, 120_000)

it('finds nothing in the report of October 2019 as it could be made on the day', async () => {
  const read = await readBack(yearMonth('2019-10'), october, october)
  expect(read.findings).toEqual([])
  expect(read.claims.length).toBeGreaterThan(130)
})
