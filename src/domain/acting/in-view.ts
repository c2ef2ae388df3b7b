import { admit } from '../admit.ts'
import type { Entry, Proposed } from '../entry.ts'
import { type Reader, seerOf } from '../reader.ts'
import { isRefused, type Refused, refused, type Verdict } from '../refusal.ts'
import { same } from '../same.ts'
import type { Act } from './acts.ts'
import { type ActContext, type ActOutcome, cited, type DecidedActs, decideActs, type WhenUnfit } from './decide-acts.ts'

/** The log as who acts sees it, and as it is; and who he is as a reader. */
export type Both = { readonly view: ActContext; readonly whole: ActContext; readonly reader: Reader }

/**
 * Judges acts of somebody from whom something is hidden. What refuses in the log as he sees it is told to him; where that lets them and the
 * whole does not, only that something stands in the way. What is recorded is numbered by the whole; what it tells besides is what his view
 * tells, else it would tell of what is hidden. The outcomes are those of his view.
 */
export function decideInView(acts: readonly Act[], whenUnfit: WhenUnfit, { view, whole, reader }: Both): Verdict<DecidedActs> {
  const told = decideActs(acts, whenUnfit, view)
  if (isRefused(told)) return told
  const fits = admitted(told.proposed, view)
  if (isRefused(fits)) return fits
  const first = acts[0] as Act
  const inTheWay = cited(outOfSight, first, view)
  const standing = told.outcomes.filter(({ waiting }) => !waiting)
  if (standing.length === 0) return told
  const decided = decideActs(
    standing.map(({ act }) => unread(act)),
    whenUnfit,
    { ...whole, reasonsGiven: true },
  )
  if (isRefused(decided)) return inTheWay
  const alike = standing.every(({ proposed }, index) => {
    const other = decided.outcomes[index]
    return (
      other !== undefined && (other.waiting !== undefined || same(toldTo(reader, proposed, whole), toldTo(reader, other.proposed, whole)))
    )
  })
  if (!alike) return inTheWay
  const unfit = decided.outcomes.some(({ waiting }) => waiting)
  // What waits for two reasons is told as one set.
  if (unfit && standing.length < told.outcomes.length) return inTheWay
  const waiting = told.outcomes.flatMap(({ proposed, waiting: why }) => (why ? proposed : []))
  const proposed = [...decided.proposed, ...waiting]
  if (isRefused(admitted(proposed, whole))) return inTheWay
  const outcomes = unfit
    ? decided.outcomes.map((outcome, index) => withoutWhy(standing[index] as ActOutcome, outcome, inTheWay))
    : told.outcomes
  return { proposed, outcomes }
}

/** All that is said of what he may not see. */
export const outOfSight = refused(
  'it cannot be recorded as it is: something that is not public yet stands in the way',
  [],
  ['ask the code administrator, who can tell more'],
)

const admitted = (proposed: readonly Proposed[], { log, now }: ActContext): Verdict<true> =>
  admit(log, log.stamp(proposed, log.nextPosition), now)

/** What he overwrites he has read in his own view, and was judged there. */
function unread(act: Act): Act {
  if (act.recorded?.seen === undefined) return act
  const { seen, ...recorded } = act.recorded
  return { ...act, recorded }
}

/** An act that waits for what he may not see waits without saying for what. */
const withoutWhy = (seen: ActOutcome, { waiting }: ActOutcome, inTheWay: Refused): ActOutcome =>
  waiting ? { ...seen, waiting: inTheWay } : seen

/** Of what would be recorded, what this reader would be told: what is recorded beside it and hidden from him tells him nothing. */
function toldTo(reader: Reader, proposed: readonly Proposed[], { log, now }: ActContext): unknown {
  const entries = log.stamp(proposed, log.nextPosition)
  const sees = seerOf(reader, now, [...log.entries, ...entries])
  return proposed.filter((_, index) => sees(entries[index] as Entry)).map(unnumbered)
}

/** What an entry tells, without the numbers that are given in order: of a new subject, of what is numbered inside one, within its moment. */
function unnumbered({ nth, fact, subject, event, ...told }: Proposed): unknown {
  return { ...told, subject: withoutNumbers(subject), event: withoutNumbers(event) }
}

function withoutNumbers(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/(^|\/)\d+$/, '$1#').replace(/^\d+\//, '#/')
  if (Array.isArray(value)) return value.map(withoutNumbers)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutNumbers(each)]))
}
