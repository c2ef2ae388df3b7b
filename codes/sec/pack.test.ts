import { describe, expect, it } from 'vitest'
import { type CalendarDate, calendarDate, isWeekend } from '../../src/domain/calendar/calendar-date.ts'
import { canonicalReference, modificationId, parseReference } from '../../src/domain/modification/reference.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { find, ruleOn } from '../../src/domain/register.ts'
import { registerOf, withSet } from '../../test/support/sample-log.ts'
import { rows } from './pack/rulebook.ts'
import { pack } from './pack.ts'

/** Installed on a day by which all of it has come. */
const set = { id: 'pack', day: calendarDate('2026-05-29'), facts: pack.facts }

function installed() {
  const taken = withSet([], set)
  if (isRefused(taken)) throw new Error(taken.refused)
  return taken.entries
}
const registerOn = (day: string) => registerOf(installed(), calendarDate(day))

describe('the pack', () => {
  it('enters the log as one set, and a second time changes nothing', () => {
    const again = withSet(installed(), set)
    expect(again).toMatchObject({ outcome: { added: [], changed: [], waiting: [] } })
  })

  it('gives each fact an id of its own and a source', () => {
    expect(new Set(pack.facts.map(({ fact }) => fact)).size).toBe(pack.facts.length)
    for (const { source } of pack.facts) expect(source?.title && source.where).toBeTruthy()
  })
})

describe('its rulebook', () => {
  it('lets only a rule that was found refuse, and quotes a clause of none that was not', () => {
    for (const { id, certainty, enforcement, clause } of rows.filter((row) => row.certainty !== 'found'))
      expect({ id, certainty, enforcement, clause }).not.toMatchObject({ enforcement: 'refuse' })
    expect(rows.filter(({ certainty, clause }) => certainty !== 'found' && clause !== undefined)).toEqual([])
  })

  it.each([
    ['mrc-length', '2019-10-14', { kind: 'working days', days: 15 }],
    ['assessment-target-pa', '2019-05-29', { kind: 'working days', days: 15 }],
    ['assessment-target-ia', '2019-07-02', { kind: 'working days', days: 40 }],
    ['paper-day', '2019-10-04', { kind: 'working days', days: 5 }],
    ['assessment-approved-by-ia', '2019-10-04', { kind: 'word', word: 'body/change-board' }],
  ])('holds %s on %s', (id, day, value) => {
    expect(ruleOn(registerOn(day), id, calendarDate(day))?.value.value).toEqual(value)
  })

  it('tells what is in force only from its day on', () => {
    const before = calendarDate('2026-05-28')
    const from = calendarDate('2026-05-29')
    expect(ruleOn(registerOn('2026-05-29'), 'prioritisation', before)).toBeUndefined()
    expect(ruleOn(registerOn('2026-05-29'), 'prioritisation', from)?.value.value).toEqual({ kind: 'yes or no', yes: true })
    expect(ruleOn(registerOn('2019-10-04'), 'assessment-target-pa', calendarDate('2018-10-31'))).toBeUndefined()
  })

  it('infers the cut-off of 17:00 before the first consultation for which it is printed', () => {
    const certaintyOn = (day: string) => ruleOn(registerOn(day), 'consultation-cut-off', calendarDate(day))?.value.certainty
    expect([certaintyOn('2019-10-04'), certaintyOn('2022-11-27'), certaintyOn('2022-11-28')]).toEqual(['inferred', 'inferred', 'found'])
  })
})

describe('its bank holidays', () => {
  const holidays = pack.facts.filter(({ subject }) => subject.startsWith('holiday/'))

  it('are 131 days of Monday to Friday', () => {
    expect(holidays).toHaveLength(131)
    expect(holidays.filter(({ subject }) => isWeekend(subject.slice(8) as CalendarDate))).toEqual([])
  })

  it('tells the regular ones from the beginning, a proclaimed one by its own day', () => {
    const told = Object.fromEntries(holidays.map(({ subject, on }) => [subject.slice(8), on.to]))
    expect(told).toMatchObject({ '2019-08-26': '2013-01-01', '2028-12-26': '2013-01-01' })
    const proclaimed = ['2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08']
    expect(Object.keys(told).filter((day) => told[day] === day && day !== '2013-01-01')).toEqual(proclaimed)
  })

  it('leaves out the days that a proclamation displaced', () => {
    for (const day of ['2020-05-04', '2022-05-30']) expect(find(registerOn('2028-12-31'), 'holiday', day)).toBeUndefined()
  })
})

describe('its references', () => {
  it.each([
    ['7', false, 'SECMP0007'],
    ['69', true, 'SECMP0069'],
    ['84', false, 'DP084'],
    ['84', true, 'MP084'],
    ['102A', true, 'MP102A'],
    ['312', true, 'MP312'],
  ])('writes %s (converted: %s) as %s', (id, converted, written) => {
    expect(canonicalReference(pack.grammar, modificationId(id), converted)).toBe(written)
  })

  it.each([
    ['SECMP053', '53'],
    ['SECMP0053', '53'],
    ['SECMP 0071', '71'],
    ['SECMP076', '76'],
    ['DP081', '81'],
    ['mp81', '81'],
  ])('reads %s as %s', (written, id) => {
    expect(parseReference(pack.grammar, written)).toBe(id)
  })
})

describe('its words', () => {
  it('name at every step a holder of the action that the register knows', () => {
    const known = new Set(pack.facts.map(({ subject }) => subject))
    for (const { holder } of Object.values(pack.words.steps)) expect(known).toContain(holder)
  })

  it('handle White as the paper prints it', () => {
    expect(pack.words.classifications.white).toMatchObject({
      handling:
        'This document is classified as White in accordance with the Panel Information Policy. Information can be shared with the public, and any members may publish the information, subject to copyright.',
      certainty: 'found',
    })
  })

  it('have the target of each kind of assessment in the rulebook', () => {
    const ids = rows.map(({ id }) => id)
    for (const { targetRow } of Object.values(pack.words.assessmentKinds)) expect(ids).toContain(targetRow)
  })

  it('explain each term once', () => {
    const terms = pack.words.glossary.map(({ term }) => term)
    expect(new Set(terms).size).toBe(terms.length)
  })
})
