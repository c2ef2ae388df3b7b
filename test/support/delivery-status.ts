/** What a mail server sends back of one mail, as RFC 3464 has it: typed after the examples of its appendix E. */
export type Returned = {
  /** To which address it comes. */
  readonly to?: string
  readonly envelope?: string
  readonly messageId?: string
  readonly recipient?: string
  readonly action?: string
  readonly status?: string
  readonly more?: string
}

export function returned({ to = 'codicil@codes.example', envelope, messageId, ...of }: Returned): string {
  const { recipient = 'one@codes.example', action = 'failed', status = '5.1.1', more = '' } = of
  const lines = [
    'From: Mail Delivery Subsystem <MAILER-DAEMON@mail.test>',
    `To: <${to}>`,
    'Subject: Returned mail: see transcript for details',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '  boundary="RAA14128.773615765/mail.test"',
    '',
    '--RAA14128.773615765/mail.test',
    '',
    'The original message was received at Sat, 2 Jul 1994 17:10:28 -0400',
    '',
    '--RAA14128.773615765/mail.test',
    'content-type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.test',
    ...(envelope ? [`Original-Envelope-Id: ${envelope}`] : []),
    '',
    `Final-Recipient: RFC822;${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 no such',
    ' mailbox',
    more,
    '--RAA14128.773615765/mail.test',
    'content-type: message/rfc822',
    '',
    ...(messageId ? [`Message-ID: <${messageId}@codes.example>`] : []),
    'From: codicil@codes.example',
    'Subject: MP079: a consultation was issued',
    '',
    'Some words',
    '',
    '--RAA14128.773615765/mail.test--',
    '',
  ]
  return lines.join('\r\n')
}
