import { recordActs } from '../../src/app/acting/record-acts.ts'
import type { App } from '../../src/app/app.ts'
import { publishedPaper } from '../../src/app/publishing/published.ts'
import { waitingIn } from '../../src/domain/acting/waiting.ts'
import { yearMonth } from '../../src/domain/calendar/calendar-date.ts'
import { idOf } from '../../src/domain/entry.ts'
import { type PaperOf, publicationSubject } from '../../src/domain/publication/kinds.ts'
import { isRefused, type Verdict } from '../../src/domain/refusal.ts'
import { find } from '../../src/domain/register.ts'
import { type PublishedForm, publishedFile } from '../../src/report/published/files.ts'
import { act, administrator, secondAdministrator } from './process.ts'

type Written = Parameters<typeof recordActs>[1]

/** Publishes a paper of a month: drafted by one who administers, with what `write` adds, and approved by another. Throws where refused. */
export async function publish(app: App, of: string | PaperOf, write: Written = []): Promise<void> {
  const { kind, month } = paperIn(of)
  const subject = publicationSubject({ kind, month })
  const acts = [
    act('draft-report', 'publication/new', { month, paper: kind, classification: 'white' }),
    ...write,
    act('approve-for-publication', subject),
  ]
  for (const [index, each] of acts.entries())
    granted(await recordActs(app, [each], { principal: administrator, key: `draft ${subject} ${index}` }))
  const { register } = await app.present({ clearance: 'red', embargoed: true, own: [] })
  const waiting = waitingIn(register).find(({ entries }) => entries[0]?.subject === subject)
  const command = { type: 'ConfirmWaiting', waiting: waiting?.id ?? '' } as const
  granted(await app.perform({ principal: secondAdministrator, command, key: `approve ${subject}` }))
  granted(await recordActs(app, [act('publish-report', subject)], { principal: administrator, key: `publish ${subject}` }))
}

/** A month alone is that of its report. */
const paperIn = (of: string | PaperOf): PaperOf => (typeof of === 'string' ? { kind: 'change-status', month: yearMonth(of) } : of)

/** A file of a published paper, as the site gives it. */
export async function publishedIn(app: App, of: string | PaperOf, form: PublishedForm): Promise<Uint8Array> {
  const subject = publicationSubject(paperIn(of))
  const publication = find((await app.present()).register, 'publication', idOf(subject))
  const told = publication?.state.published
  if (!publication || !told) throw new Error(`${subject} is not published`)
  return publishedFile(form, await publishedPaper(app, publication, told))
}

function granted<T>(verdict: Verdict<T>): T {
  if (isRefused(verdict)) throw new Error(verdict.refused)
  return verdict
}
