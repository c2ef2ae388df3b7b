import { fits, type Given, type Unfit, unfit } from '../acting/act.ts'
import { idOf, kindOf, type Subject } from '../entry.ts'
import { find, type Register } from '../register.ts'
import type { Modification, Standing } from './modification.ts'

/** The modification that an act is about, as it stands just before. */
export const modificationOf = ({ register }: { readonly register: Register }, subject: Subject): Modification | undefined =>
  kindOf(subject) === 'modification' ? find(register, 'modification', idOf(subject))?.state : undefined

/** Whether it stands in one of these stages, or where no source tells its stage: what is not known refuses nothing. */
export function standsIn(given: Given, subject: Subject, ...stages: readonly Standing['stage'][]): true | Unfit {
  const modification = modificationOf(given, subject)
  if (!modification) return unfit(`nothing is known of ${subject} on that day`, 'raise it first, or give the day on which it was there')
  const { stage } = modification.standing.value
  if (stage === 'unknown' || stages.includes(stage)) return fits
  const wanted = stages.map(stageName).join(' or ')
  const is =
    stage === 'ended' ? `it ended (${(modification.standing.value as { outcome: string }).outcome})` : `it is in ${stageName(stage)}`
  return unfit(`this is done in ${wanted}, and ${is}`, `give the day on which it was in ${wanted}, if it was done then`)
}

const stageName = (stage: Standing['stage']): string => stage.replace(/^./, (letter) => letter.toUpperCase())
