import PostalMime, { type Email, type Header } from 'postal-mime'
import { refused, type Verdict } from '../../../domain/refusal.ts'
import { parseEmail } from '../../people/accounts.ts'
import { tracesIn } from './trace.ts'

/** In bytes: what comes back may hold the whole of a mail of ours, which is plain text. */
export const LARGEST_BOUNCE = 1_000_000
/** Headers of every part together: a mail server adds some dozen lines. */
const LARGEST_HEADERS = 100_000

/** What a mail server says became of a mail to one recipient (RFC 3464). */
export type RecipientStatus = {
  /** As it was given to the mail server, and as it was sent on to, in lower case. */
  readonly addresses: readonly string[]
  readonly action: Action
  /** Such as `5.1.1` (RFC 3463). */
  readonly status: string
  readonly diagnostic?: string
}
export type DeliveryStatus = {
  /** The ids of what was sent, from the address to which it came back, its envelope and the header of the mail inside. */
  readonly traces: readonly string[]
  readonly recipients: readonly RecipientStatus[]
}

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const
export type Action = (typeof actions)[number]

/** Reads a delivery status notification, and nothing else: an answer, a note of absence or a mail that only looks like one is refused. */
export async function readDeliveryStatus(bytes: Uint8Array): Promise<Verdict<DeliveryStatus>> {
  if (bytes.length > LARGEST_BOUNCE) return no(`it is larger than ${LARGEST_BOUNCE / 1_000_000} MB`)
  const mail = await parsed(bytes)
  if (!mail || !isReport(mail.headers)) return no('it is no delivery status notification (RFC 3464)')
  const status = partOf(mail, 'message/delivery-status')
  if (!status) return no('it has no part that tells the status of a delivery')
  const [ofMessage = [], ...ofRecipients] = await groupsIn(status)
  const recipients = ofRecipients.map(recipientIn)
  const read = recipients.filter((each) => each !== undefined)
  if (read.length === 0 || read.length < recipients.length) return no('its status names no recipient, action or code that can be read')
  const [inside = []] = await groupsIn(partOf(mail, 'message/rfc822') ?? partOf(mail, 'text/rfc822-headers') ?? '')
  return { traces: tracesIn(mail.headers, ofMessage, inside), recipients: read }
}

const no = (why: string) =>
  refused(`${why}: nothing was changed`, ['mail'], ['give what a mail server sent back, as it came', 'or say by hand that it came back'])

const parsed = (bytes: Uint8Array | string): Promise<Email | undefined> =>
  PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 8, maxHeadersSize: LARGEST_HEADERS }).catch(() => undefined)

const fieldOf = (headers: readonly Header[], key: string): string | undefined => headers.find((header) => header.key === key)?.value.trim()

const isReport = (headers: readonly Header[]): boolean => {
  const type = fieldOf(headers, 'content-type') ?? ''
  return /^multipart\/report\b/i.test(type) && /;\s*report-type\s*=\s*"?delivery-status\b/i.test(type)
}

function partOf({ attachments }: Email, type: string): string | undefined {
  const content = attachments.find(({ mimeType }) => mimeType === type)?.content
  return content === undefined || typeof content === 'string' ? content : new TextDecoder().decode(content)
}

/** Groups of fields, a blank line between them, as headers are written (RFC 3464, 2.1.1). */
async function groupsIn(text: string): Promise<readonly (readonly Header[])[]> {
  const groups = text.split(/\r?\n(?:[ \t]*\r?\n)+/).filter((group) => group.trim() !== '')
  return Promise.all(groups.slice(0, 100).map(async (group) => (await parsed(`${group.trimEnd()}\r\n\r\n`))?.headers ?? []))
}

function recipientIn(headers: readonly Header[]): RecipientStatus | undefined {
  const action = actions.find((each) => each === fieldOf(headers, 'action')?.toLowerCase())
  const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fieldOf(headers, 'status') ?? '')?.[0]
  const addresses = ['original-recipient', 'final-recipient'].flatMap((key) => addressIn(fieldOf(headers, key)) ?? [])
  if (!action || !status || addresses.length === 0) return undefined
  const diagnostic = fieldOf(headers, 'diagnostic-code')?.replace(/^[\w-]+;\s*/, '')
  return { addresses, action, status, ...(diagnostic ? { diagnostic: diagnostic.replace(/\s+/g, ' ').slice(0, 500) } : {}) }
}

/** `rfc822; name@example.org`, or, of an address that is not all ASCII, `utf-8; …`. */
const addressIn = (value = ''): string | undefined => parseEmail(value.replace(/^(rfc822|utf-8)\s*;/i, '').replace(/[<>]/g, ''))
