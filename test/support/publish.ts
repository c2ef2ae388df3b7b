import { recordActs } from '../../src/app/acting/record-acts.ts'
import type { App } from '../../src/app/app.ts'
import { publishedReport } from '../../src/app/publishing/published.ts'
import { waitingIn } from '../../src/domain/acting/waiting.ts'
import { isRefused, type Verdict } from '../../src/domain/refusal.ts'
import { find } from '../../src/domain/register.ts'
import { type PublishedForm, publishedFile } from '../../src/report/published/files.ts'
import { act, administrator, secondAdministrator } from './process.ts'

/** Publishes the report of a month: drafted by one who administers, with what `write` adds, and approved by another. Throws where refused. */
export async function publish(app: App, month: string, write: Parameters<typeof recordActs>[1] = []): Promise<void> {
  const subject = `publication/change-status-${month}` as const
  const acts = [
    act('draft-report', 'publication/new', { month, classification: 'white' }),
    ...write,
    act('approve-for-publication', subject),
  ]
  for (const [index, each] of acts.entries())
    granted(await recordActs(app, [each], { principal: administrator, key: `draft ${month} ${index}` }))
  const { register } = await app.present({ clearance: 'red', embargoed: true, own: [] })
  const waiting = waitingIn(register).find(({ entries }) => entries[0]?.subject === subject)
  const command = { type: 'ConfirmWaiting', waiting: waiting?.id ?? '' } as const
  granted(await app.perform({ principal: secondAdministrator, command, key: `approve ${month}` }))
  granted(await recordActs(app, [act('publish-report', subject)], { principal: administrator, key: `publish ${month}` }))
}

/** A file of a published report, as the site gives it. */
export async function publishedIn(app: App, month: string, form: PublishedForm): Promise<Uint8Array> {
  const publication = find((await app.present()).register, 'publication', `change-status-${month}`)
  const told = publication?.state.published
  if (!publication || !told) throw new Error(`the report of ${month} is not published`)
  return publishedFile(form, await publishedReport(app, publication, told))
}

function granted<T>(verdict: Verdict<T>): T {
  if (isRefused(verdict)) throw new Error(verdict.refused)
  return verdict
}
