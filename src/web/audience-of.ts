import type { RecordedActs } from '../app/acting/record-acts.ts'
import type { Subject } from '../domain/entry.ts'
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
  if (!would) return { told: await site.app.telling().mayTell(subject, account?.id), exact: false }
  const { register } = await presentFor(context)
  const changes = would.acts.flatMap(({ proposed }) => proposed)
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
  return { told, exact: true, mail }
}
