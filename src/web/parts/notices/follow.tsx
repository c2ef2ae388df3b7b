import type { Subject } from '../../../domain/entry.ts'
import { idOf } from '../../../domain/entry.ts'
import type { PageContext } from '../../context.ts'

type Props = { readonly context: PageContext; readonly subject: Subject; readonly follows: boolean }

/** For who signed in: to be told of every step of it, or no longer; for who administers, also what was sent of it to whom. */
export function Follow({ context, subject, follows }: Props) {
  const { account, answer, csrf, paths, principal } = context.var
  if (!account || !answer.isPresent) return null
  return (
    <form method="post" action="/sec/follow" class="govuk-body-s">
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="modification" value={idOf(subject)} />
      <button class="app-link-button" type="submit" name="follow" value={follows ? 'no' : 'yes'}>
        {follows ? 'You follow it: stop' : 'Follow it'}
      </button>
      {principal.roles.includes('administrator') && (
        <>
          {' · '}
          <a class="govuk-link" href={paths.outbox({ about: subject })}>
            What was sent of it
          </a>
        </>
      )}
    </form>
  )
}

/** Whether who signed in follows it. */
export async function isFollowing({ var: { account, site } }: PageContext, subject: Subject): Promise<boolean> {
  if (!account) return false
  return (await site.app.notices.followers()).some((each) => each.account === account.id && each.subject === subject)
}
