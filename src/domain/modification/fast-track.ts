import { type Broken, broken, type Given, wordOf } from '../acting/act.ts'
import type { Subject } from '../entry.ts'
import { nameOf } from '../names.ts'
import type { Path } from './events.ts'
import { modificationOf } from './standing-of.ts'

/** Only what the Panel itself raised goes onto the path Fast-Track. Where no source tells who raised it, nothing is broken. */
export function raisedForFastTrack(given: Given, subject: Subject, path: Path): readonly Broken[] {
  const proposer = modificationOf(given, subject)?.proposer?.value
  const only = wordOf(given, 'fast-track-raised-by') as Subject | undefined
  if (path !== 'fast-track' || proposer === undefined || only === undefined || proposer === only) return []
  const [raisedBy, may] = [proposer, only].map((each) => nameOf(given.register, each))
  return [
    broken(
      'fast-track-raised-by',
      `only ${may} raises a Fast-Track Modification, and the Proposer of this is ${raisedBy}`,
      'choose another path',
      `let ${may} raise it`,
    ),
  ]
}
