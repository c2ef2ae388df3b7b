import type { Event, EventType } from '../events.ts'
import type { Milestone } from './plan.ts'

const reached: Readonly<Record<Milestone, readonly EventType[]>> = {
  conversion: ['Converted'],
  'modification report': ['ReportApproved'],
  decision: ['Decided', 'BallotHeld'],
  implementation: ['Implemented'],
}

/** Whether an event is what a milestone waits for; of votes, only those that decide. */
export function reaches(milestone: Milestone, event: Event | null): boolean {
  if (event === null || !reached[milestone].includes(event.type)) return false
  return event.type !== 'BallotHeld' || event.capacity === 'decide'
}
