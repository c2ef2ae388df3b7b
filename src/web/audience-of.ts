import type { RecordedActs } from '../app/acting/record-acts.ts'
import { mayTell, willTell } from '../app/notices/audience.ts'
import type { Subject } from '../domain/entry.ts'
import { mailText } from '../report/notices/mail-text.ts'
import type { PageContext } from './context.ts'
import type { Audience } from './parts/notices/audience.tsx'

/** Whom a form tells: exactly, where what it would record is known; else at most. */
export async function audienceOfForm(
  context: PageContext,
  subject: Subject,
  would: RecordedActs | undefined,
  note: string,
): Promise<Audience> {
  const { account, site } = context.var
  if (!would) return { told: await mayTell(site.app, subject, account?.id), exact: false }
  const { moment } = await site.app.stamp()
  const register = site.app.live.whole(moment)
  const changes = would.acts.flatMap(({ proposed }) => proposed)
  const told = await willTell(site.app, changes, register, account?.id)
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
  return { told, exact: true, mail }
}
