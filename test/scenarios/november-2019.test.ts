// MP076 and the release of November 2019 as they really went, in a register of one's own that knew nothing of them: all of it recorded
// years later, on behalf of who acted, with its source, and in an order that is not that of the days.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFile } from '../../src/app/import.ts'
import { parseFactFile } from '../../src/app/importing/fact-file.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { find, scopeOf } from '../../src/domain/register.ts'
import { decisionPage, modificationPage, nine, paper, releasePage, standingsInThePaper } from '../support/november-2019.ts'
import { act, administrator, openRealProcess } from '../support/process.ts'

type Process = Awaited<ReturnType<typeof openRealProcess>>
let process: Process
beforeAll(async () => {
  process = await openRealProcess()
})
afterAll(() => process.close())

const release = 'release/2019-11'
const mp076 = 'modification/76'
const authority = 'organisation/authority'
const idsWaiting = async () => (await process.waiting()).map(({ id }) => id)
const dateOn = async (day: string) => find(await process.registerOn(day), 'release', '2019-11')?.state.date.value
const mp076On = async (day: string) => find(await process.registerOn(day), 'modification', '76')?.state
const inScopeOn = async (day: string) => scopeOf(await process.registerOn(day), release).length

describe('recorded late, on behalf, out of order', () => {
  it('the letters about the date come first, and wait: the register knows of no such release', async () => {
    const { entries } = await process.noted(
      administrator,
      act('set-release-date', release, { day: '2019-11-29' }, releasePage('body/panel', '2019-10-30')),
      act(
        'decide-date-change',
        release,
        { request: '2019-11/1', outcome: 'agreed', discretionUntil: '2019-12-01' },
        releasePage(authority, '2019-10-08'),
      ),
    )
    expect(entries.every(({ noted, waitsFor }) => noted && waitsFor === 'what is missing')).toBe(true)
    await process.noted(administrator, act('implement-release', release, { version: '6.21' }, releasePage('body/secas', '2019-11-29')))
    expect(await idsWaiting()).toHaveLength(3)
    const early = await process.confirm((await idsWaiting())[0] ?? '')
    expect(isRefused(early) && [early.refused, early.remedies]).toEqual(['nothing is known of this release on that day', ['plan it first']])
  })

  it('the standings that the paper shows are imported; the release is planned, asked about and filled as one set, written backwards', async () => {
    const file = parseFactFile('paper.json', standingsInThePaper())
    if (isRefused(file)) throw new Error(file.refused)
    const imported = await importFile(process.app, file, { principal: administrator, whenMisfit: 'refuse' })
    expect(isRefused(imported)).toBe(false)
    const { entries } = await process.done(
      administrator,
      ...nine.map((id) => act('add-to-scope', `modification/${id}`, { release }, paper('body/panel', '2019-10-04'))),
      act('request-date-change', release, { to: '2019-11-24', latest: '2019-12-01' }, releasePage('body/panel', '2019-10-01')),
      act(
        'plan-release',
        'release/new',
        { id: '2019-11', name: 'November 2019 SEC Release', releaseKind: 'scheduled', day: '2019-11-07' },
        paper('body/secas', '2019-10-01'),
      ),
    )
    expect(entries.filter(({ capacity }) => capacity.behalfOf === 'body/panel')).toHaveLength(10)
    expect(entries.every(({ source, receivedAt }) => source !== undefined && receivedAt > '2019-12-31T00:00')).toBe(true)
  })

  it('what waited is offered again: not before what it rests on, and judged as the rules have it', async () => {
    const [setDate = '', decision = '', implementation = ''] = await idsWaiting()
    const early = await process.confirm(setDate)
    expect(isRefused(early) && [early.refused, early.about, early.remedies[0]]).toEqual([
      'no other date was agreed for this release',
      ['date-change-decided-by'],
      'record the request and its decision first',
    ])
    expect(isRefused(await process.confirm(decision))).toBe(false)
    await process.done(administrator, act('set-release-date', release, { day: '2019-11-24' }, releasePage(authority, '2019-10-08')))
    const later = await process.refused(
      administrator,
      act('set-release-date', release, { day: '2019-12-02' }, releasePage('body/panel', '2019-10-30')),
    )
    expect([later.refused, later.clause, later.remedies]).toEqual([
      '2 December 2019 is after 1 December 2019, the latest day that was agreed',
      'rule date-change-decided-by (clause not known)',
      [
        'choose a day up to 1 December 2019',
        'ask for another change of the date',
        'record it as an act under direction, with the letter that sets “Who decides on another implementation date, and may leave bounded discretion to the Panel” aside',
      ],
    ])
    const set = await process.confirm(setDate)
    expect(isRefused(set) ? set : set.entries.map(({ event }) => event)).toEqual([
      { type: 'ReleaseDateSet', v: 1, date: { kind: 'day', day: '2019-11-29' }, by: 'body/panel', underRequest: '2019-11/1' },
    ])
    expect(await idsWaiting()).toEqual([implementation])
  })

  it('MP076 comes from its end to its beginning, and the release that waited takes it along', async () => {
    await process.noted(
      administrator,
      act('add-to-scope', mp076, { release }, releasePage('body/panel', '2019-10-23')),
      act('decide', mp076, { outcome: 'approve' }, decisionPage(authority, '2019-10-23')),
      act('record-vote', mp076, { outcome: 'approve' }, paper('body/change-board', '2019-09-18')),
      act('change-path', mp076, { path: 'authority determined' }, paper('unknown', '2019-09-18')),
    )
    await process.done(
      administrator,
      act('change-path', mp076, { path: 'self-governance' }, modificationPage('unknown', '2019-06-14')),
      act(
        'raise-draft-proposal',
        'modification/new',
        {
          number: 76,
          title: 'Pursuing Non-Payment in Events of Default',
          proposer: 'organisation/british-gas',
          issue: 'The source tells no more than its title.',
        },
        modificationPage('organisation/british-gas', '2019-05-10'),
      ),
    )
    const twice = await process.refused(
      administrator,
      act(
        'raise-draft-proposal',
        'modification/new',
        { number: 76, title: 'Again', proposer: 'organisation/british-gas', issue: 'Again.' },
        modificationPage('organisation/british-gas', '2019-05-10'),
      ),
    )
    expect(twice.refused).toBe('modification/76 was raised already')
    const [implementation = ''] = await idsWaiting()
    const implemented = await process.confirm(implementation)
    expect(
      isRefused(implemented) ? implemented.refused : implemented.entries.filter(({ event }) => event?.type === 'Implemented').length,
    ).toBe(10)
    expect(await idsWaiting()).toEqual([])
  })
})

describe('the register as at each day', () => {
  it.each([
    ['2019-10-01', '2019-11-07'],
    ['2019-10-07', '2019-11-07'],
    ['2019-10-08', '2019-11-24'],
    ['2019-10-29', '2019-11-24'],
    ['2019-10-30', '2019-11-29'],
    ['2019-11-29', '2019-11-29'],
  ])('on %s the release is planned for %s', async (day, date) => {
    expect(await dateOn(day)).toEqual({ kind: 'day', day: date })
  })

  it('asked on 1 October for the 24th of November, agreed on the 8th with discretion to 1 December', async () => {
    const changes = async (day: string) => find(await process.registerOn(day), 'release', '2019-11')?.state.dateChanges['2019-11/1']
    expect(await changes('2019-09-30')).toBeUndefined()
    expect((await changes('2019-10-07'))?.requested.value).toMatchObject({ to: '2019-11-24', latest: '2019-12-01', by: 'body/panel' })
    expect((await changes('2019-10-07'))?.decided).toBeUndefined()
    expect((await changes('2019-10-08'))?.decided?.value).toMatchObject({ outcome: 'agreed', discretionUntil: '2019-12-01', by: authority })
  })

  it.each([
    ['2019-10-03', 0],
    ['2019-10-04', 9],
    ['2019-10-22', 9],
    ['2019-10-23', 10],
    ['2019-11-29', 10],
  ])('on %s there are %i in its scope', async (day, count) => {
    expect(await inScopeOn(day)).toBe(count)
  })

  it.each([
    ['2019-05-09', undefined, undefined],
    ['2019-05-10', { stage: 'define', step: 'raised' }, undefined],
    ['2019-06-14', { stage: 'define', step: 'raised' }, 'self-governance'],
    ['2019-09-17', { stage: 'define', step: 'raised' }, 'self-governance'],
    ['2019-09-18', { stage: 'opine', step: 'with the authority' }, 'authority determined'],
    ['2019-10-22', { stage: 'opine', step: 'with the authority' }, 'authority determined'],
    ['2019-10-23', { stage: 'release', step: 'awaiting implementation' }, 'authority determined'],
    ['2019-11-28', { stage: 'release', step: 'awaiting implementation' }, 'authority determined'],
    ['2019-11-29', { stage: 'ended', outcome: 'implemented' }, 'authority determined'],
  ])('on %s MP076 stands %o on the path %s', async (day, standing, path) => {
    const state = await mp076On(day)
    expect([state?.standing.value, state?.path?.value]).toEqual([standing, path])
  })

  it('the whole came into force as version 6.21, which is of that day and of the release', async () => {
    expect((await mp076On('2019-11-29'))?.parts[1]?.implemented?.value).toEqual({ release, version: 'version/6.21' })
    expect(find(await process.registerOn('2019-11-28'), 'version', '6.21')).toBeUndefined()
    const version = find(await process.registerOn('2019-11-29'), 'version', '6.21')
    expect([version?.state.inForce.on.to, version?.state.inForce.value.cause]).toEqual(['2019-11-29', 'release'])
  })

  it('says of each step who took it and who recorded it for him; and what is raised today takes the number after', async () => {
    const capacities = process.app.live.entries
      .filter(({ subject, event }) => subject === mp076 && (event?.type === 'Decided' || event?.type === 'BallotHeld'))
      .map(({ capacity }) => capacity)
    expect(capacities).toEqual([
      { by: 'body/secas', behalfOf: authority },
      { by: 'body/secas', behalfOf: 'body/change-board' },
    ])
    const { entries } = await process.done(
      administrator,
      act('raise-draft-proposal', 'modification/new', { title: 'Another', proposer: 'organisation/british-gas', issue: 'Another.' }),
    )
    expect(entries[0]?.subject).toBe('modification/77')
    const chosen = await process.refused(
      administrator,
      act('raise-draft-proposal', 'modification/new', { number: 99, title: 'x', proposer: 'organisation/british-gas', issue: 'x' }),
    )
    expect([chosen.refused, chosen.clause]).toEqual(['what is raised today takes the next number', 'rule raised-by (clause not known)'])
  })
})
