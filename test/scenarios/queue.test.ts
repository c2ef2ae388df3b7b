import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { waitingIn } from '../../src/domain/acting/waiting.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { find } from '../../src/domain/register.ts'
import { type Person, signIn } from '../support/person.ts'
import { act, administrator, openProcess, type Process, secondAdministrator } from '../support/process.ts'
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
})

describe('its page', () => {
  it('shows what waits to who administers, and to nobody else', async () => {
    const site = await openTestSite()
    const first = await signIn(site, 'administrator')
    const recorded = Object.fromEntries(Object.entries(direction).map(([name, value]) => [`recorded.${name}`, [value].flat().join('\n')]))
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
