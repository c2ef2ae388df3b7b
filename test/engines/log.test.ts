// Every engine keeps the log's promises: one suite, run on each.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TextId } from '../../src/domain/entry.ts'
import { isRefused, refused, type Verdict } from '../../src/domain/refusal.ts'
import { commitText } from '../../src/log/commitment.ts'
import { type Appended, beginning, type Caught, type ClockRow, type Cursor, type Log, type Stamp } from '../../src/log/log.ts'
import { LogError } from '../../src/log/log-error.ts'
import { engines, type Place } from './engine.ts'
import type { Clock } from './open-log.ts'
import { request, stamp, systemClock, titled } from './samples.ts'

describe.each(engines)('the log on $name', ({ makePlace }) => {
  let place: Place
  let opened: Log[]

  beforeEach(() => {
    place = makePlace()
    opened = []
  })

  afterEach(async () => {
    for (const log of opened) await log.close()
    place.discard()
  })

  const open = (clock: Clock = systemClock) => {
    const log = place.open(clock)
    opened.push(log)
    return log
  }

  const close = async () => {
    for (const log of opened.splice(0)) await log.close()
  }

  describe('appending and catching up', () => {
    it('begins empty', async () => {
      expect(await open().catchUp(beginning)).toEqual({ entries: [], restarted: false, cursor: beginning })
    })

    it('numbers entries without gaps, stamps those of one command alike, and tells another reader the same', async () => {
      const log = open(() => stamp('2026-03-10T09:00:00.000Z', '2019-10-04T09:00'))
      await append(log, 'one', ['a', 'b'])
      const second = await append(log, 'two', ['c'])
      expect(second.entries).toEqual([
        {
          ...titled('c'),
          position: 3,
          place: 3,
          recordedAt: '2026-03-10T09:00:00.000Z',
          recordedOn: '2019-10-04',
          command: 'c3',
          recorder: 'clerk',
        },
      ])
      const caught = await open().catchUp(beginning)
      expect(caught.entries.map(({ position, command }) => [position, command])).toEqual([
        [1, 'c1'],
        [2, 'c1'],
        [3, 'c3'],
      ])
      expect(caught.entries.at(-1)).toEqual(second.entries[0])
      expect(caught.cursor).toEqual(second.cursor)
    })

    it('keeps every field of an entry, and the place that it refills', async () => {
      const whole = titled('b', {
        refills: 1,
        nth: 2,
        time: '10:00' as never,
        publicAt: '2019-12-01T09:00' as never,
        noted: true,
        beside: 1,
        evidence: ['ab' as TextId],
        restsOn: [1],
        source: { title: 'Change Status Report – October 2019', where: 'section 2', reading: 'as printed' },
        fact: 'paper/modification/7/Titled/1',
        event: null,
      })
      const log = open()
      await append(log, 'one', ['a'])
      accepted(await log.append(request('two'), () => [whole]))
      const { refills, ...told } = whole
      const { entries } = await open().catchUp(beginning)
      expect(entries[1]).toMatchObject({ ...told, place: refills, position: 2 })
    })

    it('gives only what is new after a cursor, and nothing new at the head', async () => {
      const log = open()
      const { cursor } = await append(log, 'one', ['a'])
      expect(await log.catchUp(cursor)).toEqual({ entries: [], restarted: false, cursor })
      await append(log, 'two', ['b'])
      expect(titlesOf((await log.catchUp(cursor)).entries)).toEqual(['b'])
    })

    it('shows decide what another process appended, unread so far, and stamps after it', async () => {
      await append(open(), 'one', ['a'])
      let seen: Caught | undefined
      const appended = accepted(
        await open().append(request('two'), (caught) => {
          seen = caught
          return [titled('b')]
        }),
      )
      expect(titlesOf(seen?.entries ?? [])).toEqual(['a'])
      expect(appended.caught).toEqual(seen)
      expect(appended.cursor.position).toBe(2)
    })

    it('takes commands of one process in the order they were given', async () => {
      const log = open()
      const all = await Promise.all(['a', 'b', 'c', 'd'].map((title) => append(log, title, [title])))
      expect(all.map(({ entries }) => entries[0]?.position)).toEqual([1, 2, 3, 4])
    })
  })

  describe('a key', () => {
    it('with the same request gets the first answer, decides nothing, appends nothing', async () => {
      const log = open()
      const first = await append(log, 'one', ['a', 'b'])
      await append(log, 'two', ['c'])
      const again = accepted(await log.append(request('one'), () => expect.unreachable('decided twice')))
      expect(again).toMatchObject({ repeated: true, entries: first.entries, cursor: { position: 3 } })
      expect((await log.catchUp(beginning)).entries).toHaveLength(3)
    })

    it('with the same request after a restart gets the first answer', async () => {
      const first = await append(open(), 'one', ['a'])
      await close()
      expect(accepted(await open().append(request('one'), () => [])).entries).toEqual(first.entries)
    })

    it('with another request is refused', async () => {
      const log = open()
      await append(log, 'one', ['a'])
      const other = await log.append(request('one', { requestHash: 'another' }), () => [titled('b')])
      expect(other).toMatchObject({ refused: 'this key was used for another request', about: ['one'] })
      expect((await log.catchUp(beginning)).entries).toHaveLength(1)
    })

    it('of another principal is another key', async () => {
      const log = open()
      await append(log, 'one', ['a'])
      expect(accepted(await log.append(request('one', { principal: 'other' }), () => [titled('b')])).repeated).toBe(false)
    })

    it('of a command that appended nothing is remembered too', async () => {
      const log = open()
      expect(await append(log, 'nothing', [])).toMatchObject({ entries: [], repeated: false, cursor: beginning })
      expect(accepted(await log.append(request('nothing'), () => [titled('a')]))).toMatchObject({ entries: [], repeated: true })
    })
  })

  describe('leaves nothing', () => {
    const text = commitText('a reason')

    it('of what decide refuses: no entry, no text, no key', async () => {
      const log = open()
      const verdict = await log.append(request('one', { texts: [text] }), () => refused('not now'))
      expect(verdict).toEqual(refused('not now'))
      expect(await log.catchUp(beginning)).toMatchObject({ entries: [] })
      expect(await log.text(text.id)).toBeUndefined()
      expect((await append(log, 'one', ['a'])).repeated).toBe(false)
    })

    it('of what decide throws in, and throws it on', async () => {
      const log = open()
      const bug = new TypeError('a bug')
      const failing = log.append(request('one', { texts: [text] }), () => {
        throw bug
      })
      await expect(failing).rejects.toBe(bug)
      expect(await log.text(text.id)).toBeUndefined()
      expect((await append(log, 'one', ['a'])).entries[0]?.position).toBe(1)
    })

    it('of a command whose second entry cannot be written', async () => {
      const log = open()
      await expect(append(log, 'one', ['a', 'a lone surrogate \ud800'])).rejects.toThrow('surrogate')
      expect((await log.catchUp(beginning)).entries).toEqual([])
    })
  })

  describe('the times of recording', () => {
    it('never decrease when the clock goes back; decide is told the same', async () => {
      const times = [stamp('2026-03-10T09:00:00.000Z', '2026-03-10T09:00'), stamp('2026-03-08T12:00:00.000Z', '2026-03-08T12:00')]
      const log = open(() => times.shift() ?? expect.unreachable())
      await append(log, 'one', ['a'])
      let told: Stamp | undefined
      const appended = await log.append(request('two'), (_, at) => {
        told = at
        return [titled('b')]
      })
      const { recordedAt, recordedOn } = accepted(appended).entries[0] ?? expect.unreachable()
      expect([recordedAt, recordedOn]).toEqual(['2026-03-10T09:00:00.000Z', '2026-03-10'])
      expect(told).toEqual(stamp('2026-03-10T09:00:00.000Z', '2026-03-10T00:00'))
    })

    it('are given by the clock from its row', async () => {
      const rows: (ClockRow | undefined)[] = []
      const log = open((row) => {
        rows.push(row)
        return systemClock()
      })
      await append(log, 'one', ['a'])
      await log.moveClock(row('2019-10-04T09:00'))
      await append(log, 'two', ['b'])
      expect(rows).toEqual([undefined, row('2019-10-04T09:00')])
    })
  })

  describe("the demo's clock", () => {
    it('is not there at first, and is shared', async () => {
      const [log, other] = [open(), open()]
      expect(await log.readClock()).toBeUndefined()
      await log.moveClock(row('2019-10-04T09:00'))
      await other.moveClock(row('2019-11-29T09:00'))
      expect(await log.readClock()).toEqual(row('2019-11-29T09:00'))
    })

    it('only moves forward; the same again leaves it ticking', async () => {
      const log = open()
      await log.moveClock(row('2019-11-29T09:00'))
      await expect(log.moveClock(row('2019-10-04T09:00'))).rejects.toThrow(/shows 2019-11-29T09:00 and only moves forward/)
      await log.moveClock({ ...row('2019-11-29T09:00'), since: '2027-01-01T00:00:00.000Z' })
      expect(await log.readClock()).toEqual(row('2019-11-29T09:00'))
    })
  })

  describe('texts', () => {
    it('come back as they were written, and are not there under another id', async () => {
      const texts = ['', 'plain', 'Ünïcode – £ 👩‍⚖️\u0000\r\n', 'x'.repeat(1_000_000)].map(commitText)
      const log = open()
      accepted(await log.append(request('one', { texts }), () => [titled('a', { evidence: texts.map(({ id }) => id) })]))
      expect(await Promise.all(texts.map(({ id }) => open().text(id)))).toEqual(texts.map(({ bytes }) => Buffer.from(bytes).toString()))
      expect(await log.text('00' as TextId)).toBeUndefined()
    })

    it('of the same words have ids that do not tell', () => {
      expect(commitText('yes').id).not.toBe(commitText('yes').id)
    })

    it('that do not match their id are not given out', async () => {
      const text = commitText('a reason of its own')
      const log = open()
      accepted(await log.append(request('one', { texts: [text] }), () => [titled('a')]))
      await close()
      place.damage('a reason of its own')
      await expect(open().text(text.id)).rejects.toThrow(`text ${text.id}: it does not match its id`)
    })
  })

  describe('a log put back from an older copy', () => {
    const putBack = async (titlesAfter: readonly string[]): Promise<Cursor> => {
      await append(open(), 'one', ['a', 'b'])
      await close()
      const restore = place.keepCopy()
      const lost = await append(open(), 'two', titlesAfter)
      await close()
      restore()
      return lost.cursor
    }

    it('is noticed where it is shorter: all entries are told again', async () => {
      const lost = await putBack(['c'])
      const caught = await open().catchUp(lost)
      expect(caught).toMatchObject({ restarted: true, cursor: { position: 2 } })
      expect(titlesOf(caught.entries)).toEqual(['a', 'b'])
    })

    it('is noticed where other entries came after it, by the next append too', async () => {
      const lost = await putBack(['c'])
      await append(open(), 'other', ['other c', 'd'])
      const { caught } = accepted(await open().append(request('three', { cursor: lost }), () => [titled('e')]))
      expect(caught.restarted).toBe(true)
      expect(titlesOf(caught.entries)).toEqual(['a', 'b', 'other c', 'd'])
    })

    it('is noticed by a process that had it open', async () => {
      await append(open(), 'one', ['a', 'b'])
      await close()
      const restore = place.keepCopy()
      const log = open()
      const { cursor } = await append(log, 'two', ['c'])
      restore()
      expect(await log.catchUp(cursor)).toMatchObject({ restarted: true, cursor: { position: 2 } })
      expect((await append(log, 'three', ['d'])).entries[0]?.position).toBe(3)
    })
  })

  describe('nobody changes what was recorded', () => {
    const changes = [
      ["update entry set leaf = 'x'", 'entries are never updated'],
      ['delete from entry', 'entries are never deleted'],
      ["insert into entry values (9, 'x', 'x')", 'an entry takes the next position'],
      ["update part set bytes = 'x'", 'parts are never updated'],
      ['update text set bytes = salt', 'texts are never updated'],
      ["update command set key = 'x'", 'commands are never updated'],
      ['delete from command', 'commands are never deleted'],
      ['update head set position = 1', 'the head only moves forward'],
      ['delete from head', 'the head is never deleted'],
    ] as const

    it.each(changes)('%s: %s', async (sql, message) => {
      accepted(await open().append(request('one', { texts: [commitText('a')] }), () => [titled('a'), titled('b')]))
      await close()
      expect(() => place.execute(sql)).toThrow(message)
      expect((await open().catchUp(beginning)).entries).toHaveLength(2)
    })
  })

  describe('a damaged log names the entry, in one line', () => {
    const damages = [
      ['envelope', '"position":2,"recordedAt":"2026', 'its envelope does not match its leaf'],
      ['body', 'the second title', 'its body does not match its envelope'],
      ['recorder', 'second clerk', 'its recorder does not match its envelope'],
    ] as const

    it.each(damages)('in its %s', async (_, text, what) => {
      const log = open(() => stamp('2026-03-10T09:00:00.000Z', '2019-10-04T09:00'))
      await append(log, 'one', ['a'])
      accepted(await log.append(request('two', { recorder: 'second clerk' }), () => [titled('the second title')]))
      await append(log, 'three', ['c'])
      await close()
      place.damage(text)
      await expectLine(open().catchUp(beginning), `is damaged at entry 2: ${what}`)
      await expectLine(append(open(), 'four', ['d']), `is damaged at entry 2: ${what}`)
    })

    it('that is not the one the head names', async () => {
      const { cursor } = await append(open(), 'one', ['a', 'b'])
      await close()
      place.execute(`drop trigger head_advances; update head set position = 1 where leaf = '${cursor.leaf}'`)
      await expectLine(open().catchUp(beginning), 'is damaged at entry 1: it is not the one that the head names')
    })

    it.each([
      ['its head is missing', 'drop trigger head_remains; delete from head'],
      ['its clock cannot be read', "insert into clock values (1, 'noon', '2026-01-01T00:00:00Z')"],
      ['its clock cannot be read', "insert into clock values (1, '2019-10-04T09:00', 'then')"],
    ])('or what else of it: %s', async (what, sql) => {
      await append(open(), 'one', ['a'])
      place.execute(sql)
      await expectLine(append(open(), 'two', ['b']), `is damaged: ${what}`)
    })

    it('whose body was taken away', async () => {
      await append(open(), 'one', ['a', 'b'])
      await close()
      place.execute("delete from part where position = 1 and kind = 'body'")
      await expectLine(open().catchUp(beginning), 'is damaged at entry 1: its body does not match')
    })
  })

  it('refuses an event of a newer program, and says so', async () => {
    await append(open(), 'one', ['a'])
    const future = { type: 'Teleported', v: 1 } as never
    await expectLine(
      open().append(request('two'), () => [titled('b', { event: future })]),
      'entry 2, was written by a newer Codicil',
    )
    expect((await open().catchUp(beginning)).entries).toHaveLength(1)
  })
})

async function append(log: Log, key: string, titles: readonly string[]): Promise<Appended> {
  return accepted(await log.append(request(key), () => titles.map((title) => titled(title))))
}

function accepted(verdict: Verdict<Appended>): Appended {
  if (isRefused(verdict)) throw new Error(verdict.refused)
  return verdict
}

function titlesOf(entries: Appended['entries']): readonly unknown[] {
  return entries.map(({ event }) => event?.type === 'Titled' && event.title)
}

function row(shows: string): ClockRow {
  return { shows: shows as ClockRow['shows'], since: '2026-03-10T09:00:00.000Z' }
}

async function expectLine(work: Promise<unknown>, text: string) {
  const error = await work.then(
    () => expect.unreachable('nothing was thrown'),
    (thrown) => thrown,
  )
  expect(error).toBeInstanceOf(LogError)
  expect(error.message).toContain(text)
  expect(error.message).not.toMatch(/\n|SQLITE|ERR_/)
}
