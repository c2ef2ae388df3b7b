// A process that appends commands of two entries, one after the other, and says so once each is acknowledged.
// node appender.ts ENGINE ADDRESS NAME COUNT: prints 'ready', waits for a line, prints 'NAME-1 POSITION' and so on.

import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { beginning } from '../../src/log/log.ts'
import { openLog } from './open-log.ts'
import { request, systemClock, titled } from './samples.ts'

const [engine = '', address = '', name = '', count = ''] = process.argv.slice(2)

try {
  const log = openLog(engine, address, systemClock)
  say('ready')
  await once(process.stdin, 'data')
  let cursor = beginning
  for (let n = 1; n <= Number(count); n++) {
    const key = `${name}-${n}`
    const appended = await log.append(request(key, { principal: name, cursor }), () => [titled(`${key} first`), titled(`${key} second`)])
    if ('refused' in appended) throw new Error(appended.refused)
    cursor = appended.cursor
    say(`${key} ${appended.entries[0]?.position}`)
  }
  await log.close()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
process.stdin.destroy()

/** Written at once: what a killed process said, it had been told. */
function say(line: string) {
  writeSync(1, `${line}\n`)
}
