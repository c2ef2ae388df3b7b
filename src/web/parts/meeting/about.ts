import { nameOf } from '../../../domain/names.ts'
import { all, type Found } from '../../../domain/register.ts'
import type { About } from '../../../report/meeting/paper.ts'
import type { PageContext } from '../../context.ts'

/** What the documents of a meeting say of themselves: who makes them, of which meeting they are, and as at which day. */
export function aboutMeeting({ var: { answer } }: PageContext, meeting: Found<'meeting'>): About {
  const administrator = all(answer.register, 'body').find(({ state }) => state.capacities.includes('administer'))
  return {
    author: administrator?.state.name.value ?? 'The code administrator',
    reference: nameOf(answer.register, meeting.subject),
    date: answer.asof,
  }
}
