import { find } from '../../domain/register.ts'
import type { PageContext } from '../context.ts'
import { subjectAsked } from '../subject-asked.ts'
import { notFound } from './problem.tsx'

/** POST: who signed in follows a modification, and is told of every step of it; or follows it no longer. */
export async function takeFollow(context: PageContext) {
  const { account, answer, paths, site } = context.var
  const form: Readonly<Record<string, unknown>> = await context.req.parseBody()
  const subject = subjectAsked(site.grammar, 'modification', String(form.modification ?? ''))
  if (!subject || !find(answer.register, 'modification', subject.slice('modification/'.length))) return notFound(context, site)
  if (!account) return context.redirect(paths.signIn(paths.subject(subject)), 303)
  if (form.follow === 'no') await site.app.notices.unfollow(account.id, subject)
  else await site.app.notices.follow(account.id, subject)
  return context.redirect(paths.subject(subject) ?? paths.home(), 303)
}
