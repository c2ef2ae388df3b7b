import { nameOf } from '../../../domain/names.ts'
import { all, type Found, type Register } from '../../../domain/register.ts'
import type { About } from '../../../report/meeting/paper.ts'
import type { PageContext } from '../../context.ts'

/** What the documents of a meeting say of themselves: who makes them, of which meeting they are, and as at which day. */
export function aboutMeeting({ var: { answer } }: PageContext, meeting: Found<'meeting'>): About {
  return {
    author: administratorIn(answer.register),
    reference: nameOf(answer.register, meeting.subject),
    date: answer.asof,
  }
}

/** Who makes the documents: the body that administers the code, by its name. */
export const administratorIn = (register: Register): string =>
  all(register, 'body').find(({ state }) => state.capacities.includes('administer'))?.state.name.value ?? 'The code administrator'
