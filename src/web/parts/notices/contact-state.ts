import type { Contact } from '../../../log/notices.ts'
import type { PageContext } from '../../context.ts'
import { atClock } from '../at-clock.ts'

/** Whether something is sent to a contact, and why not. */
export type ContactState = 'confirmed' | 'unconfirmed' | 'bouncing' | 'left'

export function stateOf({ verifiedAt, bouncedAt, leftAt }: Contact): ContactState {
  if (leftAt !== undefined) return 'left'
  if (bouncedAt !== undefined) return 'bouncing'
  return verifiedAt === undefined ? 'unconfirmed' : 'confirmed'
}

/** What each is called on the list, by which it is chosen. */
export const stateWord: Record<ContactState, string> = {
  confirmed: 'Confirmed',
  unconfirmed: 'Not confirmed yet',
  bouncing: 'Mail comes back',
  left: 'Left',
}

/** The state with what there is to tell of it: by what it was confirmed, what came back and when. */
export function stateText(context: PageContext, contact: Contact): string {
  const { verifiedAt, evidence, bouncedAt, bounce, leftAt } = contact
  const when = (at: string | undefined) => (at === undefined ? '' : ` on ${atClock(context, at)}`)
  switch (stateOf(contact)) {
    case 'left':
      return `Left${when(leftAt)}`
    case 'bouncing':
      return `Mail comes back${when(bouncedAt)}: ${bounce ?? ''}`
    case 'unconfirmed':
      return stateWord.unconfirmed
    case 'confirmed':
      return `Confirmed${when(verifiedAt)}${evidence === undefined ? ', by its link' : `: ${evidence}`}`
  }
}
