import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { find } from '../../src/domain/register.ts'
import { act, actingFor, administrator, openProcess, type Process } from '../support/process.ts'

const subject = 'modification/84'
const why = 'It was meant for another proposal.'

describe('what was recorded wrongly', () => {
  let process: Process
  beforeEach(async () => {
    process = await openProcess()
  })
  afterEach(() => process.close())

  const state = async () => find(await process.register(), 'modification', '84')?.state
  const retitled = async () => {
    const { entries } = await process.done(administrator, act('retitle', subject, { title: 'A wrong title' }))
    return entries[0]?.place ?? 0
  }

  it('is struck, with why, and reinstated; the log keeps it all', async () => {
    const before = (await state())?.title?.value
    const place = await retitled()
    const { entries } = await process.done(administrator, act('strike', subject, { place, why }))
    expect([entries[0]?.place, entries[0]?.event, (await state())?.title?.value]).toEqual([place, null, before])
    expect(await process.app.text(entries[0]?.evidence?.[0] ?? ('' as never))).toBe(why)
    const twice = await process.refused(administrator, act('strike', subject, { place, why }))
    expect([twice.refused, twice.clause?.includes('entries-mended')]).toEqual([`entry ${place} was struck before`, true])
    await process.done(administrator, act('reinstate', subject, { place, why: 'It was right.' }))
    expect((await state())?.title?.value).toBe('A wrong title')
  })

  it('is struck with all that was recorded with it', async () => {
    const { entries } = await process.done(
      administrator,
      act('put-on-hold', subject, { condition: 'MP078 is agreed', review: '2019-12-02' }),
      act('retitle', 'modification/85', { title: 'Another wrong title' }),
    )
    await process.done(administrator, act('strike', subject, { place: entries[0]?.place, whole: true, why }))
    expect((await state())?.onHold).toBeUndefined()
    expect(find(await process.register(), 'modification', '85')?.state.title?.value).not.toBe('Another wrong title')
  })

  it('is corrected to another day and another content, of the same kind only', async () => {
    const place = await retitled()
    await process.done(
      administrator,
      act('correct', subject, { place, event: { type: 'Titled', title: 'The right title' }, day: '2019-10-01', why }),
    )
    expect([(await state())?.title?.value, (await state())?.title?.on.to]).toEqual(['The right title', '2019-10-01'])
    const other = await process.refused(administrator, act('correct', subject, { place, event: { type: 'Resumed' }, why }))
    expect(other.refused).toBe(`entry ${place} tells Titled, and Resumed was given`)
    expect(() => act('correct', subject, { place, event: '{"type":"Titled"}', why })).toThrow(/event\.title: give a text/)
  })

  it('stays where something rests on it, or could not follow without it', async () => {
    const { entries } = await process.done(actingFor('body/change-sub-committee'), act('determine-ready', subject))
    await process.done(actingFor('body/panel'), act('convert', subject, { path: 'self-governance', route: 'report' }))
    await process.done(actingFor('body/panel'), act('approve-report', subject))
    const converted = (await process.register()).subjects.get(subject)?.history.find(({ event }) => event?.type === 'Converted')
    const refusal = await process.refused(administrator, act('strike', subject, { place: converted?.place, why }))
    expect(refusal.refused).toContain('a Modification Report is approved in Refine, and it is in Define')
    expect(refusal.remedies.length).toBeGreaterThan(0)
    await process.done(administrator, act('strike', subject, { place: entries[0]?.place, why }))
  })

  it('is corrected, and not struck, where somebody voted or decided, unless a reason is given', async () => {
    await process.done(actingFor('body/change-sub-committee'), act('determine-ready', subject))
    await process.done(actingFor('body/panel'), act('convert', subject, { path: 'self-governance', route: 'report' }))
    await process.done(actingFor('body/panel'), act('approve-report', subject))
    await process.done(actingFor('body/change-board'), act('open-ballot', subject))
    const { entries } = await process.done(actingFor('body/change-board'), act('vote', subject, { seat: 'network-1', vote: 'for' }))
    const place = entries[0]?.place ?? 0
    const refusal = await process.refused(administrator, act('strike', subject, { place, why }))
    expect([refusal.refused, refusal.clause?.includes('votes-corrected')]).toEqual([
      'a vote and a decision are corrected, and not undone as if they had never been',
      true,
    ])
    const event = { type: 'VoteCast', ballot: '84/ballot/1', seat: 'network-1', vote: 'against' }
    await process.done(administrator, act('correct', subject, { place, event, why }))
    expect((await state())?.votings['84/ballot/1']?.votes['network-1']?.map(({ value }) => value.vote)).toEqual(['against'])
  })

  it('is mended by who administers, and by nobody else', async () => {
    const place = await retitled()
    const refusal = await process.refused(actingFor('body/panel'), act('strike', subject, { place, why }))
    expect(refusal.notYours).toBe(true)
  })
})
