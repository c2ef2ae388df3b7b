import type { DerivedFigure } from '../figures/figure.ts'
import { consultations, respondents, withoutCosts } from './consultations.ts'
import type { Counting } from './counting.ts'
import { decisionsAccord, sentBack } from './decisions.ts'
import { costsDifference, durations } from './durations.ts'
import { meetingPapersLate, papersLate } from './papers-late.ts'
import { extensions, onTimetable } from './timetables.ts'

/** In the order of the common form of the code administrators. */
export const kpis = (counting: Counting): readonly DerivedFigure[] => [
  decisionsAccord(counting),
  sentBack(counting),
  consultations(counting),
  respondents(counting),
  papersLate(counting),
  meetingPapersLate(counting),
  onTimetable(counting),
  extensions(counting),
  ...durations(counting),
  withoutCosts(counting),
  costsDifference(counting),
]
