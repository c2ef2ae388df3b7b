import type { Written } from '../app/acting/read-act.ts'
import type { ActType } from '../domain/acting/acts.ts'
import { idOf, kindOf, type Subject, type TextId } from '../domain/entry.ts'
import { find, type Register } from '../domain/register.ts'
import { lastSubmitted } from '../domain/submission/submission.ts'
import { submissionOf } from '../domain/submission/submission-of.ts'

type Asked = { readonly type: ActType; readonly subject: Subject }
/** A text that the register names, in clear. */
type TextOf = (id: TextId) => Promise<string | undefined>

/**
 * What a form holds when it is opened, where the register tells the likely answer: it is read before it is sent. `given`: the fields that
 * the address names.
 */
export async function presetsOf({ type, subject }: Asked, register: Register, given: Written, textOf: TextOf): Promise<Written> {
  const state = kindOf(subject) === 'modification' ? find(register, 'modification', idOf(subject))?.state : undefined
  switch (type) {
    case 'Convert':
      // Its Proposer said a path, or the Panel before.
      return { route: 'refinement', ...(state?.path ? { path: state.path.value } : {}) }
    case 'Retitle':
      return state?.title ? { title: state.title.value } : {}
    case 'SubmitAgain':
      return draftOf(register, subject, textOf)
    case 'RaiseDraftProposal':
      return draftOf(register, given.submission as Subject | undefined, textOf)
    default:
      return {}
  }
}

/** What was submitted for review, to go on with. */
async function draftOf(register: Register, subject: Subject | undefined, textOf: TextOf): Promise<Written> {
  const submission = subject && submissionOf({ register }, subject)
  if (!submission) return {}
  const { title, issue, by } = lastSubmitted(submission).value
  return { title: await textOf(title), issue: await textOf(issue), proposer: by }
}
