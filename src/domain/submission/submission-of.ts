import { idOf, kindOf, type Subject } from '../entry.ts'
import { find, type Register } from '../register.ts'
import type { Submission } from './submission.ts'

/** The draft that an act is about, as it stands just before. */
export const submissionOf = ({ register }: { readonly register: Register }, subject: Subject): Submission | undefined =>
  kindOf(subject) === 'submission' ? find(register, 'submission', idOf(subject))?.state : undefined
