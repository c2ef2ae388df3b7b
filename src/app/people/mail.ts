import { createTransport } from 'nodemailer'
import type { MailSettings } from './sign-in-settings.ts'

/** A mail server that does not answer is given up after this; whoever waits may ask again. */
const PATIENCE_MILLISECONDS = 20_000

export type Mail = { readonly to: string; readonly subject: string; readonly text: string }
export type Mailer = ReturnType<typeof mailOver>

/** Sends plain text over SMTP, with TLS wherever the server offers it. It connects for each mail, so that nothing is asked at the start. */
export function mailOver({ smtpUrl, from }: MailSettings) {
  const timeouts = {
    connectionTimeout: PATIENCE_MILLISECONDS,
    greetingTimeout: PATIENCE_MILLISECONDS,
    socketTimeout: PATIENCE_MILLISECONDS,
  }
  const transport = createTransport({ url: smtpUrl, ...timeouts }, { from })
  return {
    send: async (mail: Mail): Promise<void> => {
      await transport.sendMail(mail)
    },
  }
}
