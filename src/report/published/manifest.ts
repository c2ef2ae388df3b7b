import type { CalendarDate, YearMonth } from '../../domain/calendar/calendar-date.ts'
import type { Moment } from '../../domain/calendar/moment.ts'
import type { Classification, Subject } from '../../domain/entry.ts'
import type { Drawn } from '../../domain/publication/publication.ts'
import { all, type Register, ruleOn } from '../../domain/register.ts'
import { countedBy } from '../figures/counted-by.ts'
import type { DerivedFigure, Member, Unit } from '../figures/figure.ts'
import type { PaperMade } from '../paper-source.ts'
import type { DrawnPaper } from './drawn.ts'

/**
 * What a file carries so that it can be checked without us: from what it was drawn, and every figure with its members and their entries.
 * It says nothing of the file's own bytes: those are compared with what the log gives.
 */
export type Manifest = {
  readonly format: 'codicil-manifest/1'
  readonly code: string
  readonly paper: Subject
  /** Of a quarter, its first. */
  readonly month: YearMonth
  readonly classification: Classification
  readonly known: number
  /** The root of the Merkle tree over the log's first `known` entries (RFC 9162), hex. */
  readonly root: string
  readonly asOf: CalendarDate
  readonly at: Moment
  readonly address: string
  readonly window: Pick<PaperMade['window'], 'from' | 'to' | 'timescalesAsAt'>
  readonly rules: Drawn['rules']
  readonly holidays: number
  readonly figures: readonly ManifestFigure[]
}
export type ManifestFigure = {
  readonly id: string
  readonly v: number
  readonly value: number | 'unknown'
  readonly unit: Unit
  readonly asAt: CalendarDate
  readonly members: readonly ManifestMember[]
  /** Of a share, those of whom it does not hold; what is not told, and of which. */
  readonly others?: readonly ManifestMember[]
  readonly untold?: readonly { readonly what: string; readonly members: readonly ManifestMember[] }[]
}
export type ManifestMember = { readonly subject: Subject; readonly item?: string; readonly places: readonly number[] }

export type Anchor = Pick<Manifest, 'code' | 'known' | 'root' | 'asOf' | 'at' | 'address'>

export function manifestOf({ month, publication, made, register }: DrawnPaper, anchor: Anchor): Manifest {
  const { isSoFar, ...window } = made.window
  return {
    format: 'codicil-manifest/1',
    paper: publication.subject,
    month,
    classification: publication.state.drafted.value.classification,
    ...anchor,
    window,
    rules: rulesRead(register, made),
    holidays: all(register, 'holiday').length,
    figures: made.figures.map(manifestFigure),
  }
}

export const manifestFigure = ({ id, v, value, unit, asAt, members, others, untold }: DerivedFigure): ManifestFigure => ({
  ...{ id, v, value, unit, asAt },
  members: members.map(manifestMember),
  ...(others ? { others: others.map(manifestMember) } : {}),
  ...(untold ? { untold: untold.map((each) => ({ what: each.what, members: each.members.map(manifestMember) })) } : {}),
})

const manifestMember = ({ subject, item, places }: Member): ManifestMember => ({
  subject,
  ...(item === undefined ? {} : { item }),
  places,
})

/** The rows in force that the paper reads: its words, and those by which its figures are counted. */
function rulesRead(register: Register, { figures, window, reads }: PaperMade): Drawn['rules'] {
  const counting = new Set(figures.flatMap(({ id }) => countedBy(id).rows))
  return all(register, 'rule').flatMap(({ id }) => {
    const inForce = reads(id) || counting.has(id) ? ruleOn(register, id, window.to) : undefined
    return inForce ? [{ row: id, place: inForce.place }] : []
  })
}
