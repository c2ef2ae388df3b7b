// Real processes on one log: what is acknowledged is kept, nobody waits for ever, nothing is half there.
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { beginning } from '../../src/log/log.ts'
import { startAppender, startLimitedAppender } from './child.ts'
import { engines, type Place } from './engine.ts'

const COMMANDS = 200

describe.each(engines)('processes that share a log on $name', { timeout: 60_000 }, (engine) => {
  let place: Place

  beforeEach(() => {
    place = engine.makePlace()
  })

  afterEach(() => place.discard())

  /** The commands in the log, in order: 'NAME-1' and so on. Every one must be whole, and in one piece. */
  async function commandsIn(): Promise<readonly string[]> {
    const log = place.open()
    const { entries } = await log.catchUp(beginning)
    await log.close()
    const titles = entries.map(({ event }) => (event?.type === 'Titled' ? event.title : ''))
    const names = titles.filter((_, index) => index % 2 === 0).map((title) => title.replace(' first', ''))
    expect(entries.map(({ position }) => position)).toEqual(titles.map((_, index) => index + 1))
    expect(titles).toEqual(names.flatMap((name) => [`${name} first`, `${name} second`]))
    return names
  }

  it('loses nothing of two that append at once, and starves neither', async () => {
    const children = ['a', 'b'].map((name) => startAppender(engine, place, name, COMMANDS))
    await Promise.all(children.map(({ ready }) => ready))
    for (const child of children) child.go()
    await Promise.all(children.map(({ ended }) => ended))

    expect(children.map((child) => child.errors())).toEqual(['', ''])
    const commands = await commandsIn()
    const numbers = Array.from({ length: COMMANDS }, (_, index) => index + 1)
    for (const name of ['a', 'b'])
      expect(commands.filter((command) => command.startsWith(name))).toEqual(numbers.map((number) => `${name}-${number}`))
    expect(shareOfSlower(commands)).toBeGreaterThan(COMMANDS / 4)
    // Measured on SQLite: about 300 with the turnstile, at most 41 without it.
    expect(turnsTaken(commands)).toBeGreaterThan(COMMANDS / 2)
  })

  it('keeps every acknowledged command of a process that is killed, and no half of another', async () => {
    const acknowledged: string[] = []
    for (let round = 1; round <= 5; round++) {
      const child = startAppender(engine, place, `round${round}`, 100_000)
      await child.ready
      child.go()
      await child.firstAcknowledged
      await setTimeout(7 + 29 * round)
      child.process.kill('SIGKILL')
      await child.ended
      const told = child.acknowledged().map((line) => line.split(' ')[0] ?? '')
      expect(told.length).toBeGreaterThan(0)
      acknowledged.push(...told)
    }
    const commands = await commandsIn()
    expect(acknowledged.filter((command) => !commands.includes(command))).toEqual([])
    // Of each round, at most the one command that was on its way.
    expect(commands.length - acknowledged.length).toBeLessThanOrEqual(5)
  })

  it('finishes, or starts over, a setting-up that was killed', async () => {
    const usual = await timeToReady()
    for (let round = 0; round < 8; round++) {
      const child = startAppender(engine, place, 'killed', 1)
      await Promise.race([setTimeout(usual * (0.6 + round / 16)), child.ready])
      child.process.kill('SIGKILL')
      await child.ended
      expect(await commandsIn()).toEqual([])
      place.discard()
      place = engine.makePlace()
    }
  })

  it('keeps what was acknowledged when the disk takes no more, and says so in one line', async () => {
    const child = startLimitedAppender(engine, place, 800)
    await child.ready
    child.go()
    await child.ended
    expect(child.errors()).toMatch(/^[^\n]*(disk)[^\n]*\n$/)
    const commands = await commandsIn()
    const told = child.acknowledged().map((line) => line.split(' ')[0])
    expect(told.length).toBeGreaterThan(0)
    expect(commands.slice(0, told.length)).toEqual(told)
  })

  async function timeToReady() {
    const from = performance.now()
    const child = startAppender(engine, place, 'first', 0)
    await child.ready
    const delay = performance.now() - from
    child.go()
    await child.ended
    place.discard()
    place = engine.makePlace()
    return delay
  }
})

/** How many commands the other had in the log when the first of two had all its own there. */
function shareOfSlower(commands: readonly string[]): number {
  const ends = ['a', 'b'].map((name) => commands.indexOf(`${name}-${COMMANDS}`))
  return Math.min(...ends) + 1 - COMMANDS
}

/** How often the log passed from one to the other. */
function turnsTaken(commands: readonly string[]): number {
  return commands.filter((command, index) => index > 0 && command[0] !== commands[index - 1]?.[0]).length
}
