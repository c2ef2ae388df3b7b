import type { Entry, Subject } from '../../domain/entry.ts'
import { kindOf } from '../../domain/entry.ts'
import { definitionOf } from '../figures/definitions.ts'
import type { DerivedFigure, FigureId, Member } from '../figures/figure.ts'
import { valueText } from '../figures/value-text.ts'
import { type CellDifference, cellDifferences, type TableRow } from './rows.ts'

/** A figure that was published and would be another today, and the entries since then that make it so. */
export type Difference = {
  readonly id: FigureId
  readonly title: string
  readonly published: number | string
  readonly today: number | string
  readonly joined: readonly Member[]
  readonly left: readonly Member[]
  /** Empty where nothing was recorded that changes it: what was under an embargo is not any more. */
  readonly because: readonly Entry[]
}

/** A cell of a table that would say another thing, and why. */
export type RowDifference = CellDifference & { readonly because: readonly Entry[] }

export type Differences = { readonly figures: readonly Difference[]; readonly rows: readonly RowDifference[] }

/** What of a report is compared. */
export type Compared = { readonly figures: readonly DerivedFigure[]; readonly rows: readonly TableRow[] }

type Asked = {
  readonly published: Compared
  readonly known: number
  /** All that the reader may see, to today. */
  readonly entries: readonly Entry[]
  /** The same month as it is told today with what was recorded by a position. */
  readonly drawnAt: (known: number) => Compared
}

/** What would differ if the report were made today, and why: found by making it after each command since. */
export function differencesSince({ published, known, entries, drawnAt }: Asked): Differences {
  const later = entries.filter(({ position }) => position > known)
  const ends = [known, ...later.filter((entry, index) => entry.command !== later[index + 1]?.command).map(({ position }) => position)]
  const kept = new Map<number, Compared>()
  const at = (end: number): Compared => {
    const drawn = kept.get(end) ?? drawnAt(end)
    kept.set(end, drawn)
    return drawn
  }
  const today = at(ends.at(-1) ?? known)
  const steps = stepsBetween(ends, at).map(([from, to]) => ({ before: at(from), after: at(to), entries: between(later, from, to) }))
  return { figures: figuresDiffering(published, today, steps), rows: rowsDiffering(published, today, steps) }
}

/** A command since then that changes something of the report. */
type Step = { readonly before: Compared; readonly after: Compared; readonly entries: readonly Entry[] }

function figuresDiffering(published: Compared, today: Compared, steps: readonly Step[]): readonly Difference[] {
  return today.figures.flatMap((figure) => {
    const { id } = figure
    const before = figureIn(published.figures, id)
    if (before && keyOf(before) === keyOf(figure)) return []
    const [joined, left] = [notIn(figure, before), notIn(before, figure)]
    const because = steps.flatMap((step) => causes(figureIn(step.before.figures, id), figureIn(step.after.figures, id), step.entries))
    return [
      { id, title: definitionOf(id).title, published: before ? toldAs(before) : 'unknown', today: toldAs(figure), joined, left, because },
    ]
  })
}

function rowsDiffering(published: Compared, today: Compared, steps: readonly Step[]): readonly RowDifference[] {
  const changed = steps.map(({ before, after, entries }) => ({ cells: cellDifferences(before.rows, after.rows), entries }))
  return cellDifferences(published.rows, today.rows).map((cell) => {
    const because = changed.flatMap(({ cells, entries }) => (cells.some((each) => isSameCell(each, cell)) ? about(cell, entries) : []))
    return { ...cell, because }
  })
}

const isSameCell = (one: CellDifference, other: CellDifference): boolean =>
  one.table === other.table && one.row === other.row && (!one.column || !other.column || one.column === other.column)

/** Of a command that changes a cell, the entries about what its row is of; else those about what it is counted by. */
function about({ subject }: CellDifference, entries: readonly Entry[]): readonly Entry[] {
  const told = entries.filter(({ noted }) => !noted)
  const own = told.filter((entry) => entry.subject === subject)
  return own.length > 0 ? own : told.filter((entry) => subject === undefined || kindOf(entry.subject) !== 'modification')
}

type Between = readonly [from: number, to: number]

/** The commands that change some figure or some row: halved until each is found. One that a later command undoes whole is not looked for. */
function stepsBetween(ends: readonly number[], at: (end: number) => Compared): readonly Between[] {
  const [first, last] = [ends[0], ends.at(-1)]
  if (first === undefined || last === undefined || first === last || allKeys(at(first)) === allKeys(at(last))) return []
  if (ends.length === 2) return [[first, last]]
  const middle = ends.length >> 1
  return [...stepsBetween(ends.slice(0, middle + 1), at), ...stepsBetween(ends.slice(middle), at)]
}

const between = (entries: readonly Entry[], from: number, to: number) => entries.filter(({ position }) => from < position && position <= to)

/** Of a command that changes a figure, the entries about its members; else those about what a figure is counted by. */
function causes(before: DerivedFigure | undefined, after: DerivedFigure | undefined, entries: readonly Entry[]): readonly Entry[] {
  if (before && after && keyOf(before) === keyOf(after)) return []
  const changed = new Set<Subject>([...notIn(after, before), ...notIn(before, after)].map(({ subject }) => subject))
  const members = new Set<Subject>([...(before?.members ?? []), ...(after?.members ?? [])].map(({ subject }) => subject))
  const told = entries.filter(({ noted }) => !noted)
  for (const subjects of [changed, members]) {
    const about = told.filter(({ subject }) => subjects.has(subject))
    if (about.length > 0) return about
  }
  return told.filter(({ subject }) => kindOf(subject) !== 'modification')
}

const figureIn = (figures: readonly DerivedFigure[], id: FigureId): DerivedFigure | undefined => figures.find((each) => each.id === id)

/** What makes a figure the same: its number, who is in it, and out of whom. */
const keyOf = ({ value, members, others = [] }: DerivedFigure): string =>
  JSON.stringify([value, ...[members, others].map((each) => each.map(memberKey).sort())])

/** A number; of a share, out of how many. */
const toldAs = (figure: DerivedFigure): Difference['today'] => (figure.others ? valueText(figure) : figure.value)

const allKeys = ({ figures, rows }: Compared): string =>
  JSON.stringify([figures.map((figure) => [figure.id, keyOf(figure)]), rows.map(({ table, row, cells }) => [table, row, ...cells])])

const memberKey = ({ subject, item }: Member): string => `${subject} ${item ?? ''}`

function notIn(figure: DerivedFigure | undefined, other: DerivedFigure | undefined): readonly Member[] {
  const known = new Set(other?.members.map(memberKey))
  return (figure?.members ?? []).filter((member) => !known.has(memberKey(member)))
}
