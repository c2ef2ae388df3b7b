import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { waitingIn } from '../../src/domain/acting/waiting.ts'
import { calendarDate } from '../../src/domain/calendar/calendar-date.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { find, ruleOn } from '../../src/domain/register.ts'
import { act, actingFor, administrator, openProcess, type Process, secondAdministrator } from '../support/process.ts'

describe('the rulebook, kept by two people', () => {
  let process: Process
  beforeEach(async () => {
    // A Monday. Fifteen Working Days after it is Monday 4 November 2019.
    process = await openProcess('2019-10-14')
    await process.done(administrator, act('issue-consultation', 'modification/79', { consultationKind: 'refinement' }))
  })
  afterEach(() => process.close())

  const state = async () => {
    const found = find(await process.register(), 'modification', '79')
    if (!found) throw new Error('there is no MP079')
    return found.state
  }
  const open = (consultations: Awaited<ReturnType<typeof state>>['consultations']) =>
    Object.values(consultations).find(({ status }) => status === 'open')
  const closes = async () => open((await state()).consultations)?.closes
  const waiting = async () => waitingIn(await process.register()).filter(({ id }) => id.startsWith('waiting/'))
  const confirm = async (principal = secondAdministrator) => {
    const [first] = await waiting()
    const command = { type: 'ConfirmWaiting', waiting: first?.id ?? '' } as const
    return process.app.perform({ principal, command, key: `confirm ${first?.id} by ${principal.id}` })
  }
  const holiday = (date: string) => act('declare-holiday', 'holiday/new', { date, name: 'Bank holiday by Royal Proclamation' })
  const id = 'refinement-consultation-length'
  /** What the row says of itself today, with some of it changed. */
  const changed = async (fields: object) => {
    const row = ruleOn(await process.register(), id, calendarDate('2019-10-14'))
    if (!row) throw new Error(`there is no row ${id}`)
    const { id: _, ...told } = row.value
    return act('change-rule', `rule/${id}`, { ...told, ...fields })
  }
  const lengthened = (appliesTo: string) => changed({ value: '20 Working Days', appliesTo })

  it('a bank holiday proclaimed while a consultation is open moves its close, once a second person confirms it', async () => {
    expect(await closes()).toBe('2019-11-04T17:00')
    await process.done(administrator, holiday('2019-10-31'))
    expect([await closes(), (await waiting()).length]).toEqual(['2019-11-04T17:00', 1])
    const alone = await confirm(administrator)
    expect(isRefused(alone) && alone.refused).toBe('it is confirmed by a second person, and you recorded it')
    expect(isRefused(await confirm())).toBe(false)
    expect(await closes()).toBe('2019-11-05T17:00')
    expect(process.app.live.entries.at(-1)?.event).toEqual({
      type: 'ConsultationCloseSet',
      v: 1,
      consultation: '79/refinement/2',
      closes: '2019-11-05T17:00',
      why: '31 October 2019 is a bank holiday: Bank holiday by Royal Proclamation',
    })
  })

  it('and what was answered is kept from the public until the close that there is now', async () => {
    const consultation = '79/refinement/2'
    const answer = { consultation, noComment: true }
    await process.done(actingFor('organisation/northern-powergrid'), act('respond', 'modification/79', answer))
    await process.done(administrator, holiday('2019-10-31'))
    expect(isRefused(await confirm())).toBe(false)
    const places = new Map(process.app.live.entries.map((entry) => [entry.place, entry]))
    const kept = [...places.values()].filter(({ event }) => event?.type === 'ResponseSubmitted').map(({ publicAt }) => publicAt)
    expect([await closes(), ...kept]).toEqual(['2019-11-05T17:00', '2019-11-05T17:00'])
  })

  it('declared by mistake it is withdrawn, and the close moves back', async () => {
    await process.done(administrator, holiday('2019-10-31'))
    await confirm()
    await process.done(administrator, act('withdraw-holiday', 'holiday/2019-10-31'))
    expect(find(await process.register(), 'holiday', '2019-10-31')).toBeDefined()
    expect(isRefused(await confirm())).toBe(false)
    expect([find(await process.register(), 'holiday', '2019-10-31'), await closes()]).toEqual([undefined, '2019-11-04T17:00'])
    await process.done(administrator, holiday('2019-10-31'))
    expect(isRefused(await confirm())).toBe(false)
    expect(await closes()).toBe('2019-11-05T17:00')
  })

  it('a day outside what is open moves nothing', async () => {
    await process.done(administrator, holiday('2019-11-05'))
    await confirm()
    expect(await closes()).toBe('2019-11-04T17:00')
    const again = await process.refused(administrator, holiday('2019-11-05'))
    expect(again.refused).toBe('5 November 2019 is a bank holiday already')
  })

  it('a rule that applies to everything live moves what is open; one for steps not yet begun does not', async () => {
    await process.done(administrator, await lengthened('steps not yet begun'))
    await confirm()
    expect(await closes()).toBe('2019-11-04T17:00')
    await process.done(administrator, await lengthened('everything live'))
    await confirm()
    expect(await closes()).toBe('2019-11-11T17:00')
  })

  it('what was said before stays for the days before', async () => {
    await process.done(administrator, await changed({ value: '20 Working Days', inForce: 'from 2019-12-01' }))
    await confirm()
    const register = await process.register()
    const days = (day: string) => ruleOn(register, id, calendarDate(day))?.value.value
    expect([days('2019-11-30'), days('2019-12-01')]).toEqual([
      { kind: 'working days', days: 15 },
      { kind: 'working days', days: 20 },
    ])
  })

  it.each([
    ['nothing changed', 'nothing in it is changed', {}],
    [
      'backwards',
      'it would be in force from 1 December 2019 to 1 November 2019, which is backwards',
      { inForce: 'from 2019-12-01 to 2019-11-01' },
    ],
  ])('refuses a change that says %s', async (_, said, fields) => {
    const refusal = await process.refused(administrator, await changed(fields))
    expect([refusal.refused, refusal.clause?.includes('rulebook-kept')]).toEqual([said, true])
  })
})
