import { cpSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, type Ended, ownDirectory, type Started, start, startInVain } from '../support/started.ts'

const { directory, remove } = ownDirectory()
const data = join(directory, 'log')
let server: Started
beforeAll(async () => {
  build()
  server = await start(data)
})
afterAll(async () => {
  await server.stop()
  remove()
})

/** Ended with 1 after one line on stderr, which says what to do; nothing on stdout. */
function expectOneLine({ code, stdout, stderr }: Ended, line: RegExp): void {
  expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(/^codicil: [^\n]+\n$/) })
  expect(stderr).toMatch(line)
}

describe('a start', () => {
  it('says in two lines where it serves, what its clock shows and where its log is', () => {
    const [first, second, ...rest] = server.stdout().split('\n')
    expect(first).toMatch(/^Codicil serves the SEC sample register at http:\/\/localhost:\d+ \(its clock shows 4 October 2019\)$/)
    expect(second).toContain(data)
    expect(rest).toEqual([''])
    expect(server.stderr()).toBe('')
  })

  it('listens on loopback only', async () => {
    const { port } = new URL(server.url)
    expect((await fetch(`http://127.0.0.1:${port}/sec/`)).status).toBe(200)
    const outside = Object.values(networkInterfaces()).flatMap(
      (addresses) => addresses?.filter(({ internal, family }) => !internal && family === 'IPv4') ?? [],
    )
    for (const { address } of outside) await expect(fetch(`http://${address}:${port}/sec/`)).rejects.toThrow()
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('ends with 0 on %s, also while a browser holds its connection', async (signal) => {
    const other = await start(join(directory, signal))
    expect((await fetch(other.url, { headers: { connection: 'keep-alive' } })).status).toBe(200)
    const before = Date.now()
    expect(await other.stop(signal)).toMatchObject({ code: 0, stderr: '' })
    expect(Date.now() - before).toBeLessThan(5000)
  })
})

describe('a start that cannot be is told of in one line, with what to do', () => {
  it('on a port in use', async () => {
    const { port } = new URL(server.url)
    const ended = await startInVain({ PORT: port, CODICIL_DATA: data })
    expectOneLine(ended, new RegExp(`port ${port} on 127\\.0\\.0\\.1 is in use: .*PORT=`))
  })

  it('on a port that is none', async () => {
    expectOneLine(
      await startInVain({ PORT: 'abc', CODICIL_DATA: data }),
      /PORT must be a number from 0 to 65535, and is "abc": .*PORT=8081/,
    )
    expectOneLine(await startInVain({ PORT: '99999', CODICIL_DATA: data }), /PORT must be a number from 0 to 65535/)
  })

  it('where the data directory is a file', async () => {
    const file = join(directory, 'file')
    writeFileSync(file, '')
    expectOneLine(await startInVain({ PORT: '0', CODICIL_DATA: file }), /cannot be made/)
  })

  it('where the log is no log, is damaged, or was written by a newer Codicil', async () => {
    const spoilt = async (name: string, spoil: (file: string) => void) => {
      const copy = join(directory, name)
      mkdirSync(copy)
      cpSync(stoppedLog, copy, { recursive: true })
      spoil(join(copy, 'sec.sqlite'))
      return startInVain({ PORT: '0', CODICIL_DATA: copy })
    }
    const stoppedLog = join(directory, 'stopped')
    await (await start(stoppedLog)).stop()

    expectOneLine(await spoilt('garbage', (file) => writeFileSync(file, 'garbage '.repeat(1000))), /is not a log/)
    expectOneLine(await spoilt('cut', (file) => truncateSync(file, 200_000)), /is damaged\. Put back a backup/)
    const newer = (file: string) => {
      const db = new DatabaseSync(file)
      db.exec('pragma user_version = 99')
      db.close()
    }
    expectOneLine(await spoilt('newer', newer), /written by a newer Codicil .*start the newer one/)
  })
})
