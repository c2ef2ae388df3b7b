import { describe, expect, it } from 'vitest'
import { type Returned, returned } from '../../../../test/support/delivery-status.ts'
import { LARGEST_BOUNCE, readDeliveryStatus } from './delivery-status.ts'
import { returnAddress } from './trace.ts'

const id = '7a1f3c52-9a40-4f0e-8d21-0c5b1f6e2a77'
const other = '11111111-2222-4333-8444-555555555555'
const read = (how: Returned | string) => readDeliveryStatus(Buffer.from(typeof how === 'string' ? how : returned(how)))

describe('what a mail server sent back', () => {
  it('tells which recipient it failed for, with its code and words, and what was sent', async () => {
    expect(await read({ messageId: id })).toEqual({
      traces: [id],
      recipients: [{ addresses: ['one@codes.example'], action: 'failed', status: '5.1.1', diagnostic: '550 no such mailbox' }],
    })
  })

  it('is traced by the address to which it came, by its envelope, and by the mail inside; each that it names is told', async () => {
    const traces = async (how: Returned) => ((await read(how)) as { traces: readonly string[] }).traces
    expect(returnAddress('bounces@codes.example', id)).toBe(`bounces+${id}@codes.example`)
    expect(await traces({ to: returnAddress('bounces@codes.example', id) })).toEqual([id])
    expect(await traces({ envelope: id, messageId: id })).toEqual([id])
    expect(await traces({ envelope: id, messageId: other })).toEqual([id, other])
    expect(await traces({ to: 'bounces+1@codes.example', envelope: 'QQ314159' })).toEqual([])
  })

  it('names the recipient as he was given, too, where it was sent on', async () => {
    const onward = await read({
      messageId: id,
      recipient: 'onward@elsewhere.example',
      more: 'Original-Recipient: rfc822;One@Codes.example\r\n',
    })
    expect(onward).toMatchObject({ recipients: [{ addresses: ['one@codes.example', 'onward@elsewhere.example'] }] })
  })

  it.each<[string, Returned | string, string]>([
    ['words alone', 'I am away until Monday', 'it is no delivery status notification (RFC 3464)'],
    ['nothing', '', 'it is no delivery status notification (RFC 3464)'],
    ['bytes', '\u0000\u0001\r\n\r\n\u0000', 'it is no delivery status notification (RFC 3464)'],
    [
      'an answer that only looks like one',
      returned({ messageId: id }).replace('report-type=delivery-status', 'report-type=disposition-notification'),
      'it is no delivery status notification (RFC 3464)',
    ],
    [
      'one without its status',
      returned({ messageId: id }).replace('message/delivery-status', 'text/plain'),
      'it has no part that tells the status of a delivery',
    ],
    ['an action that is none', { messageId: id, action: 'lost' }, 'its status names no recipient, action or code that can be read'],
    ['a code that is none', { messageId: id, status: '550' }, 'its status names no recipient, action or code that can be read'],
    ['a recipient that is none', { messageId: id, recipient: 'nobody' }, 'its status names no recipient, action or code that can be read'],
    ['too much', 'x'.repeat(LARGEST_BOUNCE + 1), 'it is larger than 1 MB'],
  ])('%s is refused in one line', async (_, how, line) => {
    expect(await read(how)).toMatchObject({ refused: `${line}: nothing was changed` })
  })

  it.each([
    ['many parts', `${'--a\r\n\r\nx\r\n'.repeat(5_000)}--a--`],
    [
      'many parts inside each other',
      Array.from({ length: 400 }, (_, at) => `--a\r\ncontent-type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}`).join('\r\n'),
    ],
    ['many groups', `--a\r\ncontent-type: message/delivery-status\r\n\r\n${'A: b\r\n\r\n'.repeat(10_000)}--a--`],
  ])('%s are read at once, and refused', async (_, body) => {
    const began = performance.now()
    const mail = `Content-Type: multipart/report; report-type=delivery-status; boundary=a\r\n\r\n${body}`
    expect(await read(mail)).toMatchObject({ refused: expect.any(String) })
    expect(performance.now() - began).toBeLessThan(3_000)
  })
})
