import { z } from 'zod'
import { oneKindOf, strict, word } from '../field-schemas.ts'

const stage = <const S extends string>(name: S) => z.literal(name)

/** Where a modification stands, as an attestation tells it. */
export const standing = oneKindOf('stage', [
  strict({ stage: stage('define'), step: word('raised', 'ready for conversion') }),
  strict({ stage: stage('refine'), step: word('refinement', 'report') }),
  strict({ stage: stage('opine'), step: word('report consultation', 'vote', 'with the authority') }),
  strict({ stage: stage('release'), step: word('awaiting implementation') }),
  strict({ stage: stage('ended'), outcome: word('implemented', 'refused', 'rejected', 'withdrawn', 'superseded', 'reversed') }),
  strict({ stage: stage('unknown') }),
])
