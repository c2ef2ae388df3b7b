import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isRefused } from '../../domain/refusal.ts'
import { type FactFile, parseFactFile, readFactFile } from './fact-file.ts'

const source = { id: 'minutes-2019-09', title: 'Minutes', where: 'https://example.org/minutes', published: '2019-10-03' }
const arrives = { day: '2019-10-04', basis: 'printed', why: 'The day on its cover.' }
const raised = { subject: 'modification/84', n: 1, on: '2019-09-10', event: { type: 'Raised', as: 'draft' } }

const json = (...facts: readonly unknown[]) => JSON.stringify({ source, arrives, facts })
const refusal = (text: string): string => {
  const verdict = parseFactFile('minutes.json', text)
  if (!isRefused(verdict)) throw new Error('expected a refusal')
  return verdict.refused
}
const accepted = (text: string): FactFile => {
  const verdict = parseFactFile('minutes.json', text)
  if (isRefused(verdict)) throw new Error(verdict.refused)
  return verdict
}
const here = 'minutes.json, fact 1 (minutes-2019-09/modification/84/Raised/1)'

describe('a good fact file', () => {
  it('gives facts with id, day, capacity, class and source', () => {
    expect(accepted(json(raised))).toEqual({
      source: { ...source, published: { from: '2019-10-03', to: '2019-10-03', basis: 'stated' } },
      arrives,
      facts: [
        {
          fact: 'minutes-2019-09/modification/84/Raised/1',
          subject: 'modification/84',
          on: { from: '2019-09-10', to: '2019-09-10', basis: 'stated' },
          receivedAt: '2019-10-04T00:00',
          capacity: { by: 'unknown' },
          class: 'white',
          event: { type: 'Raised', v: 1, as: 'draft' },
          source: {
            title: 'Minutes',
            where: 'https://example.org/minutes',
            published: { from: '2019-10-03', to: '2019-10-03', basis: 'stated' },
          },
        },
      ],
    })
  })

  it('keeps a range, the order, who acted, the class, the place in the source, the reading, and what it stands beside', () => {
    const on = { from: '2019-09-01', to: '2019-09-30', basis: 'inferred' }
    const beside = 'other/modification/84/Raised/1'
    const told = { ...raised, on, nth: 2, time: '14:30', by: 'organisation/dcc', at: 'item 4', reading: 'Read so.', class: 'green', beside }
    expect(accepted(json(told)).facts[0]).toMatchObject({
      on,
      nth: 2,
      time: '14:30',
      capacity: { by: 'organisation/dcc' },
      class: 'green',
      beside,
      source: { where: 'https://example.org/minutes, item 4', reading: 'Read so.' },
    })
  })

  it('strikes a fact', () => {
    const strikes = 'paper-2019-09/modification/84/Raised/1'
    const strike = { subject: 'modification/84', n: 1, on: '2019-09-10', event: null, strikes }
    expect(accepted(json(strike)).facts[0]).toMatchObject({ fact: 'minutes-2019-09/modification/84/Strike/1', event: null, strikes })
  })

  it('takes a day of arrival for the last day of a fact', () => {
    expect(accepted(json({ ...raised, on: arrives.day })).facts).toHaveLength(1)
  })
})

describe('what is wrong with a fact is told in one line', () => {
  const keys = 'subject, n, on, time, nth, event, by, at, reading, class, strikes, beside'
  it.each<readonly [string, object, string]>([
    [
      'an impossible day',
      { ...raised, on: '2019-02-30' },
      `${here}, key "on": expected a day of the calendar like 2019-10-04, got "2019-02-30"; write it so`,
    ],
    [
      'an impossible day in a range',
      { ...raised, on: { from: '2019-02-30', to: '2019-03-01', basis: 'stated' } },
      `${here}, key "on.from": expected a day of the calendar like 2019-10-04, got "2019-02-30"; write it so`,
    ],
    [
      'a range the wrong way round',
      { ...raised, on: { from: '2019-09-02', to: '2019-09-01', basis: 'stated' } },
      `${here}, key "on": expected a range whose "from" is not after its "to", got {"from":"2019-09-02","to":"2019-09-01","basis":"stated"}; write it so`,
    ],
    [
      'neither a day nor a range',
      { ...raised, on: 2019 },
      `${here}, key "on": expected a day like 2019-10-04, or an object with the keys from, to, basis, got 2019; write it so`,
    ],
    [
      'a day after the arrival',
      { ...raised, on: '2019-10-05' },
      `${here}, key "on": expected a day up to the source's arrival on 2019-10-04, got "2019-10-05"; give the day on which it was told; a future day belongs inside the event`,
    ],
    [
      'a missing key of the event',
      { ...raised, event: { type: 'Raised' } },
      `${here}, key "event.as": expected "draft" or "proposal", got no such key; add it`,
    ],
    [
      'a missing key of the fact',
      { ...raised, on: undefined },
      `${here}, key "on": expected a day like 2019-10-04, or an object with the keys from, to, basis, got no such key; add it`,
    ],
    [
      'no event',
      { ...raised, event: undefined },
      'minutes.json, fact 1 (minutes-2019-09/modification/84/?/1), key "event": expected an event: an object with the key type; or null in a strike, got no such key; add it',
    ],
    [
      'an event without a type',
      { ...raised, event: { as: 'draft' } },
      'minutes.json, fact 1 (minutes-2019-09/modification/84/?/1), key "event.type": expected a text, got no such key; add it',
    ],
    [
      'an unknown event type',
      { ...raised, event: { type: 'Rasied', as: 'draft' } },
      'minutes.json, fact 1 (minutes-2019-09/modification/84/Rasied/1), key "event.type": expected the type of an event, got "Rasied"; did you mean "Raised"?',
    ],
    [
      'an unknown key of the event',
      { ...raised, event: { type: 'Raised', as: 'draft', v: 1 } },
      `${here}, key "event": expected only the keys type, as, got "v"; correct the key or take it out`,
    ],
    [
      'an unknown key of the fact',
      { ...raised, redaing: 'Read so.' },
      `${here}: expected only the keys ${keys} (did you mean "reading"?), got "redaing"; correct the key or take it out`,
    ],
    [
      'an unknown stage',
      { ...raised, event: { type: 'Attested', standing: { stage: 'refined' } } },
      'minutes.json, fact 1 (minutes-2019-09/modification/84/Attested/1), key "event.standing.stage": expected an object whose stage is "define", "refine", "opine", "release", "ended" or "unknown", got "refined"; write it so',
    ],
    [
      'an event of another kind of subject',
      { ...raised, subject: 'release/2019-11' },
      'minutes.json, fact 1 (minutes-2019-09/release/2019-11/Raised/1), key "subject": expected a subject of the kind modification, as Raised is told of one, got "release/2019-11"; correct the subject or the event',
    ],
    [
      'an unknown kind of subject',
      { ...raised, by: 'person/somebody' },
      `${here}, key "by": expected a subject like modification/84, of the kinds modification, release, meeting, body, organisation, paper, publication, version, rule, holiday, submission, document, log, or "unknown", got "person/somebody"; write it so`,
    ],
    [
      'a strike that names nothing',
      { ...raised, event: null },
      'minutes.json, fact 1 (minutes-2019-09/modification/84/Strike/1), key "strikes": expected the id of the fact to strike, as "event" is null, got no such key; add it',
    ],
    [
      'a strike with an event',
      { ...raised, strikes: 'a/modification/84/Raised/1' },
      `${here}, key "event": expected null beside "strikes", got "Raised"; strike in a fact of its own`,
    ],
    [
      'a strike of another subject',
      { ...raised, event: null, strikes: 'a/modification/85/Raised/1' },
      'minutes.json, fact 1 (minutes-2019-09/modification/84/Strike/1), key "strikes": expected a fact of modification/84, got "a/modification/85/Raised/1"; name another fact or correct the subject',
    ],
    [
      'a name that is no fact id',
      { ...raised, beside: 'modification/84' },
      `${here}, key "beside": expected the id of a fact, source/subject/event/n, got "modification/84"; write it so`,
    ],
  ])('%s', (_, fact, line) => {
    expect(refusal(json(fact))).toBe(line)
  })

  it('an id used twice', () => {
    expect(refusal(json(raised, { ...raised, on: '2019-09-11' }))).toBe(
      'minutes.json, fact 2 (minutes-2019-09/modification/84/Raised/1), key "n": expected an id of its own, got the id of fact 1 again; number the facts of one subject and event 1, 2, 3 …',
    )
  })
})

describe('what is wrong with the file itself', () => {
  it('a missing key of the source, and facts that are none', () => {
    const { where, ...rest } = source
    expect(refusal(JSON.stringify({ source: rest, arrives, facts: {} }))).toBe(
      'minutes.json, key "source.where": expected a text, got no such key; add it\n' +
        'minutes.json, key "facts": expected a list of facts, got {}; write it so',
    )
  })

  it('a file that is no object', () => {
    expect(refusal('null')).toBe('minutes.json: expected an object with the keys source, arrives, facts, got null; write it so')
  })

  it('a fact that is no object', () => {
    expect(refusal(json(null))).toMatch(
      /^minutes.json, fact 1 \(minutes-2019-09\/\?\/\?\/\?\): expected an object with the keys subject, n/,
    )
  })

  it.each([
    ['{\n  "source": {},\n}', 'minutes.json, line 3, column 1: expected a key in double quotes, got }; mend the JSON there'],
    ['{ "facts": [1,\n 2,] }', 'minutes.json, line 2, column 4: expected a value, got ]; mend the JSON there'],
    ['{ "facts": [1 2] }', 'minutes.json, line 1, column 15: expected a comma or ], got 2]; mend the JSON there'],
    ['{ "facts"\n 1 }', 'minutes.json, line 2, column 2: expected a colon, got 1; mend the JSON there'],
    ["{ 'facts': 1 }", "minutes.json, line 1, column 3: expected a key in double quotes, got 'facts':; mend the JSON there"],
    ['{ "facts": ', 'minutes.json, line 1, column 12: expected a value, got the end of the file; mend the JSON there'],
    ['{}\n{}', 'minutes.json, line 2, column 1: expected nothing after the end, got {}; mend the JSON there'],
    ['', 'minutes.json, line 1, column 1: expected a value, got the end of the file; mend the JSON there'],
  ])('bad JSON: %j', (text, line) => {
    expect(refusal(text)).toBe(line)
  })

  it('lists ten problems, and tells how many more there are', () => {
    const facts = Array.from({ length: 12 }, (_, index) => ({ ...raised, n: index + 1, on: '2019-02-30' }))
    const lines = refusal(json(...facts)).split('\n')
    expect(lines).toHaveLength(11)
    expect(lines[9]).toContain('fact 10 (minutes-2019-09/modification/84/Raised/10)')
    expect(lines[10]).toBe('minutes.json: 2 more problems; mend the first ten and read it again')
  })

  it('tells all problems of one fact', () => {
    expect(refusal(json({ ...raised, on: '2019-02-30', event: { type: 'Raised', as: 'idea' } })).split('\n')).toHaveLength(2)
  })
})

describe('a file on disk', () => {
  it('is named by its file name, and by its path where it is not there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'codicil-facts-'))
    writeFileSync(join(folder, 'bad.json'), '{')
    expect(readFactFile(join(folder, 'bad.json'))).toMatchObject({ refused: expect.stringMatching(/^bad\.json, line 1, column 2: /) })
    const none = join(folder, 'none.json')
    expect(readFactFile(none)).toMatchObject({
      refused: `${none}: expected a fact file, got nothing there; name a JSON file that can be read`,
    })
    rmSync(folder, { recursive: true })
  })
})
