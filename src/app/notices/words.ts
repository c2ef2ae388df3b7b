import { dayOf } from '../../domain/calendar/moment.ts'
import type { Duty } from '../../domain/duty/duty.ts'
import type { Entry, TextId } from '../../domain/entry.ts'
import type { ReferenceGrammar } from '../../domain/modification/reference.ts'
import type { Why } from '../../domain/notice/audience.ts'
import { waitsStill, weeklyDays } from '../../domain/notice/timed.ts'
import { publicReader } from '../../domain/reader.ts'
import type { Matter, Notice } from '../../log/notices.ts'
import { mailText } from '../../report/notices/mail-text.ts'
import { confirmText, reminderText, weeklyText } from '../../report/notices/timed-text.ts'
import type { App } from '../app.ts'
import { summariesIn } from './summaries.ts'
import { stillDue } from './timed.ts'

export type MailWords = { readonly subject: string; readonly text: string }

/** The words of a notice, as they would leave now; undefined where there is nothing to tell any more. */
export async function mailOf(app: App, grammar: ReferenceGrammar, notice: Notice): Promise<MailWords | undefined> {
  const { matter, why } = notice
  if (matter) return timedMail(app, grammar, notice, matter)
  return why === 'confirm' || why === 'weekly' || why === 'reminder' ? undefined : entriesMail(app, grammar, notice, why)
}

async function entriesMail(app: App, grammar: ReferenceGrammar, notice: Notice, why: Why): Promise<MailWords> {
  const { moment } = await app.stamp()
  // What was recorded with it and is not for everybody is not in a mail, either.
  const entries = notice.positions.flatMap((position) => app.live.entries[position - 1] ?? []).filter((entry) => entry.class === 'white')
  const { listensFor } = notice
  const { url } = app.people.settings
  return mailText({
    entries,
    register: app.live.now(moment, publicReader),
    grammar,
    url,
    why,
    listensFor,
    note: await app.notices.note(notice.command),
    texts: await textsOf(app, entries),
    leave: await leaveOf(app, notice),
  })
}

/** What a day brings, as its reader may see it now. A week's mail that the next overtook is not sent. */
async function timedMail(app: App, grammar: ReferenceGrammar, notice: Notice, matter: Matter): Promise<MailWords | undefined> {
  const register = app.live.now((await app.stamp()).moment, publicReader)
  const whole = app.live.whole(register.on)
  const [of] = notice.listensFor
  if (of === undefined) return undefined
  const leave = await leaveOf(app, notice)
  const asked = {
    register,
    grammar,
    url: app.people.settings.url,
    of,
    leave,
    summaries: await summariesIn(app, register),
    waits: (duty: Duty) => waitsStill(whole, duty),
  }
  if (matter.kind === 'confirm') return leave === undefined ? undefined : confirmText(leave)
  if (matter.kind === 'weekly') {
    const last = weeklyDays(register)?.last
    return last !== undefined && dayOf(last) === matter.day ? weeklyText(asked) : undefined
  }
  const duty = stillDue(register, whole, matter)
  return duty && reminderText(asked, duty)
}

/** Where a contact changes what it is told, or leaves. */
async function leaveOf({ notices, people }: App, { recipient }: Notice): Promise<string | undefined> {
  const contact = recipient.startsWith('contact/') ? await notices.contact(recipient.slice('contact/'.length)) : undefined
  return contact && `${people.settings.url}/sec/told/${contact.secret}`
}

async function textsOf(app: App, entries: readonly Entry[]): Promise<ReadonlyMap<TextId, string>> {
  const ids = entries.flatMap(({ event }) => (event?.type === 'ConsultationOpened' && event.text ? [event.text] : []))
  const texts = await Promise.all(ids.map(async (id) => [id, await app.text(id)] as const))
  return new Map(texts.flatMap(([id, text]) => (text === undefined ? [] : [[id, text] as const])))
}
