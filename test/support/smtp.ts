import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** What a mail server took in. */
export type TakenMail = {
  readonly from: string
  readonly to: readonly string[]
  readonly text: string
  /** What was asked with its sender and recipient (RFC 3461): `RET=HDRS ENVID=…`. */
  readonly asked: string
}

/** A mail server on the loopback address, which refuses who is called `gone…` and puts off who is called `busy…`: the part of SMTP (RFC 5321) that takes a mail. */
export type TestMailServer = {
  readonly url: string
  readonly taken: readonly TakenMail[]
  /** Resolves once it has taken this many. */
  readonly has: (count: number) => Promise<void>
  readonly stop: () => Promise<void>
}

export async function startMailServer(): Promise<TestMailServer> {
  const taken: TakenMail[] = []
  const waiting: (() => void)[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    talk(socket, (mail) => {
      taken.push(mail)
      for (const each of waiting) each()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    has: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (taken.length >= count) resolve()
        }
        waiting.push(look)
        look()
      }),
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function talk(socket: Socket, take: (mail: TakenMail) => void): void {
  let read = ''
  const none = () => ({ from: '', to: [] as string[], asked: '' })
  let mail = none()
  let isData = false
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 mail.test ESMTP')
  socket.setEncoding('utf8').on('data', (part: string) => {
    read += part
    for (;;) {
      const end = isData ? '\r\n.\r\n' : '\r\n'
      const at = read.indexOf(end)
      if (at < 0) return
      const line = read.slice(0, at)
      read = read.slice(at + end.length)
      if (isData) {
        isData = false
        take({ ...mail, text: plain(line) })
        mail = none()
        say('250 taken')
      } else if (/^MAIL FROM:/i.test(line)) {
        const [, from = '', asked = ''] = /<(.*?)>(.*)/.exec(line) ?? []
        mail = { ...mail, from, asked }
        say('250 ok')
      } else if (/^RCPT TO:/i.test(line)) {
        const [, to = '', asked = ''] = /<(.*?)>(.*)/.exec(line) ?? []
        // By their names: one that is not there, and one whose server is busy.
        if (/^gone/.test(to)) say('550 no such mailbox')
        else if (/^busy/.test(to)) say('451 come again later')
        else {
          mail.to.push(to)
          mail.asked += asked
          say('250 ok')
        }
      } else if (/^DATA/i.test(line)) {
        isData = true
        say('354 go on')
      } else if (/^EHLO/i.test(line)) {
        say('250-mail.test')
        say('250 DSN')
      } else if (/^QUIT/i.test(line)) {
        say('221 bye')
        socket.end()
      } else say('250 mail.test')
    }
  })
}

/** The words of a mail, with what quoted-printable (RFC 2045) did to long lines undone. */
const plain = (data: string): string =>
  data.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
