import type { BallotHeld } from '../../domain/ballot/ballot.ts'
import type { DerivedFigure } from '../figures/figure.ts'
import { type Counting, counted, type Judged, member, share, type Told, told } from './counting.ts'

const decided = { approve: 'approved', reject: 'rejected', 'send back': 'sent back' } as const

/** Each decision against the last vote to recommend before it. One by a body that decides itself has no recommendation to accord with. */
export function decisionsAccord(counting: Counting): DerivedFigure {
  const all = told(counting, 'Decided').filter(({ event }) => event.outcome !== 'send back')
  const judged = all.flatMap((one): readonly Judged[] => {
    const vote = recommendation(one)
    if (!vote) return []
    const holds = one.event.outcome === vote.event.outcome
    const note = `${decided[one.event.outcome]}, ${holds ? 'as was recommended' : `where ${vote.event.outcome} was recommended`}`
    return [{ member: member(counting, one, note, vote.place), holds }]
  })
  const unvoted = all.filter((one) => one.event.by === counting.authority && !recommendation(one))
  const what = 'the vote to recommend, before the decision'
  return share(counting, 'kpi.decisions.accord', judged, [
    { what, by: 'RecordVote', members: unvoted.map((one) => member(counting, one, decided[one.event.outcome])) },
  ])
}

function recommendation({ found, entry }: Told<'Decided'>): { readonly event: BallotHeld; readonly place: number } | undefined {
  const vote = found.history.findLast(
    ({ event, on }) => event?.type === 'BallotHeld' && event.capacity === 'recommend' && on.to <= entry.on.to,
  )
  return vote?.event?.type === 'BallotHeld' ? { event: vote.event, place: vote.place } : undefined
}

export const sentBack = (counting: Counting): DerivedFigure =>
  counted(
    counting,
    'kpi.reports.sentBack',
    told(counting, 'Decided')
      .filter(({ event }) => event.outcome === 'send back')
      .map((one) => member(counting, one)),
  )
