import type { Written } from '../app/acting/read-act.ts'
import type { ActType } from '../domain/acting/acts.ts'
import { idOf, kindOf, type Subject } from '../domain/entry.ts'
import { find, type Register } from '../domain/register.ts'

/** What a form holds when it is opened, where the register tells the likely answer: it is read before it is sent. */
export function presetsOf(type: ActType, subject: Subject, register: Register): Written {
  const state = kindOf(subject) === 'modification' ? find(register, 'modification', idOf(subject))?.state : undefined
  switch (type) {
    case 'Convert':
      // Its Proposer said a path, or the Panel before.
      return { route: 'refinement', ...(state?.path ? { path: state.path.value } : {}) }
    case 'Retitle':
      return state?.title ? { title: state.title.value } : {}
    default:
      return {}
  }
}
