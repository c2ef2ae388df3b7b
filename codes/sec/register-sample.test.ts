import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FactFile } from '../../src/app/importing/fact-file.ts'
import { readSample } from '../../src/app/importing/sample.ts'
import { type CalendarDate, calendarDate } from '../../src/domain/calendar/calendar-date.ts'
import { publishedDuration } from '../../src/domain/calendar/working-days.ts'
import type { Entry } from '../../src/domain/entry.ts'
import type { Modification } from '../../src/domain/modification/modification.ts'
import { isRefused, type Verdict } from '../../src/domain/refusal.ts'
import { find, modifications, type Register, subjectAt } from '../../src/domain/register.ts'
import { inTime, packSets, registerOf, setOf, withSet } from '../../test/support/sample-log.ts'

const paperDay = calendarDate('2019-10-04')
const endOfSample = calendarDate('2026-05-29')

let files: readonly FactFile[]
let entries: readonly Entry[] = []

beforeAll(async () => {
  files = standing(readSample(fileURLToPath(new URL('./sample', import.meta.url))))
  const ofFiles = (await Promise.all(files.map(setOf))).map((set) => (set.day < paperDay ? { ...set, day: paperDay } : set))
  for (const set of inTime([...packSets(paperDay), ...ofFiles])) entries = standing(withSet(entries, set)).entries
})

function standing<T>(verdict: Verdict<T>): T {
  if (isRefused(verdict)) throw new Error([verdict.refused, ...verdict.remedies].join('\n'))
  return verdict
}

const day = calendarDate
const asAt = (text: string): Register => registerOf(entries, day(text))

function on(text: string, id: string): Modification {
  const found = find(asAt(text), 'modification', id)
  if (!found) throw new Error(`nothing is known of ${id} on ${text}`)
  return found.state
}

const stageOn = (text: string, id: string): string => {
  const { value } = on(text, id).standing
  return value.stage === 'ended' ? value.outcome : value.stage
}

describe('the seven that later sources place in Refine', () => {
  it.each([
    ['u1', '10', '2021-09-24'],
    ['u2', '15', '2020-06-08'],
    ['u3', '32', '2026-05-29'],
    ['u4', '37', '2026-05-29'],
    ['u5', '38', '2026-05-29'],
    ['u6', '77', '2026-05-29'],
    ['u7', '78', '2021-03-24'],
  ])('%s is %s from the source that arrives on %s, with the reason', (unidentified, id, arrives) => {
    const before = registerOf(entries, paperDay, paperDay)
    expect(find(before, 'modification', unidentified)?.state.standing.value.stage).toBe('refine')
    expect(find(before, 'modification', id)).toBeUndefined()

    const found = find(asAt('2019-10-04'), 'modification', id)
    expect(found?.state.standing.value).toEqual({ stage: 'refine', step: 'refinement' })
    const attested = found?.history.findLast(({ event }) => event?.type === 'Attested')
    expect(attested).toMatchObject({
      on: { from: '2019-09-30', to: '2019-09-30', basis: 'inferred' },
      recordedOn: arrives,
      source: { reading: expect.stringMatching(/^.{40,}$/) },
    })
    expect(find(asAt('2019-10-04'), 'modification', unidentified)).toBeUndefined()
  })

  it('MP078 has been there since it was converted, the other six by the day on which they are shown', () => {
    const since = ['10', '15', '32', '37', '38', '77', '78'].map((id) => on('2019-10-04', id).standing.on.to)
    expect(since).toEqual([...Array(6).fill('2019-09-30'), '2019-08-09'])
  })

  it('leave three unidentified at the end of the sample', () => {
    const left = modifications(asAt('2026-05-29')).filter(({ state }) => state.unidentified)
    expect(left.map(({ id }) => id)).toEqual(['u8', 'u9', 'u10'])
  })
})

describe('the 28 open on 30 September 2019', () => {
  const open = () => modifications(asAt('2019-09-30')).filter(({ state }) => ['define', 'refine'].includes(state.standing.value.stage))

  it('has 17 with a day on which they were raised', () => {
    expect(open()).toHaveLength(28)
    expect(open().flatMap(({ id, state }) => (state.raised ? [[id, state.raised.on.to]] : []))).toEqual([
      ['7', '2016-03-01'],
      ['15', '2016-05-31'],
      ['32', '2017-02-20'],
      ['37', '2017-06-01'],
      ['38', '2017-06-01'],
      ['56', '2018-07-05'],
      ['62', '2018-09-27'],
      ['63', '2018-10-02'],
      ['67', '2018-11-30'],
      ['77', '2019-06-07'],
      ['78', '2019-07-10'],
      ['81', '2019-08-06'],
      ['83', '2019-08-23'],
      ['84', '2019-09-10'],
      ['85', '2019-09-12'],
      ['86', '2019-09-17'],
      ['87', '2019-09-20'],
    ])
  })

  it('were open 5,018 weekdays together, 295 each; the other eleven would have to average 475 to make 366', () => {
    const durations = open().flatMap(({ state }) =>
      state.raised ? [publishedDuration(asAt('2019-09-30').calendar, state.raised.on.to, day('2019-09-30')).value] : [],
    )
    expect(durations).toEqual([935, 870, 681, 608, 608, 323, 263, 260, 217, 82, 59, 40, 27, 15, 13, 10, 7])
    expect(durations.reduce((sum, each) => sum + each, 0)).toBe(5018)
  })
})

describe('on 4 October 2019', () => {
  it('four that other sources left on their way are in no stage count, and keep what is dated', () => {
    expect(['12', '36', '49', '68'].map((id) => stageOn('2019-10-04', id))).toEqual(['unknown', 'unknown', 'unknown', 'unknown'])
    expect(on('2019-10-04', '12').raised?.on.to).toBe('2016-05-05')
    expect(on('2019-10-03', '36').consultations['36/report/1']).toMatchObject({ status: 'open', opened: { on: { to: '2017-06-28' } } })
    expect(on('2019-10-03', '49').ballots[0]?.on).toEqual({ from: '2018-08-01', to: '2018-08-31', basis: 'stated' })
    expect(on('2018-12-20', '68').consultations['68/report/1']).toMatchObject({ status: 'open', closes: '2018-12-21T17:00' })
    expect(stageOn('2018-12-21', '68')).toBe('opine')
  })

  it('no consultation is out, as far as any source of the whole sample tells', () => {
    const out = modifications(asAt('2019-10-04')).flatMap(({ state }) => Object.values(state.consultations))
    expect(out.filter(({ status }) => status === 'open')).toEqual([])
  })

  it('the request of 30 August 2019 for an assessment of MP078 is not accepted', () => {
    expect(on('2019-10-04', '78').assessments['78/PA/1']).toMatchObject({ status: 'requested', requested: { on: { to: '2019-08-30' } } })
  })

  it('nothing of the past counts in a stage that the paper does not count', () => {
    const counted = ['6', '9', '16', '26', '30', '42', '43', '58', '59'].map((id) => stageOn('2019-10-04', id))
    expect(counted).toEqual([
      'unknown',
      'implemented',
      'implemented',
      'implemented',
      'withdrawn',
      'withdrawn',
      'implemented',
      'implemented',
      'implemented',
    ])
  })
})

describe('single histories', () => {
  it('MP076: raised, its path changed, with the Authority, approved and in force', () => {
    expect(stageOn('2019-06-14', '76')).toBe('define')
    expect(stageOn('2019-06-15', '76')).toBe('unknown')
    expect(on('2019-10-04', '76')).toMatchObject({
      raised: { on: { to: '2019-05-10' } },
      proposer: { value: 'organisation/british-gas' },
      standing: { value: { stage: 'opine', step: 'with the authority' } },
    })
    expect(on('2019-10-04', '76').paths.map(({ value }) => value)).toEqual(['self-governance', 'authority determined'])
    expect(on('2019-11-28', '76').decisions[0]).toMatchObject({ on: { to: '2019-10-23' }, value: { outcome: 'approve' } })
    expect(stageOn('2019-11-29', '76')).toBe('implemented')
    expect(on('2019-11-29', '76').writings.map(({ value }) => value)).toEqual(expect.arrayContaining(['SECMP 0076', 'SECMP076', 'MP076']))
  })

  it('SECMP0063: the return that the paper prints fills the place, that of its page stands beside it, and it is withdrawn', () => {
    expect(on('2019-10-04', '63').assessments['63/PA/1']?.returned?.on.to).toBe('2019-08-09')
    const beside = asAt('2019-11-21').noted.filter(
      ({ subject, event }) => subject === 'modification/63' && event?.type === 'AssessmentReturned',
    )
    expect(beside.map((entry) => entry.on.to)).toEqual(['2019-08-01'])
    expect(stageOn('2019-11-20', '63')).toBe('refine')
    expect(stageOn('2019-11-21', '63')).toBe('withdrawn')
  })

  it('SECMP0062: two parts in two releases, and no stage claimed from the day after the paper', () => {
    expect(stageOn('2019-10-04', '62')).toBe('refine')
    expect(stageOn('2019-10-05', '62')).toBe('unknown')
    expect(stageOn('2020-05-06', '62')).toBe('release')
    expect(on('2020-05-06', '62').parts).toMatchObject({
      1: { release: { value: 'release/2020-06' }, implemented: { on: { to: '2020-05-06' } } },
      2: { release: { value: 'release/2020-11' } },
    })
    expect(stageOn('2020-11-28', '62')).toBe('release')
    expect(stageOn('2020-11-29', '62')).toBe('implemented')
  })

  it('SECMP0007: approved in October 2020, in three parts of which one is told to be in force', () => {
    expect(stageOn('2020-10-27', '7')).toBe('release')
    const { parts, plan } = on('2026-05-29', '7')
    expect(parts).toMatchObject({
      1: { release: { value: 'release/2021-06' }, implemented: { on: { to: '2021-06-24' } } },
      2: { release: { value: 'release/2021-11' } },
      3: { release: { value: 'release/2022-06' } },
    })
    expect([parts[2]?.implemented, parts[3]?.implemented]).toEqual([undefined, undefined])
    expect(plan.implementation?.map(({ value }) => value.for)).toEqual([
      { kind: 'release', release: 'release/2020-11' },
      { kind: 'not determined' },
      { kind: 'release', release: 'release/2021-11' },
    ])
  })

  it('MP102 was split: 102A in force in November 2020, 102B last seen in refinement', () => {
    expect(stageOn('2019-12-18', '102A')).toBe('define')
    expect(stageOn('2020-09-22', '102A')).toBe('unknown')
    expect(stageOn('2020-09-23', '102A')).toBe('release')
    expect(stageOn('2020-11-29', '102A')).toBe('implemented')
    expect(on('2026-05-29', '102A').relations.map(({ value }) => value)).toEqual([
      { relation: 'same proposal as', to: 'modification/102B' },
    ])
    expect(on('2026-05-29', '102B')).toMatchObject({ proposal: true, standing: { value: { stage: 'unknown' } } })
    const shown = on('2026-05-29', '102B').shown.map(({ value }) => value)
    expect(shown.toSorted()).toEqual(['DCC Preliminary Assessment returned', 'Refinement Process'])
  })

  it('MP090: every step that its page tells', () => {
    expect(['2019-10-16', '2019-11-15', '2020-09-14', '2021-11-03', '2021-11-04'].map((text) => stageOn(text, '90'))).toEqual([
      'define',
      'refine',
      'opine',
      'opine',
      'implemented',
    ])
    expect(on('2020-02-12', '90').assessments['90/PA/1']).toMatchObject({
      status: 'returned',
      accepted: { on: { from: '2019-11-15', to: '2020-02-12', basis: 'bounded' } },
    })
  })

  it('MP084 is converted, consulted on and rejected; MP083 is on hold twice and withdrawn; SECMP0038 is superseded by DP094', () => {
    expect(['2019-11-14', '2019-11-15', '2020-05-26', '2020-05-27'].map((text) => stageOn(text, '84'))).toEqual([
      'define',
      'refine',
      'unknown',
      'rejected',
    ])
    expect(on('2021-04-17', '83').onHold?.value).toEqual({ until: '2021-04-17' })
    expect(on('2021-04-19', '83').onHold?.value).toEqual({ condition: 'due to further trial' })
    expect(on('2021-06-24', '83')).toMatchObject({ proposal: true, standing: { value: { outcome: 'withdrawn' } } })
    expect(stageOn('2026-05-28', '38')).toBe('refine')
    expect(stageOn('2026-05-29', '38')).toBe('superseded')
    expect(on('2026-05-29', '38').standing.on).toEqual({ from: '2019-10-05', to: '2026-05-29', basis: 'bounded' })
  })

  it('DP238 waits for MP252, and MP080 has its earlier title', () => {
    expect(on('2026-05-29', '238').onHold?.value.condition).toBe('until MP252’s solution is agreed')
    expect(on('2026-05-29', '252').title?.value).toBe('Amending the process for Communications Hub returns')
    expect(on('2020-11-29', '80').titles.map(({ value }) => value)).toEqual([
      'Ensuring a managed move to DUIS version 3.1',
      'Managing DUIS uplifts',
    ])
  })
})

describe('the whole of it', () => {
  const referenced =
    '6 7 9 10 12 15 16 18 23 24 25 26 30 32 36 37 38 39 42 43 46 49 53 55 56 58 59 60 62 63 66 67 68 69 71 73 74 76 77 78 79 80 81 83 84 85 86 ' +
    '87 90 93 98 99 101 102A 102B 103 106 109 110 112 114 115 116 117 118 119 120 121 122A 124 127 128A 131 133 134A 142 144 146 147 149 150 ' +
    '153 160 161 173 178 179 180 182 196 200 209 216 231 238 252 266 312 318'

  it('has every modification of which a source shows a reference, DP082 and DP094 besides, and none without', () => {
    const ids = modifications(asAt('2026-05-29')).flatMap(({ id, state }) => (state.unidentified ? [] : [id as string]))
    expect(referenced.split(' ')).toHaveLength(99)
    expect(new Set(ids)).toEqual(new Set([...referenced.split(' '), '82', '94']))
  })

  it('keeps no two facts of which the sources disagree but these', () => {
    const noted = asAt('2026-05-29').noted.filter(({ subject }) => subject.startsWith('modification/'))
    expect(noted.map(({ subject, event }) => `${subject} ${event?.type}`).sort()).toEqual([
      'modification/147 Raised',
      'modification/63 AssessmentAccepted',
      'modification/63 AssessmentReturned',
    ])
  })

  it.each([
    ['/modifications/dcc-service-flagging/', 'modification/77'],
    ['/modifications/firmware-updates-to-ihds-and-ppmids/', 'modification/7'],
    ['/modifications/power-outage-alerts-triggered-by-an-ota-firmware-upgrade-enduring-solution/', 'modification/102B'],
  ])('leads from %s to %s', (path, subject) => expect(subjectAt(asAt('2026-05-29'), path)?.subject).toBe(subject))

  it('lets no source of the seven arrive by 4 October 2019, and every fact be told by the day on which its source arrives', () => {
    const seven = new Set(['10', '15', '32', '37', '38', '77', '78'].map((id) => `modification/${id}`))
    for (const { arrives, facts } of files) {
      if (facts.some(({ subject }) => seven.has(subject))) expect(arrives.day > paperDay).toBe(true)
      expect(latest(facts.map((fact) => fact.on.to)) <= arrives.day).toBe(true)
    }
    expect(latest(files.map(({ arrives }) => arrives.day))).toBe(endOfSample)
  })
})

const latest = (days: readonly CalendarDate[]): CalendarDate => days.reduce((last, each) => (each > last ? each : last))
