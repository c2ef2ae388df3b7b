import type { Header } from 'postal-mime'

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** The address to which a mail comes back: `bounces+<id>@codes.example`, below the address that is set for it. */
export function returnAddress(bounces: string, noticeId: string): string {
  const at = bounces.lastIndexOf('@')
  return `${bounces.slice(0, at)}+${noticeId}${bounces.slice(at)}`
}

/** Where what comes back says to whom it was addressed: as mail servers that hand it over write it. */
const addressed = ['to', 'delivered-to', 'x-original-to', 'envelope-to']

/**
 * The ids of what was sent that a notification names, each once: in the address to which it came, in its envelope's id, and in the
 * Message-ID of the mail inside. They are random, so that none is found by trying.
 */
export function tracesIn(mail: readonly Header[], status: readonly Header[], inside: readonly Header[]): readonly string[] {
  const found = [
    ...mail.filter(({ key }) => addressed.includes(key)).map(({ value }) => new RegExp(`\\+(${id})@`, 'i').exec(value)?.[1]),
    ...named(status, 'original-envelope-id', `^<?(${id})>?$`),
    ...named(inside, 'message-id', `^<(${id})@[^>]*>$`),
  ]
  return [...new Set(found.flatMap((each) => (each === undefined ? [] : [each.toLowerCase()])))]
}

const named = (headers: readonly Header[], key: string, pattern: string) =>
  headers.filter((header) => header.key === key).map(({ value }) => new RegExp(pattern, 'i').exec(value.trim())?.[1])
