import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openApp } from '../../src/app/app.ts'
import { type Cli, expectOneLine, openCli } from '../support/cli.ts'
import { returned } from '../support/delivery-status.ts'

let cli: Cli
let sent: string
beforeAll(async () => {
  cli = openCli()
  const app = await openApp(cli.data)
  const [recipient, address] = ['contact/none', 'one@codes.example']
  const told = { command: 'one', recipient, address, listensFor: [], why: 'wanted', positions: [1] } as const
  await app.notices.add([{ ...told, heldUntil: '2019-10-04T12:00:00.000Z' }])
  sent = (await app.notices.latest(1))[0]?.id ?? ''
  await app.notices.delivered(sent, { state: 'sent', outcome: '250 taken' })
  await app.close()
}, 60_000)
afterAll(() => cli.close())

const file = (name: string, content: string) => {
  const path = join(cli.data, '..', name)
  writeFileSync(path, content)
  return path
}

it('a mail that came back is recorded once, from a file or as a mail server pipes it', async () => {
  const mail = returned({ messageId: sent })
  expect(await cli.run('mail', 'bounced', file('returned.eml', mail))).toMatchObject({
    code: 0,
    stdout: 'one@codes.example: it came back (5.1.1: 550 no such mailbox)\n',
  })
  expect(await cli.run('mail', 'bounced', file('again.eml', mail))).toMatchObject({
    code: 0,
    stdout: 'one@codes.example: that it came back is recorded already; nothing was changed\n',
  })
  const app = await openApp(cli.data)
  expect(await app.notices.notice(sent)).toMatchObject({ state: 'refused', outcome: '5.1.1: 550 no such mailbox' })
  await app.close()
})

it('what cannot be taken is one line, with the exit code that a mail server understands', async () => {
  const bounced = (...words: readonly string[]) => cli.run('mail', 'bounced', ...words)
  expectOneLine(await bounced(file('words.eml', 'I am away')), {
    code: 65,
    line: 'it is no delivery status notification (RFC 3464): nothing was changed',
  })
  expectOneLine(await bounced('no-such-file.eml'), { code: 66, line: 'no-such-file.eml cannot be read' })
  expectOneLine(await bounced('one.eml', 'two.eml'), { code: 64, line: 'too many arguments' })
})
