import { createTransport } from 'nodemailer'
import { returnAddress } from '../notices/bounces/trace.ts'
import type { MailSettings } from './sign-in-settings.ts'

/** A mail server that does not answer is given up after this; whoever waits may ask again. */
const PATIENCE_MILLISECONDS = 20_000

/** `id`: the same mail sent again has the same, so that it is known again. `leave`: where its reader wants no more, with one press (RFC 8058). */
export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly id?: string; readonly leave?: string }
export type Mailer = ReturnType<typeof mailOver>

/** Sends plain text over SMTP, with TLS wherever the server offers it. It connects for each mail, so that nothing is asked at the start. */
export function mailOver({ smtpUrl, from, bounces }: MailSettings) {
  const timeouts = {
    connectionTimeout: PATIENCE_MILLISECONDS,
    greetingTimeout: PATIENCE_MILLISECONDS,
    socketTimeout: PATIENCE_MILLISECONDS,
  }
  const transport = createTransport({ url: smtpUrl, ...timeouts }, { from })
  const host = /@([^@>\s]+)>?\s*$/.exec(from)?.[1] ?? 'codicil'
  /** What comes back leads to what was sent: by its Message-ID, by the id of its envelope where the server keeps one (RFC 3461), and by the address to which it comes. */
  const tracedBy = (id: string, to: string) => ({
    messageId: `<${id}@${host}>`,
    dsn: { id, return: 'headers' as const, notify: ['failure' as const], recipient: to },
    ...(bounces ? { envelope: { from: returnAddress(bounces, id), to } } : {}),
  })
  return {
    /** What the server answered when it took the mail. Throws what it said where it did not, with its `responseCode`. */
    send: async ({ to, subject, text, id, leave }: Mail): Promise<string> => {
      const list = leave
        ? { list: { unsubscribe: { url: leave } }, headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } }
        : {}
      const { response } = await transport.sendMail({ to, subject, text, ...(id ? tracedBy(id, to) : {}), ...list })
      return response
    },
  }
}
