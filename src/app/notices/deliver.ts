import { randomUUID } from 'node:crypto'
import type { Moment } from '../../domain/calendar/moment.ts'
import type { ReferenceGrammar } from '../../domain/modification/reference.ts'
import type { Delivered, Notice } from '../../log/notices.ts'
import type { App } from '../app.ts'
import { earlier } from '../people/sessions.ts'
import { stopSending } from './bounces/came-back.ts'
import { collect } from './collect.ts'
import { collectTimed } from './timed.ts'
import { type MailWords, mailOf } from './words.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** Who has the lease sends; when its holder is gone, another takes it after this. */
const LEASE_MILLISECONDS = MINUTE
/** What was being sent when its process ended is sent again after this, under the same id: longer than a mail server is waited for. */
const RESUMED_MILLISECONDS = 10 * MINUTE
/** When a mail server does not take a mail now, it is tried again after these; then it is given up: some four days. */
const waits = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR, 24 * HOUR, 24 * HOUR]

export type Deliverer = { readonly run: () => Promise<void> }

/** Sends what may leave: one process at a time does, and it may be any. `run` is called again and again. */
export function delivererOf(app: App, grammar: ReferenceGrammar): Deliverer {
  const holder = randomUUID()
  let running: Promise<void> | undefined
  let looked: Moment | undefined
  const hasLease = () => app.notices.lease('mail', holder, earlier(app.people.now(), -LEASE_MILLISECONDS))
  const sweep = async (): Promise<void> => {
    if (!(await hasLease())) return
    await collect(app)
    const { moment } = await app.stamp()
    // A day brings nothing new within a minute.
    if (moment !== looked) await collectTimed(app)
    looked = moment
    for (const notice of await app.notices.due(app.people.now(), moment)) {
      if (!app.people.mail && notice.address !== undefined && !app.isDemo()) continue // waits until a mail server is set up
      if (!(await hasLease())) return
      if (await app.notices.take(notice.id, earlier(app.people.now(), -RESUMED_MILLISECONDS))) await sendOne(app, grammar, notice)
    }
  }
  return {
    run: () => {
      running ??= sweep().finally(() => {
        running = undefined
      })
      return running
    },
  }
}

async function sendOne(app: App, grammar: ReferenceGrammar, notice: Notice): Promise<void> {
  const mail = await mailOf(app, grammar, notice)
  if (!mail) {
    await app.notices.delivered(notice.id, { state: 'dropped', outcome: 'answered before it left, or overtaken' })
    return
  }
  await app.notices.delivered(notice.id, { ...mail, ...(await tried(app, notice, mail)), moment: (await app.stamp()).moment })
}

async function tried(app: App, notice: Notice, { subject, text }: MailWords): Promise<Delivered> {
  const { mail, now } = app.people
  if (app.isDemo() && !mail) return { state: 'shown', outcome: 'a demonstration sends nothing: this is what would have been sent' }
  if (notice.address === undefined) return { state: 'shown', outcome: 'the account has no address: it is told on its front page' }
  if (!mail) return { state: 'held', outcome: 'no mail server is set up', nextTry: now() }
  const leave = /^Change what you are told, or leave: (\S+)$/m.exec(text)?.[1]
  const sent = await mail.send({ to: notice.address, subject, text, id: notice.id, ...(leave ? { leave } : {}) }).then(
    (response) => ({ response }),
    (error: unknown) => ({ error: error as MailError }),
  )
  if ('response' in sent) return { state: 'sent', outcome: sent.response }
  return failed(app, notice, sent.error)
}

type MailError = Error & { readonly responseCode?: number }

/** Refused for good: mail to that address comes back. Anything else is tried again, later and later. */
async function failed(app: App, notice: Notice, { message, responseCode = 0 }: MailError): Promise<Delivered> {
  if (responseCode >= 500) {
    await stopSending(app, notice, { bouncedAt: app.people.now(), bounce: message })
    return { state: 'refused', outcome: message }
  }
  const wait = waits[notice.tries]
  if (wait === undefined) return { state: 'given up', outcome: `tried ${notice.tries + 1} times: ${message}` }
  return { state: 'held', outcome: `not taken yet: ${message}`, nextTry: earlier(app.people.now(), -wait) }
}
