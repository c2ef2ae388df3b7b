import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { givenNow } from '../../src/domain/acting/decide-acts.ts'
import { waitingIn } from '../../src/domain/acting/waiting.ts'
import type { Moment } from '../../src/domain/calendar/moment.ts'
import type { Subject } from '../../src/domain/entry.ts'
import { publicationRules } from '../../src/domain/publication/acts.ts'
import { everything, memberReader, publicReader, type Reader } from '../../src/domain/reader.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { find } from '../../src/domain/register.ts'
import { act, actingFor, administrator, openProcess, type Process, secondAdministrator } from '../support/process.ts'

/** The report of October 2019 is drafted, edited, approved by a second person, published, and never changed. */

const report = 'publication/change-status-2019-10' as const
let process: Process
beforeEach(async () => {
  process = await openProcess()
}, 60_000)
afterEach(() => process.close())

const drafted = (classification = 'white') =>
  process.done(administrator, act('draft-report', 'publication/new', { month: '2019-10', classification }))
const state = async () => find(await process.register(), 'publication', 'change-status-2019-10')?.state
async function approved() {
  await process.done(administrator, act('approve-for-publication', report))
  const [waiting] = waitingIn(await process.register())
  const confirm = { type: 'ConfirmWaiting', waiting: waiting?.id ?? '' } as const
  const by = (principal: typeof administrator, key: string) => process.app.perform({ principal, command: confirm, key })
  return { first: await by(administrator, `first ${waiting?.id}`), second: await by(secondAdministrator, `second ${waiting?.id}`) }
}

describe('a draft', () => {
  it('is begun once for a month, by who administers', async () => {
    await drafted()
    expect((await state())?.drafted.value).toMatchObject({ month: '2019-10', classification: 'white' })
    expect(
      await process.refused(administrator, act('draft-report', 'publication/new', { month: '2019-10', classification: 'white' })),
    ).toMatchObject({
      refused: 'the report of October 2019 is drafted already',
      clause: 'rule report-published (clause not known)',
    })
    const panel = await process.refused(actingFor('body/panel'), act('add-paragraph', report, { section: 'refine', text: 'Ours.' }))
    expect(panel.notYours).toBe(true)
  })

  it('takes other words around locked values, and refuses those that change one', async () => {
    await drafted()
    await process.done(
      administrator,
      act('reword-sentence', report, {
        sentence: 'summary.conversions.many',
        wording: 'The Panel is asked to convert {count} Draft Proposals:',
      }),
    )
    expect(Object.keys((await state())?.sentences ?? {})).toEqual(['summary.conversions.many'])
    expect(
      await process.refused(
        administrator,
        act('reword-sentence', report, { sentence: 'summary.conversions.many', wording: 'The Panel is asked to convert five:' }),
      ),
    ).toMatchObject({
      refused: 'the wording leaves out {count}, which only the register fills',
      clause: 'rule report-values-locked (clause not known)',
    })
    expect(
      (await process.refused(administrator, act('reword-sentence', report, { sentence: 'summary.nothing', wording: 'A' }))).refused,
    ).toBe('the report has no sentence “summary.nothing”')
  })

  it('is not published until a second person approved it', async () => {
    await drafted()
    expect((await process.refused(administrator, act('publish-report', report))).refused).toBe(
      'a second person has not approved it as it stands',
    )
    const { first, second } = await approved()
    expect(isRefused(first) && first.refused).toBe('it is confirmed by a second person, and you recorded it')
    expect(isRefused(second)).toBe(false)
    await process.done(administrator, act('publish-report', report))
  })

  it('is seen by who administers alone until it is published, and then as it was written', async () => {
    const before = process.app.live.entries.length
    await drafted()
    await process.done(administrator, act('add-paragraph', report, { section: 'refine', text: 'The Working Group met once.' }))
    await approved()
    const seen = async (reader: Reader) => {
      const answer = await process.app.ask({}, reader)
      if (isRefused(answer)) throw new Error(answer.refused)
      const found = find(answer.register, 'publication', 'change-status-2019-10')
      return [answer.log().at(-1)?.position, found?.state.paragraphs.length, waitingIn(answer.register).length]
    }
    const others = [publicReader, memberReader(['body/secas']), memberReader(['body/panel'])]
    for (const reader of others) expect(await seen(reader)).toEqual([before, undefined, 0])
    expect((await seen(everything)).slice(1)).toEqual([1, 0])
    await process.done(administrator, act('publish-report', report))
    for (const reader of others) expect((await seen(reader)).slice(1)).toEqual([1, 0])
  })

  it('is approved again after a change', async () => {
    await drafted()
    await approved()
    await process.done(administrator, act('add-paragraph', report, { section: 'refine', text: 'The Working Group met once.' }))
    expect((await process.refused(administrator, act('publish-report', report))).refused).toBe(
      'a second person has not approved it as it stands',
    )
  })
})

describe('a published report', () => {
  it('once approved, is mended only when the approval is struck, which nothing brings back', async () => {
    await drafted()
    await process.done(administrator, act('add-paragraph', report, { section: 'refine', text: 'Innocent words.' }))
    const placeOf = (type: string) => process.app.live.entries.findLast(({ event, noted }) => event?.type === type && !noted)?.place
    const paragraph = placeOf('ParagraphAdded')
    await approved()
    const approval = placeOf('PaperApproved')
    const refusedAs = async (...mended: Parameters<typeof act>) => (await process.refused(administrator, act(...mended))).refused
    expect(await refusedAs('strike', report, { place: paragraph, why: 'Not so.' })).toBe('a second person approved it as it stands')
    await process.done(administrator, act('strike', report, { place: approval, why: 'One word is wrong.' }))
    expect(await refusedAs('reinstate', report, { place: approval, why: 'It was right.' })).toBe(
      'an approval is given by a second person, and not mended',
    )
    await process.done(administrator, act('strike', report, { place: paragraph, why: 'Not so.' }))
    expect(await refusedAs('publish-report', report, {})).toBe('a second person has not approved it as it stands')
    await approved()
    await process.done(administrator, act('publish-report', report))
  })

  it('tells from what it was drawn: the position, its root, the figures, the rules, the calendar, the hashes of its files', async () => {
    await drafted()
    await approved()
    const known = process.app.live.entries.length
    await process.done(administrator, act('publish-report', report))
    const published = (await state())?.published?.value
    expect(published).toMatchObject({ known, asOf: '2019-10-04', holidays: 126 })
    expect(published?.root).toMatch(/^[0-9a-f]{64}$/)
    expect(published?.figures).toEqual(expect.arrayContaining([{ id: 'stage.refine', v: 1, value: 20 }]))
    expect(published?.rules.map(({ row }) => row)).toEqual(expect.arrayContaining(['average-rounding', 'report-wording/refine']))
    expect(published?.files.map(({ name }) => name)).toContain('change-status-2019-10.json')
    expect(published?.files.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true)
  })

  it('is never changed', async () => {
    await drafted()
    await approved()
    await process.done(administrator, act('publish-report', report))
    for (const late of [
      act('publish-report', report),
      act('approve-for-publication', report),
      act('add-paragraph', report, { section: 'refine', text: 'Late.' }),
      act('leave-out-sentence', report, { sentence: 'summary.conversions.many' }),
    ])
      expect((await process.refused(administrator, late)).refused).toBe(
        'it was published on 4 October 2019, and what is published is never changed',
      )
  })

  it('is not published before its time is over', async () => {
    await process.moveTo('2019-10-20')
    await process.done(administrator, act('draft-report', 'publication/new', { month: '2019-11', classification: 'white' }))
    await process.done(administrator, act('approve-for-publication', 'publication/change-status-2019-11'))
    const [waiting] = waitingIn(await process.register()).filter(({ entries }) => entries[0]?.event?.type === 'PaperApproved')
    await process.app.perform({
      principal: secondAdministrator,
      command: { type: 'ConfirmWaiting', waiting: waiting?.id ?? '' },
      key: 'confirm',
    })
    const early = await process.refused(administrator, act('publish-report', 'publication/change-status-2019-11'))
    expect(early.refused).toBe('its time is not over: it tells of all up to 1 November 2019')
  })
})

describe('what is written after the approval', () => {
  it.each([
    ['of an earlier time', { on: '2019-10-04', time: '09:00' }],
    ['put before it by its order', { nth: 1 }],
  ])('is not recorded as %s, which would leave the approval standing', async (_, recorded) => {
    await drafted()
    await approved()
    const late = act('add-paragraph', report, { section: 'refine', text: 'After the approval.' }, recorded)
    expect((await process.refused(administrator, late)).refused).toBe('this is done now, and of no other time')
    expect((await state())?.approved).toBeDefined()
  })
})

describe('a White report', () => {
  it('takes no paragraph above White: its author is told at once, with the clause', async () => {
    await drafted()
    const green = act('add-paragraph', report, { section: 'opine', text: 'For Parties only.', classification: 'green' })
    const { refused, clause, remedies } = await process.refused(administrator, green)
    expect([refused, clause]).toEqual(['a white paper would contain what is green: this paragraph', 'M4.13 (rule information-classified)'])
    expect(remedies).toContain('draft it as green')
  })

  it('is not published with anything above White in it, however it came there', async () => {
    await drafted()
    await process.done(administrator, act('add-paragraph', report, { section: 'opine', text: 'For everybody.' }))
    const given = givenNow(await process.register(), '2019-10-04T12:00' as Moment)
    const place = (await state())?.paragraphs[0]?.place as number
    const recorded = (subject: Subject) =>
      process.app.live.entries.flatMap((entry) =>
        entry.subject === subject ? [{ ...entry, class: entry.place === place ? ('green' as const) : entry.class }] : [],
      )
    const publishing = { act: 'PublishReport', subject: report, drawing: { drawn: {}, cutOff: '2019-10-04', restsOn: [] } }
    const broken = publicationRules.PublishReport.breaks?.({ ...given, recorded }, publishing as never)
    expect(broken?.map(({ row, why }) => [row, why])).toEqual([
      ['information-classified', `a white paper would contain what is green: entry ${place}`],
    ])
    expect(publicationRules.PublishReport.breaks?.({ ...given, recorded: () => [] }, publishing as never)).toEqual([])
  })

  it('may say as Green what is Green', async () => {
    await drafted('green')
    await process.done(
      administrator,
      act('add-paragraph', report, { section: 'opine', text: 'For Parties only.', classification: 'green' }),
    )
    await approved()
    await process.done(administrator, act('publish-report', report))
  })
})
