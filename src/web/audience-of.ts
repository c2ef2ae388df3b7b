import type { RecordedActs } from '../app/acting/record-acts.ts'
import type { Subject } from '../domain/entry.ts'
import type { Change } from '../domain/notice/audience.ts'
import { mailText } from '../report/notices/mail-text.ts'
import type { PageContext } from './context.ts'
import type { Audience } from './parts/notices/audience.tsx'
import { presentFor } from './present.ts'

/** Whom a form tells: exactly, where what it would record is known; else at most. */
export async function audienceOfForm(
  context: PageContext,
  subject: Subject,
  would: RecordedActs | undefined,
  note: string,
): Promise<Audience> {
  const { account, site } = context.var
  if (!would) return { told: await site.app.telling().mayTell(subject, account?.id), known: 'at most, before a preview' }
  return audienceOfActs(context, would, note)
}

/** Whom acts tell that are not recorded yet, and the words of the mail. */
export async function audienceOfActs(context: PageContext, would: RecordedActs, note = ''): Promise<Audience> {
  const { account, site } = context.var
  const { register } = await presentFor(context)
  const changes = would.acts.flatMap(({ proposed }) => proposed)
  if (changes.length > 0 && changes.every(({ noted }) => noted)) return audienceOnceStanding(context, changes)
  const told = await site.app.telling().willTell(changes, register, account?.id)
  const [first] = told
  const mail =
    first &&
    mailText({
      entries: changes.filter(({ noted }) => !noted),
      register,
      grammar: site.grammar,
      url: site.app.people.settings.url,
      why: first.why,
      listensFor: first.listener.of,
      note,
      texts: would.texts,
    })
  return { told, known: 'exactly', mail }
}

/** Whom something tells once it stands that waits for a second person, or for what is missing. */
export async function audienceOnceStanding(context: PageContext, changes: readonly Change[]): Promise<Audience> {
  const { account, site } = context.var
  const { register } = await presentFor(context)
  const standing = changes.map(({ subject, event, class: classification }) => ({ subject, event, class: classification }))
  return { told: await site.app.telling().willTell(standing, register, account?.id), known: 'once it stands' }
}
