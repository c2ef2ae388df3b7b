import { isRefused, refused, type Verdict } from '../../../domain/refusal.ts'
import type { Notice } from '../../../log/notices.ts'
import type { Instant } from '../../../log/people.ts'
import type { App } from '../../app.ts'
import { type RecipientStatus, readDeliveryStatus } from './delivery-status.ts'

/** That a mail came back: when, why, and whether for good. */
export type CameBack = { readonly at: Instant; readonly why: string; readonly forGood: boolean }
/** What became of a notification: recorded, or known already, or nothing to record; each is said in one line. */
export type Bounced = { readonly did: 'recorded' | 'known already' | 'nothing'; readonly says: string }

/** Takes what a mail server sent back after it had taken a mail. What matches nothing that was sent is refused and changes nothing. */
export async function takeBounce(app: App, bytes: Uint8Array): Promise<Verdict<Bounced>> {
  const read = await readDeliveryStatus(bytes)
  if (isRefused(read)) return read
  const notice = await sentAs(app, read.traces)
  if (isRefused(notice)) return notice
  const told = read.recipients.find(({ addresses }) => addresses.some((address) => isSentTo(notice, address)))
  if (!told) return stranger('it tells of another recipient than the one to whom that was sent')
  const { action, status, diagnostic = status } = told
  if (action !== 'failed') return { did: 'nothing', says: `${notice.address}: ${says[action]}; nothing was changed` }
  const why = diagnostic === status ? status : `${status}: ${diagnostic}`
  return cameBack(app, notice, { at: app.people.now(), why, forGood: status.startsWith('5') })
}

const says: Record<Exclude<RecipientStatus['action'], 'failed'>, string> = {
  delayed: 'it is delayed, and the mail server still tries',
  delivered: 'it was delivered',
  relayed: 'it was handed on',
  expanded: 'it was handed on to several',
}

/** The one notice that all of these name. */
async function sentAs(app: App, traces: readonly string[]): Promise<Verdict<Notice>> {
  const [trace] = traces
  if (trace === undefined) return stranger('it names nothing that was sent from here')
  if (traces.length > 1) return stranger('it names several things that were sent')
  return (await app.notices.notice(trace)) ?? stranger('it names something that was never sent from here')
}

const stranger = (why: string) => refused(`${why}: nothing was changed`, ['mail'], ['give what a mail server sent back, as it came'])

const isSentTo = ({ address, before }: Notice, told: string): boolean => [address, ...before.map((tried) => tried.address)].includes(told)

/**
 * Records that a mail came back, against what was sent; what the mail server had said before is kept. For good: nothing more is sent to
 * that address until it is confirmed again.
 */
export async function cameBack(app: App, notice: Notice, { at, why, forGood }: CameBack): Promise<Verdict<Bounced>> {
  const { id, address, state, doneAt } = notice
  if (state === 'refused' || state === 'given up')
    return { did: 'known already', says: `${address}: that it came back is recorded already; nothing was changed` }
  const isRecorded = await app.notices.cameBack(id, { state: forGood ? 'refused' : 'given up', outcome: why, at })
  if (!isRecorded) return refused(`${address}: it was not sent yet: nothing was changed`, ['mail'], ['wait until it was sent'])
  if (forGood) await stopSending(app, notice, { bouncedAt: at, bounce: why, sentAt: doneAt })
  return { did: 'recorded', says: `${address}: it came back (${why})` }
}

type Stopped = { readonly bouncedAt: Instant; readonly bounce: string; readonly sentAt?: Instant | undefined }

/** Nothing more is sent to the contact until it is confirmed again; one that has another address since, or confirmed since, stays as it is. */
export async function stopSending({ notices }: App, { recipient, address }: Notice, { bouncedAt, bounce, sentAt }: Stopped): Promise<void> {
  const contact = recipient.startsWith('contact/') ? await notices.contact(recipient.slice('contact/'.length)) : undefined
  if (!contact || contact.address !== address || (sentAt !== undefined && (contact.verifiedAt ?? '') > sentAt)) return
  await notices.saveContact({ ...contact, bouncedAt, bounce })
}
