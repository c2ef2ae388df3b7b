import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../domain/entry.ts'
import { type Envelope, seal, unseal } from './envelope.ts'

const entry = {
  position: 3,
  recordedAt: '2026-03-10T09:00:00.000Z',
  recordedOn: '2019-10-04',
  command: 'c3',
  recorder: 'clerk',
  place: 1,
  on: { from: '2019-10-01', to: '2019-10-01', basis: 'stated' },
  receivedAt: '2019-10-04T09:00',
  capacity: { by: 'unknown' },
  subject: 'modification/7',
  event: { type: 'Titled', v: 1, title: 'a title' },
  class: 'white',
} as unknown as Entry

describe('a sealed entry', () => {
  it('is canonical JSON of the public fields, with nothing of the body in it', () => {
    const sealed = seal('sec', entry)
    const envelope = JSON.parse(sealed.envelope) as Envelope
    expect(sealed.envelope).toBe(
      `{"body":"${envelope.body}","code":"sec","command":"c3","position":3,"recordedAt":"2026-03-10T09:00:00.000Z",` +
        `"recordedOn":"2019-10-04","recorder":"${envelope.recorder}","v":1}`,
    )
  })

  it('has the leaf of RFC 9162 and commitments of SHA-256(0x02, salt, bytes), each salt 32 bytes', () => {
    const { envelope, leaf, body, recorder } = seal('sec', entry)
    const sha256 = (...pieces: (string | Buffer)[]) => pieces.reduce((sum, piece) => sum.update(piece), createHash('sha256')).digest('hex')
    expect(leaf).toBe(sha256('\u0000', envelope))
    const named = JSON.parse(envelope) as Envelope
    expect(named.body).toBe(sha256('\u0002', Buffer.from(body.salt, 'hex'), body.bytes))
    expect(named.recorder).toBe(sha256('\u0002', Buffer.from(recorder.salt, 'hex'), recorder.bytes))
    expect([body.salt, recorder.salt].map((salt) => salt.length)).toEqual([64, 64])
  })

  it('of the same entry has other commitments each time', () => {
    expect(seal('sec', entry).leaf).not.toBe(seal('sec', entry).leaf)
  })

  it('gives back any event that JSON can hold, as it was', () => {
    // RFC 8785 writes -0 as 0, and so does JSON.stringify.
    const json = fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }).map((value) => JSON.parse(JSON.stringify(value)))
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), json), fc.string({ unit: 'grapheme' }), (fields, recorder) => {
        const event = { ...fields, type: 'Titled', v: 1 } as never
        const given: Entry = { ...entry, event, recorder }
        expect(unseal('the log', seal('sec', given))).toEqual(given)
      }),
    )
  })

  it('refuses any other text in the place of its own', () => {
    const sealed = seal('sec', entry)
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const part of ['body', 'recorder'] as const)
          expect(() => unseal('the log', { ...sealed, [part]: { ...sealed[part], bytes: text } })).toThrow(
            `entry 3: its ${part} does not match`,
          )
      }),
    )
  })

  it('refuses the envelope of another entry', () => {
    const other = seal('sec', { ...entry, position: 4 })
    expect(() => unseal('the log', { ...other, position: 3 })).toThrow('entry 3: its envelope is that of entry 4')
  })
})
