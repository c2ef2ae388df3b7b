import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grammar } from '../../codes/sec/pack/grammar.ts'
import { collect } from '../../src/app/notices/collect.ts'
import { addContact } from '../../src/app/notices/contacts.ts'
import { calendarDate } from '../../src/domain/calendar/calendar-date.ts'
import { dayOf } from '../../src/domain/calendar/moment.ts'
import { agendaOf, papersOf, resolutionOf } from '../../src/domain/meeting/agenda.ts'
import { dueBefore } from '../../src/domain/meeting/due.ts'
import { paperDayOf } from '../../src/domain/meeting/paper-day.ts'
import { nameOf } from '../../src/domain/names.ts'
import { find } from '../../src/domain/register.ts'
import { minutesOf } from '../../src/report/meeting/minutes.ts'
import { packOf } from '../../src/report/meeting/pack.ts'
import { act, actingFor, administrator, openProcess, type Process } from '../support/process.ts'

const panel = 'meeting/panel-2019-10-11'
const next = 'meeting/panel-2019-11-08'

/** The Panel of 11 October 2019, from its agenda to its minutes. */
describe('a meeting', () => {
  let process: Process
  beforeAll(async () => {
    process = await openProcess()
  })
  afterAll(() => process.close())

  const meeting = async (subject = panel) => {
    const found = find(await process.register(), 'meeting', subject.slice('meeting/'.length))
    if (!found) throw new Error(`there is no ${subject}`)
    return found
  }
  const agenda = async () => agendaOf((await meeting()).state).map(({ about }) => about)
  const due = async (subject = panel) => {
    const register = await process.register()
    const given = { register, day: dayOf(register.on) }
    return dueBefore(given, await meeting(subject)).map(({ about, purpose, why }) => `${about} ${purpose}: ${why}`)
  }

  it('has a paper day five Working Days before it, with how it was counted', async () => {
    const register = await process.register()
    expect(paperDayOf({ register, day: dayOf(register.on) }, (await meeting()).state)).toMatchObject({
      day: '2019-10-04',
      arithmetic: '4 Oct 2019: 5 = 7 days after 4 Oct to 11 Oct, less 2 weekend days, no bank holidays',
      row: 'paper-day',
    })
    // Around Christmas: 25 and 26 December and 1 January are no Working Days.
    const after = { body: 'body/panel', day: calendarDate('2020-01-03') } as const
    expect(paperDayOf({ register, day: dayOf(register.on) }, after)?.day).toBe('2019-12-24')
  })

  it('is proposed what is due before its body by then, each with why', async () => {
    const proposed = await due()
    expect(proposed).toContain('modification/80 conversion: it was determined ready on 4 October 2019')
    expect(proposed).toContain(
      'release/2019-11 date change: another date, 24 November 2019, was asked for on 1 October 2019 and is not decided',
    )
    expect(proposed).toContain('modification/53 modification report: it went to its Modification Report on 30 September 2019')
    // The Change Board votes; the Panel is not asked to.
    expect(proposed.filter((each) => each.includes(' vote'))).toEqual([])
  })

  it('proposes to a body only what it takes', async () => {
    await process.done(
      administrator,
      act('plan-meeting', 'meeting/new', { body: 'body/change-sub-committee', day: '2019-10-16' }),
      act('request-assessment', 'modification/79', { assessmentKind: 'IA', provider: 'organisation/dcc' }),
      act('plan-meeting', 'meeting/new', { body: 'body/change-board', day: '2019-10-16' }),
    )
    const ready = await due('meeting/change-sub-committee-2019-10-16')
    expect(ready).toContain('modification/84 readiness: it was raised by 10 September 2019, and nobody has determined it ready')
    expect(ready.every((each) => / (readiness|minutes): /.test(each))).toBe(true)
    expect(await due('meeting/change-board-2019-10-16')).toContain(
      'modification/79 assessment request: the request for 79/IA/1 of 4 October 2019 waits for its approval',
    )
  })

  it('takes its items in the order that somebody gives them, and what comes later follows', async () => {
    await process.done(administrator, act('table-matter', panel, { about: 'release/2019-11', purposes: ['date change'] }))
    const items = ['release/2019-11', 'modification/87', 'modification/81']
    await process.done(administrator, act('order-agenda', panel, { items }))
    expect(await agenda()).toEqual([...items, 'modification/53', 'modification/80', 'modification/83'])
    const refusal = await process.refused(administrator, act('order-agenda', panel, { items: ['modification/7'] }))
    expect([refusal.refused, refusal.remedies[0]]).toEqual([
      'Firmware updates to IHDs and PPMIDs is not before this meeting',
      'table it first',
    ])
    expect((await process.refused(administrator, act('order-agenda', panel, { items }))).refused).toBe(
      'the agenda is in that order already',
    )
  })

  it('gives a paper a reference of its own at each meeting, once the number of the meeting is told', async () => {
    const paper = {
      title: 'Change Status Report',
      paperKind: 'report',
      action: 'for information',
      recommendation: 'NOTE',
      classification: 'white',
    }
    const refusal = await process.refused(administrator, act('table-paper', panel, paper))
    expect(refusal.refused).toBe('the number of the meeting is not told, and a reference has it')
    expect(refusal.clause).toContain('paper-reference')
    await process.done(administrator, act('number-meeting', panel, { number: 73 }), act('table-paper', panel, paper))
    // TABASC_47_1710_20 is what the paper of October 2019 prints.
    const { title, paperKind, ...known } = paper
    await process.done(administrator, act('table-paper', 'meeting/tabasc-2019-10-17', { ...known, paper: 'paper/1', number: 20 }))
    expect(papersOf((await meeting('meeting/tabasc-2019-10-17')).state).map(({ tabled }) => tabled.value.reference)).toEqual([
      'TABASC_47_1710_20',
    ])
    expect(papersOf((await meeting()).state).map(({ tabled }) => tabled.value.reference)).toEqual(['SECP_73_1110_01'])
    expect(await agenda()).toContain('paper/1')
    const twice = await process.refused(administrator, act('table-paper', panel, { ...known, paper: 'paper/1' }))
    expect(twice.refused).toBe('this paper is before the meeting already')
  })

  it('has its papers on time up to the paper day, and late after it', async () => {
    await process.done(administrator, act('circulate-papers', panel, {}))
    const late = {
      title: 'DP081 problem statement',
      action: 'for decision',
      recommendation: 'APPROVE',
      classification: 'green',
      about: 'modification/81',
    }
    await process.moveTo('2019-10-07')
    await process.done(administrator, act('table-paper', panel, late), act('circulate-papers', panel, {}))
    expect(papersOf((await meeting()).state).map(({ tabled, circulated }) => [tabled.value.reference, circulated?.value])).toEqual([
      ['SECP_73_1110_01', { number: 1, paperDay: '2019-10-04', late: false }],
      ['SECP_73_1110_02', { number: 2, paperDay: '2019-10-04', late: true }],
    ])
    expect((await process.refused(administrator, act('circulate-papers', panel, {}))).refused).toBe('every paper of this meeting went out')
  })

  it('has a pack that is classed as high as its papers, and tells what is new since the last meeting of its body', async () => {
    const register = await process.register()
    const asked = { register, grammar, meeting: await meeting(), texts: new Map(), now: register.on }
    const pack = packOf({ ...asked, withNew: true })
    expect([pack.classification, pack.since, pack.number]).toEqual(['green', 'the SEC Panel of 14 June 2019', 73])
    const dp087 = pack.items.find(({ title }) => title.startsWith('DP087'))
    const news = dp087?.sections.find(({ heading }) => heading === 'New since the SEC Panel of 14 June 2019')
    expect(news?.lines).toContain('20 September 2019: Raised as a Draft Proposal by the Security Sub-Committee')
    // SECMP0053: what a paper of October lists is not said to have happened since June.
    const sections = pack.items.find(({ title }) => title.startsWith('SECMP0053'))?.sections.slice(0, 2)
    expect(sections?.map(({ heading }) => heading)).toEqual([
      'New since the SEC Panel of 14 June 2019',
      'Told since the SEC Panel of 14 June 2019, of what happened before or may have',
    ])
    expect(sections?.[0]?.lines).toContain('20 September 2019: Impact Assessment returned, after 35 WD as the source counts')
    expect(sections?.[1]?.lines).toContain('2 May 2019: Preliminary Assessment returned, after 87 WD as the source counts')
    expect(sections?.[0]?.lines.join()).not.toContain('Shown by a source')
    const without = packOf({ ...asked, withNew: false })
    expect(without.items.flatMap(({ sections }) => sections.map(({ heading }) => heading)).some((each) => each.startsWith('New'))).toBe(
      false,
    )
  })

  it('has in its pack how a consultation is answered so far, as its reader may see it', async () => {
    const group = 'meeting/working-group-2019-11-06'
    await process.done(
      administrator,
      act('plan-meeting', 'meeting/new', { body: 'body/working-group', day: '2019-11-06' }),
      act('table-item', group, { modification: 'modification/79', purposes: ['discussion'] }),
      act('issue-consultation', 'modification/79', { consultationKind: 'refinement' }),
    )
    const register = await process.register()
    const consultations = Object.values(find(register, 'modification', '79')?.state.consultations ?? {})
    const consultation = consultations.find(({ status }) => status === 'open')?.id
    await process.done(
      administrator,
      act('respond', 'modification/79', { consultation, noComment: true }, { by: 'organisation/northern-powergrid' }),
    )
    const answered = await process.register()
    const asked = { register: answered, grammar, meeting: await meeting(group), texts: new Map(), withNew: true, now: answered.on }
    const lines = packOf(asked).items[0]?.sections.find(({ heading }) => heading === 'Consultations')?.lines
    expect(lines).toContainEqual(expect.stringMatching(/^Refinement Consultation.*: open, until .*; 1 response \(1 no comment\)$/))
  })

  it('decides nothing before its day', async () => {
    const refusal = await process.refused(administrator, act('resolve-item', panel, { about: 'modification/80', resolution: 'noted' }))
    expect(refusal.refused).toBe('it is planned for 11 October 2019, which has not come')
  })

  it('is held once an item is dealt with, and an item that is put off is before the meeting to which it goes', async () => {
    await process.moveTo('2019-10-11')
    await process.done(administrator, act('plan-meeting', 'meeting/new', { body: 'body/panel', day: '2019-11-08' }))
    const secretary = actingFor('body/panel')
    await process.done(
      secretary,
      act('convert', 'modification/81', { path: 'self-governance', route: 'report', meeting: panel }),
      act('approve-report', 'modification/81', { meeting: panel }),
      act('resolve-item', panel, { about: 'modification/81', resolution: 'done', conditions: 'The legal text is checked first.' }),
      act('place-action', panel, { what: 'Check the legal text', owner: 'body/secas', due: '2019-10-14', modification: 'modification/81' }),
    )
    await process.done(secretary, act('resolve-item', panel, { about: 'modification/83', resolution: 'deferred', to: next }))
    await process.done(secretary, act('resolve-item', panel, { about: 'paper/1', resolution: 'noted' }))
    const { state } = await meeting()
    expect(state.held?.value).toBe(true)
    expect(resolutionOf(state, 'modification/83')?.value.to).toBe(next)
    expect(agendaOf((await meeting(next)).state)).toMatchObject([{ about: 'modification/83', purposes: ['conversion'] }])
    const converted = find(await process.register(), 'modification', '81')?.state
    expect(converted?.standing.value).toEqual({ stage: 'opine', step: 'report consultation' })
  })

  it('has minutes that say what is recorded, and follow when an entry is corrected', async () => {
    const minutes = async () => minutesOf(await process.register(), grammar, await meeting(), new Map())
    const item = async (title: string) => (await minutes()).items.find((each) => each.title.startsWith(title))
    expect((await item('MP081'))?.decided).toEqual([
      'Path set by the Panel: Path 3: Self-Governance.',
      'Converted to a Modification Proposal by the Panel at the SEC Panel of 11 October 2019, straight to its Modification Report.',
      'Modification Report approved by the Panel at the SEC Panel of 11 October 2019.',
    ])
    expect((await item('MP081'))?.actions).toEqual(['Action 1 on SECAS: Check the legal text, by 14 October 2019'])
    expect((await item('DP083'))?.decided).toEqual(['Deferred to the SEC Panel of 8 November 2019.'])
    expect((await item('Change Status Report'))?.decided).toEqual(['Noted.'])
    expect((await item('DP080'))?.decided).toEqual(['Not taken.'])
    expect((await minutes()).standing).toBe('draft')
    const path = find(await process.register(), 'modification', '81')?.state.path
    await process.done(
      administrator,
      act('correct', 'modification/81', {
        place: path?.place,
        event: JSON.stringify({ type: 'PathSet', path: 'authority determined', by: 'body/panel' }),
        why: 'Misheard.',
      }),
    )
    expect((await item('MP081'))?.decided[0]).toBe('Path set by the Panel: Path 2: Authority Determined.')
  })

  it('has its minutes agreed at a later meeting of its body, and not before', async () => {
    const agree = act('agree-minutes', panel, { at: next })
    expect((await process.refused(administrator, agree)).refused).toBe('that meeting is planned for 8 November 2019, which has not come')
    expect((await process.refused(administrator, act('agree-minutes', panel, { at: 'meeting/tabasc-2019-10-17' }))).refused).toBe(
      'minutes are agreed at a later meeting of the same body',
    )
    await process.moveTo('2019-11-08')
    expect(await due(next)).toContain(`${panel} minutes: the minutes of 11 October 2019 are not agreed`)
    await process.done(actingFor('body/panel'), agree)
    expect((await meeting()).state.minutesAgreed?.value).toEqual({ at: next })
    expect((await process.refused(administrator, agree)).refused).toBe('its minutes were agreed before')
  })

  it('counts the quorum of a body whose seats the rulebook knows, and says which block lacks', async () => {
    const board = 'meeting/change-board-2019-10-16'
    const seats = ['large-supplier-1', 'large-supplier-2', 'small-supplier-1', 'network-1', 'other-party-1']
    await process.done(administrator, act('name-alternate', 'body/change-board', { seat: 'network-1' }))
    await process.done(administrator, act('record-attendance', board, { seats, alternates: ['network-1'], present: ['organisation/dcc'] }))
    const { attendance } = (await meeting(board)).state
    expect(attendance?.value.quorate).toBe(false)
    expect(attendance?.value.counted).toContainEqual({ block: 'Large Suppliers', needs: 3, present: 2 })
    expect(attendance?.value.seats).toContainEqual({ seat: 'network-1', alternate: 'unknown' })
    await process.done(administrator, act('record-attendance', board, { seats: [...seats, 'large-supplier-3'] }))
    expect((await meeting(board)).state.attendance?.value.quorate).toBe(true)
    // No rule tells the quorum of the Panel.
    await process.done(administrator, act('record-attendance', panel, { present: ['organisation/dcc'] }))
    expect((await meeting()).state.attendance?.value).toEqual({ present: ['organisation/dcc'] })
  })

  it('tells whose interest was declared in what', async () => {
    const refusal = await process.refused(administrator, act('note-interest', panel, { about: 'modification/81' }))
    expect(refusal.refused).toBe('it is not said whose interest it is')
    await process.done(
      administrator,
      act('note-interest', panel, { about: 'modification/81', of: 'organisation/dcc', interest: 'It runs the service.' }),
    )
    const minutes = minutesOf(await process.register(), grammar, await meeting(), new Map())
    expect(minutes.items.find(({ title }) => title.startsWith('MP081'))?.interests[0]).toMatch(/^DCC|^The DCC/)
  })
})

describe('a meeting that is still to come', () => {
  let process: Process
  beforeAll(async () => {
    process = await openProcess()
  })
  afterAll(() => process.close())

  const meeting = async (subject: string) => {
    const found = find(await process.register(), 'meeting', subject.slice('meeting/'.length))
    if (!found) throw new Error(`there is no ${subject}`)
    return found
  }
  const tabled = async (subject: string) => agendaOf((await meeting(subject)).state).map(({ about }) => about)
  const toldOf = async (command: string | undefined) => {
    await collect(process.app)
    return (await process.app.notices.noticesOf(command ?? '')).map(({ address, why }) => [address, why])
  }

  it('is moved with what is before it: its paper day is counted anew, and its body and its Proposers are told', async () => {
    for (const [of, address] of [
      ['body/panel', 'panel@codes.example'],
      ['organisation/british-gas', 'proposer@codes.example'],
      ['organisation/dcc', 'dcc@codes.example'],
    ] as const)
      await addContact(process.app, { of, address, confirmed: 'in writing' })
    await process.done(administrator, act('table-item', panel, { modification: 'modification/76', purposes: ['information'] }))
    const before = await tabled(panel)
    const moved = await process.done(administrator, act('move-meeting', panel, { day: '2019-10-15', why: 'The room is taken' }))
    const register = await process.register()
    const { state } = await meeting(panel)
    expect([state.day, state.moved.map(({ value }) => value.from), await tabled(panel)]).toEqual(['2019-10-15', ['2019-10-11'], before])
    expect(paperDayOf({ register, day: dayOf(register.on) }, state)?.day).toBe('2019-10-08')
    expect(moved.entries[0]?.event).toMatchObject({ type: 'MeetingMoved', paperDay: '2019-10-08' })
    expect(nameOf(register, panel)).toBe('SEC Panel of 15 October 2019')
    // British Gas proposed MP076; the DCC proposed nothing that is before it.
    expect(await toldOf(moved.entries[0]?.command)).toEqual(
      expect.arrayContaining([
        ['panel@codes.example', 'asked'],
        ['proposer@codes.example', 'proposer'],
      ]),
    )
    expect(JSON.stringify(await toldOf(moved.entries[0]?.command))).not.toContain('dcc@')
  })

  it.each([
    ['2019-10-15', 'it is planned for 15 October 2019 already'],
    ['2019-10-03', '3 October 2019 has passed'],
  ])('is not moved to %s', async (day, why) => {
    expect((await process.refused(administrator, act('move-meeting', panel, { day, why: 'x' }))).refused).toBe(why)
  })

  it('leaves its day to another, at an address of its own, and takes none that is another’s', async () => {
    const planned = await process.done(administrator, act('plan-meeting', 'meeting/new', { body: 'body/panel', day: '2019-10-11' }))
    expect(planned.entries.map(({ subject }) => subject)).toEqual([`${panel}-2`])
    const refusal = await process.refused(administrator, act('move-meeting', panel, { day: '2019-10-11', why: 'Back' }))
    expect([refusal.refused, refusal.clause]).toEqual([
      'SEC Panel of 11 October 2019 is planned already',
      expect.stringContaining('meetings-called-by'),
    ])
  })

  it('is cancelled, and what was before it goes to the next with its papers under their references there', async () => {
    await process.done(
      administrator,
      act('plan-meeting', 'meeting/new', { body: 'body/panel', day: '2019-11-08', number: 74 }),
      act('number-meeting', panel, { number: 73 }),
    )
    const paper = { title: 'A note', paperKind: 'report', action: 'for information', recommendation: 'NOTE', classification: 'green' }
    await process.done(administrator, act('table-paper', panel, paper))
    const before = await tabled(panel)
    const [written] = papersOf((await meeting(panel)).state)
    const cancelled = await process.done(administrator, act('cancel-meeting', panel, { why: 'No quorum', to: next }))
    expect(await tabled(next)).toEqual(before)
    expect(
      papersOf((await meeting(next)).state).map(({ tabled: { value } }) => [value.paper, value.reference, value.classification]),
    ).toEqual([[written?.tabled.value.paper, 'SECP_74_0811_01', 'green']])
    expect(await toldOf(cancelled.entries[0]?.command)).toContainEqual(['panel@codes.example', 'asked'])
    for (const [verb, fields] of [
      ['table-item', { modification: 'modification/79', purposes: ['discussion'] }],
      ['hold-meeting', {}],
      ['move-meeting', { day: '2019-10-18', why: 'x' }],
      ['cancel-meeting', { why: 'x' }],
    ] as const)
      expect((await process.refused(administrator, act(verb, panel, fields))).refused, verb).toBe('it was cancelled')
  })

  it('is cancelled without naming another: the next agendas propose what was before it, until one has it', async () => {
    const other = `${panel}-2`
    await process.done(administrator, act('table-item', other, { modification: 'modification/46', purposes: ['information'] }))
    await process.done(administrator, act('cancel-meeting', other, { why: 'Nothing to decide' }))
    const proposed = async () => {
      const register = await process.register()
      return dueBefore({ register, day: dayOf(register.on) }, await meeting(next)).filter(({ about }) => about === 'modification/46')
    }
    expect(await proposed()).toContainEqual({
      about: 'modification/46',
      purpose: 'information',
      why: 'it was before the meeting of 11 October 2019, which was cancelled',
    })
    const wrong = await process.refused(administrator, act('cancel-meeting', next, { why: 'x', to: other }))
    expect(wrong.refused).toBe('that is no meeting of its body that is still to come')
  })
})
