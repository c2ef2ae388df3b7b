import { describe, expect, it } from 'vitest'
import { calendarDate, on } from '../../domain/calendar/calendar-date.ts'
import { startOfDay } from '../../domain/calendar/moment.ts'
import type { Entry, TextId } from '../../domain/entry.ts'
import type { Event } from '../../domain/events.ts'
import type { SaltedText } from '../../log/log.ts'
import type { PlainFact } from './plain-fact.ts'
import { withTexts } from './texts.ts'

const day = calendarDate('2019-10-04')
const summary = (text: string, n = 1): PlainFact => ({
  fact: `minutes/modification/84/IssueSummarised/${n}`,
  subject: 'modification/84',
  on: on(day),
  receivedAt: startOfDay(day),
  capacity: { by: 'unknown' },
  class: 'white',
  event: { type: 'IssueSummarised', v: 1, text: { text } },
})

/** A log that holds one text under one fact, and commitments numbered new-1, new-2 … */
function logWith(held: { readonly event?: Event | null; readonly text?: string }) {
  let made = 0
  const known = () => (held.event === undefined ? undefined : ({ event: held.event } as Entry))
  const readText = async (id: TextId) => (id === 'old' ? held.text : undefined)
  const commit = (text: string): SaltedText => ({
    id: `new-${++made}` as TextId,
    salt: new Uint8Array(32),
    bytes: new TextEncoder().encode(text),
  })
  return [known, readText, commit] as const
}

const before: Event = { type: 'IssueSummarised', v: 1, text: 'old' as TextId }

describe('withTexts', () => {
  it('commits to a new text, and to each fact apart', async () => {
    const { facts, texts } = await withTexts([summary('The issue.'), summary('The issue.', 2)], ...logWith({}))
    expect(facts.map(({ event }) => event)).toEqual([
      { type: 'IssueSummarised', v: 1, text: 'new-1' },
      { type: 'IssueSummarised', v: 1, text: 'new-2' },
    ])
    expect(texts.map(({ id, bytes }) => [id, new TextDecoder().decode(bytes)])).toEqual([
      ['new-1', 'The issue.'],
      ['new-2', 'The issue.'],
    ])
  })

  it('keeps the commitment of a text that is in the log, so that importing twice changes nothing', async () => {
    const { facts, texts } = await withTexts([summary('The issue.')], ...logWith({ event: before, text: 'The issue.' }))
    expect(facts[0]?.event).toEqual(before)
    expect(texts).toEqual([])
  })

  it.each([
    ['changed', { event: before, text: 'Another issue.' }],
    ['erased', { event: before }],
    ['struck', { event: null, text: 'The issue.' }],
  ])('commits anew where the text was %s', async (_, held) => {
    const { facts, texts } = await withTexts([summary('The issue.')], ...logWith(held))
    expect(facts[0]?.event).toMatchObject({ text: 'new-1' })
    expect(texts).toHaveLength(1)
  })

  it('leaves everything else as it was', async () => {
    const strike: PlainFact = { ...summary('-'), event: null, strikes: 'minutes/modification/84/Titled/1' }
    const titled: PlainFact = { ...summary('-'), event: { type: 'Titled', v: 1, title: 'A title' } }
    expect(await withTexts([strike, titled], ...logWith({}))).toEqual({ facts: [strike, titled], texts: [] })
  })
})
