import { randomUUID } from 'node:crypto'
import { type Refused, refused } from '../../../domain/refusal.ts'

/** What is shown of a form that was refused: why, and the key with which it is sent next. */
export type ShownAgain = { readonly refusal: Refused; readonly key: string }

/**
 * A form that was recorded, changed (by the way back of the browser) and sent again has a key that is spent. It is given another, and its
 * sender is told so in plain words: he knows nothing of keys.
 */
export function shownAgain(refusal: Refused, key: string): ShownAgain {
  if (!refusal.about.includes(key)) return { refusal, key }
  const plain = refused(
    'this form was sent before, with something else in it, and that was recorded',
    [],
    ['look at what was recorded; send this again if it is to be recorded as well'],
  )
  return { refusal: plain, key: randomUUID() }
}
