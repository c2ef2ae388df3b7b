import type { Entry, Subject } from '../../domain/entry.ts'
import { kindOf } from '../../domain/entry.ts'
import { definitionOf } from '../figures/definitions.ts'
import type { DerivedFigure, FigureId, Member } from '../figures/figure.ts'
import type { Figures } from '../figures.ts'

/** A figure that was published and would be another today, and the entries since then that make it so. */
export type Difference = {
  readonly id: FigureId
  readonly title: string
  readonly published: number | 'unknown'
  readonly today: number | 'unknown'
  readonly joined: readonly Member[]
  readonly left: readonly Member[]
  /** Empty where nothing was recorded that changes it: what was under an embargo is not any more. */
  readonly because: readonly Entry[]
}

type Asked = {
  readonly published: Figures
  readonly known: number
  /** All that the reader may see, to today. */
  readonly entries: readonly Entry[]
  /** The figures of the same month as they are told today with what was recorded by a position. */
  readonly figuresAt: (known: number) => Figures
}

/** Which figures would differ if the report were made today, and why: found by making it after each command since. */
export function differencesSince({ published, known, entries, figuresAt }: Asked): readonly Difference[] {
  const later = entries.filter(({ position }) => position > known)
  const ends = [known, ...later.filter((entry, index) => entry.command !== later[index + 1]?.command).map(({ position }) => position)]
  const kept = new Map<number, Figures>()
  const at = (end: number): Figures => {
    const figures = kept.get(end) ?? figuresAt(end)
    kept.set(end, figures)
    return figures
  }
  const today = at(ends.at(-1) ?? known)
  const steps = stepsBetween(ends, at)
  return Object.values(today).flatMap((figure) => {
    const before = figureIn(published, figure.id)
    if (before && keyOf(before) === keyOf(figure)) return []
    const [joined, left] = [notIn(figure, before), notIn(before, figure)]
    const because = steps.flatMap(([from, to]) =>
      causes(figureIn(at(from), figure.id), figureIn(at(to), figure.id), between(later, from, to)),
    )
    const { id } = figure
    return [{ id, title: definitionOf(id).title, published: before?.value ?? 'unknown', today: figure.value, joined, left, because }]
  })
}

type Step = readonly [from: number, to: number]

/** The commands that change some figure: halved until each is found. One that a later command undoes whole is not looked for. */
function stepsBetween(ends: readonly number[], at: (end: number) => Figures): readonly Step[] {
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

const figureIn = (figures: Figures, id: FigureId): DerivedFigure | undefined => (figures as Readonly<Record<string, DerivedFigure>>)[id]

/** What makes a figure the same: its number, and who is in it. */
const keyOf = ({ value, members }: DerivedFigure): string => JSON.stringify([value, members.map(memberKey).sort()])

const allKeys = (figures: Figures): string => JSON.stringify(Object.values(figures).map((figure) => [figure.id, keyOf(figure)]))

const memberKey = ({ subject, item }: Member): string => `${subject} ${item ?? ''}`

function notIn(figure: DerivedFigure | undefined, other: DerivedFigure | undefined): readonly Member[] {
  const known = new Set(other?.members.map(memberKey))
  return (figure?.members ?? []).filter((member) => !known.has(memberKey(member)))
}
