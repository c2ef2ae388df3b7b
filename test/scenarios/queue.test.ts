import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { waitingIn } from '../../src/domain/acting/waiting.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { find } from '../../src/domain/register.ts'
import { type Person, signIn } from '../support/person.ts'
import { act, actingFor, administrator, openProcess, type Process, secondAdministrator } from '../support/process.ts'
import { axeFindings, openTestSite } from '../support/site.ts'

const fastTrack = { path: 'fast-track', route: 'refinement' }
const rows = ['fast-track-no-refinement', 'fast-track-raised-by']
const direction = { directionRows: rows, directionLetter: 'The Authority directs it.' }

describe('what waits for a person', () => {
  let process: Process
  beforeEach(async () => {
    process = await openProcess()
  })
  afterEach(() => process.close())

  const acts = async () => waitingIn(await process.register()).filter(({ id }) => id.startsWith('waiting/'))
  const standing = async (id: string) => find(await process.register(), 'modification', id)?.state.standing.value.stage
  const confirm = (waiting: string, principal = administrator) =>
    process.app.perform({ principal, command: { type: 'ConfirmWaiting', waiting }, key: `confirm ${waiting} by ${principal.id}` })

  it('a rule refuses; a direction sets it aside, and a second person confirms it', async () => {
    const refusal = await process.refused(administrator, act('convert', 'modification/84', fastTrack))
    expect([refusal.refused, refusal.clause?.includes('fast-track-no-refinement')]).toEqual([
      'a Fast-Track Modification is not refined',
      true,
    ])
    await process.done(administrator, act('convert', 'modification/84', fastTrack, direction))
    expect(await standing('84')).toBe('define')
    const [waiting] = await acts()
    const alone = await confirm(waiting?.id ?? '')
    expect(isRefused(alone) && alone.refused).toBe('it is confirmed by a second person, and you recorded it')
    expect(isRefused(await confirm(waiting?.id ?? '', secondAdministrator))).toBe(false)
    expect(await standing('84')).toBe('refine')
    expect(process.app.live.entries.at(-1)?.setAside).toEqual(rows)
    expect(await acts()).toEqual([])
  })

  it('what cannot stand yet waits, the rest is recorded, and it is offered again', async () => {
    const set = [act('resume', 'modification/85'), act('convert', 'modification/84', { path: 'self-governance', route: 'report' })]
    const performed = await process.send(set, administrator, { whenUnfit: 'note' })
    expect(isRefused(performed)).toBe(false)
    expect([await standing('84'), (await acts()).length]).toEqual(['refine', 1])
    const [waiting] = await acts()
    const early = await confirm(waiting?.id ?? '')
    expect(isRefused(early) && early.refused).toContain('it is not on hold')
    await process.done(administrator, act('put-on-hold', 'modification/85', { condition: 'MP078 is agreed', review: '2020-01-06' }))
    await process.app.perform({ principal: administrator, command: { type: 'DropWaiting', waiting: waiting?.id ?? '' }, key: 'drop' })
    expect(await acts()).toEqual([])
  })

  it('what a set itself records is no change that was not seen', async () => {
    const seen = { seen: process.app.live.entries.length }
    const { entries } = await process.done(
      administrator,
      act('retitle', 'modification/84', { title: 'A title' }, seen),
      act('change-path', 'modification/84', { path: 'self-governance' }, seen),
    )
    expect(entries).toHaveLength(2)
    const unseen = await process.refused(administrator, act('retitle', 'modification/84', { title: 'Another' }, seen))
    expect(unseen.refused).toBe('it was changed since this form was shown (Titled, PathSet)')
  })

  it('what is another’s to do does not wait in his name, and what comes before its time does not wait for it', async () => {
    const decision = act('decide', 'modification/76', { outcome: 'reject' })
    const notHis = await process.send([decision], actingFor('organisation/dcc'), { whenUnfit: 'note' })
    expect(isRefused(notHis) && [notHis.notYours, notHis.refused]).toEqual([true, 'Authority (Ofgem) takes this step; you act for DCC'])
    const early = await process.send([act('resume', 'modification/85', {}, { on: '2019-11-01', source: 'A letter' })], administrator, {
      whenUnfit: 'note',
    })
    expect(isRefused(early) && early.refused).toBe('1 November 2019 is after it was received, on 4 October 2019')
    expect(await acts()).toEqual([])
  })

  it('an act whose rule cannot say yet what it would record waits all the same, and is judged as things are then', async () => {
    const id = 'modification/84'
    const accept = act('accept-assessment', id, { assessment: '84/PA/1' }, { by: 'organisation/dcc' })
    const { entries } = await process.noted(administrator, accept)
    expect(entries.map(({ event, noted, act: kept }) => [event, noted, kept?.act])).toEqual([[null, true, 'AcceptAssessment']])
    const [waiting] = await acts()
    const early = await confirm(waiting?.id ?? '')
    expect(isRefused(early) && [early.clause, early.remedies.length > 0]).toEqual(['rule assessment-clock (clause not known)', true])
    await process.moveTo('2019-10-08')
    await process.done(
      administrator,
      act('request-assessment', id, { assessmentKind: 'PA', provider: 'organisation/dcc' }, { on: '2019-10-04', source: 'An e-mail' }),
    )
    expect(isRefused(await confirm(waiting?.id ?? ''))).toBe(false)
    // Told as of the day on which it waited: 15 Working Days after Friday 4 October.
    const target = find(await process.register(), 'modification', '84')?.state.assessments['84/PA/1']?.target?.value
    expect([target?.due, await acts()]).toEqual(['2019-10-25', []])
  })
})

describe('its page', () => {
  it('shows what waits to who administers, and to nobody else', async () => {
    const site = await openTestSite()
    const first = await signIn(site, 'administrator')
    const recorded = Object.fromEntries(Object.entries(direction).map(([name, value]) => [`recorded.${name}`, [value].flat().join('\n')]))
    await first.send('/sec/acts/determine-ready/modification/84', { 'recorded.by': 'body/change-sub-committee' })
    expect((await first.send('/sec/acts/convert/modification/84', { ...fastTrack, ...recorded })).headers.get('location')).toBe(
      '/sec/queue',
    )
    const page = await first.open('/sec/queue')
    expect(page.text).toContain('Waits for a second person')
    expect(await axeFindings(page.html)).toEqual([])
    const second: Person = await signIn(site, 'second-administrator')
    const waiting = page.document.querySelector('input[name=waiting]')?.getAttribute('value') ?? ''
    const token = (await second.open('/sec/queue')).document.querySelector('main input[name=csrf]')?.getAttribute('value') ?? ''
    expect((await first.send('/sec/queue', { waiting })).status).toBe(409)
    const confirmed = await second.post('/sec/queue', { csrf: token, key: 'second', waiting })
    expect(confirmed.status).toBe(303)
    expect((await second.open('/sec/DP084')).text).toContain('Converted to a Modification Proposal')
    expect((await site.open('/sec/queue')).status).toBe(403)
    await site.close()
  })
})
