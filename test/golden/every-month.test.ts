import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { pack } from '../../codes/sec/pack.ts'
import { addDays, addMonths, calendarDate, firstOf, yearMonth } from '../../src/domain/calendar/calendar-date.ts'
import { changeStatusJson } from '../../src/report/change-status/json.ts'
import { type ChangeStatusModel, changeStatus } from '../../src/report/change-status/model.ts'
import type { Line } from '../../src/report/change-status/report-context.ts'
import { changeStatusText } from '../../src/report/change-status/text.ts'
import { runs } from '../support/runs.ts'
import { endOfSample, october, registersOf, type SampleLog, sampleLog } from '../support/sample-register.ts'

/** The sample has one paper; every other month from 2013 to 2026 must have a report that reads well, on any day asked. */

let log: SampleLog
let registerOn: ReturnType<typeof registersOf>
beforeAll(async () => {
  log = await sampleLog(endOfSample)
  registerOn = registersOf(log)
})

const months = fc.nat({ max: 167 }).map((count) => addMonths(yearMonth('2013-01'), count))
const daysAfter = fc.nat({ max: 400 })

it('makes a report of any month on any day, whose sentences agree with their numbers', () => {
  fc.assert(
    fc.property(months, daysAfter, (month, days) => {
      const asOf = addDays(firstOf(month), days)
      const model = changeStatus({ registerOn, month, asOf, grammar: pack.grammar })
      for (const line of linesOf(model)) expect(line.text).not.toMatch(disagreement)
      const text = changeStatusText(model, (id) => log.texts.get(id))
      expect(text).not.toMatch(/undefined|NaN|\[object|\{\w+\}|no words are installed/)
      for (const each of text.split('\n')) expect(each.length).toBeLessThanOrEqual(100)
      expect(JSON.parse(JSON.stringify(changeStatusJson(model, (id) => log.texts.get(id)))).format).toBe('change-status/1')
    }),
    { numRuns: runs(20) },
  )
}, 60_000)

it('counts each decision, proposal and vote in exactly one paper', () => {
  const counted = { proposals: 0, ballots: 0, decisions: 0 }
  for (let month = yearMonth('2013-01'); month <= '2026-12'; month = addMonths(month, 1)) {
    const { figures } = changeStatus({ registerOn, month, asOf: endOfSample, grammar: pack.grammar })
    counted.proposals += figures['proposals.new'].members.length
    counted.ballots += figures['ballots.held'].members.length
    counted.decisions += figures['authority.decisions'].members.length
  }
  const believed = registerOn(calendarDate('2026-12-04'))
  const entries = [...believed.subjects.values()].flatMap(({ history }) => history)
  const events = entries.flatMap(({ event, on }) => (event && on.to > '2012-12-07' ? [event] : []))
  expect(counted).toEqual({
    proposals: events.filter(({ type }) => type === 'Raised').length,
    ballots: events.filter((event) => event.type === 'BallotHeld' && event.body === 'body/change-board').length,
    decisions: events.filter((event) => event.type === 'Decided' && event.by === 'organisation/authority').length,
  })
}, 60_000)

it('lists in section 5 whatever the strip counts in Release', () => {
  for (let month = yearMonth('2019-01'); month <= '2026-05'; month = addMonths(month, 1)) {
    const { figures, release } = changeStatus({ registerOn, month, asOf: endOfSample, grammar: pack.grammar })
    const counted = [...figures['stage.release'].members, ...figures['stage.release.standalone'].members]
    const listed = [release.standalone.told.map(({ member }) => member), ...release.scheduled.map(({ members }) => members)]
    const others = [release.unconfirmed?.members ?? [], release.unscheduled?.members ?? []]
    const labels = (members: readonly { readonly label: string }[]) => [...new Set(members.map(({ label }) => label))].sort()
    expect([month, labels([...listed, ...others].flat())]).toEqual([month, labels(counted)])
  }
}, 60_000)

it('says of what is past assessment and never came back that no source tells of it, and how a body decided', () => {
  const june = changeStatus({ registerOn, month: yearMonth('2021-06'), asOf: endOfSample, grammar: pack.grammar })
  expect(june.refine.timescales.open.flatMap(({ past }) => past?.text ?? [])).toEqual([
    'SECMP0007 has since been approved: no source tells when its IA came back or was dropped.',
  ])
  expect(june.decisions.map(({ line }) => line.text)).toEqual([
    'MP099 ‘Incorporation of multiple Issue Resolution Proposals into the SEC - Batch 4’ was approved as a Self-Governance Modification.',
  ])
  const october2019 = changeStatus({ registerOn, month: yearMonth('2019-10'), asOf: october, grammar: pack.grammar })
  expect(october2019.refine.timescales.open.filter(({ past }) => past)).toEqual([])
})

it('says of a month whose cut-off has not come how far it has got', () => {
  const asked = { registerOn, asOf: october, grammar: pack.grammar }
  expect(changeStatus({ ...asked, month: yearMonth('2019-11') }).window.state).toBe('not begun')
  expect(changeStatus({ ...asked, month: yearMonth('2019-11'), asOf: calendarDate('2019-10-20') }).window).toMatchObject({
    state: 'so far',
    from: '2019-10-04',
    to: '2019-10-20',
  })
})

/** A number beside a verb or noun of the wrong number: 'are one', 'is currently two', 'one … were', 'three conclusion'. */
const disagreement = new RegExp(
  [
    '\\b(are|were) (currently )?(one|1)\\b',
    '\\bis (currently )?(no|two|three|four|five|six|seven|eight|nine|ten)\\b',
    '\\bone [^.:,]*\\b(are|were)\\b',
    '\\b(two|three|four|five|six|seven|eight|nine|ten) (\\w+ )?(modification|proposal|consultation|request|decision|assessment|conclusion)\\b(?! (proposal|report))',
  ].join('|'),
  'i',
)

function linesOf(model: ChangeStatusModel): readonly Line[] {
  const lines: Line[] = []
  JSON.stringify(model, (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'text' in value && 'figures' in value) lines.push(value as Line)
    return value
  })
  return lines
}
