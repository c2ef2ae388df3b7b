import { decimal } from '../../figures/mean.ts'
import { type Finding, finding } from '../finding.ts'
import type { PaperRead } from '../reading/read-paper.ts'
import type { SummaryRow } from '../reading/tables.ts'
import type { WrongDuration } from './durations.ts'
import type { Explained, Rounding } from './explained.ts'

const roundings: readonly { readonly name: Exclude<Rounding, 'nearest'>; readonly round: (value: number) => number }[] = [
  { name: 'half up', round: (value) => Math.floor(value + 0.5) },
  { name: 'half to even', round: (value) => (value % 1 === 0.5 ? 2 * Math.round(value / 2) : Math.floor(value + 0.5)) },
  { name: 'down', round: Math.floor },
  { name: 'up', round: Math.ceil },
]

/** The summary of the assessments against the rows of the tables: totals, and means under each rounding. */
export function averageChecks(read: PaperRead, explained: Explained, wrong: readonly WrongDuration[]): readonly Finding[] {
  const checked = read.summary.map((row) => asMeant({ row, durations: durationsOf(read, row), righted: [] }, { read, explained, wrong }))
  return [
    ...checked.flatMap(totalCheck),
    ...checked.flatMap((each) => meanCheck(each, explained)),
    ...roundingCheck(checked, explained),
    ...measuresTwice(read),
    ...righted(checked, wrong),
  ]
}

/** `righted`: the rows whose durations are wrong, where the mean holds with those that are right. */
type Checked = {
  readonly row: SummaryRow
  readonly durations: readonly (number | undefined)[]
  readonly righted: readonly WrongDuration[]
}

const rowsOf = ({ assessments }: PaperRead, { assessmentKind, measure }: SummaryRow) =>
  assessments.filter((each) => each.table === measure && each.assessmentKind === assessmentKind)

const durationsOf = (read: PaperRead, row: SummaryRow) => rowsOf(read, row).map(({ duration }) => duration)

type Meant = { readonly read: PaperRead; readonly explained: Explained; readonly wrong: readonly WrongDuration[] }

/** A mean that a wrong duration alone puts wrong is of the right one: the fault is said once, where it is. */
function asMeant(told: Checked, { read, explained, wrong }: Meant): Checked {
  const rows = rowsOf(read, told.row)
  const own = wrong.filter(({ row }) => rows.includes(row))
  if (own.length === 0 || meanCheck(told, explained).length + roundingCheck([told], explained).length === 0) return told
  const ways = Math.max(...own.map(({ rights }) => rights.length))
  const candidates = Array.from({ length: ways }, (_, way) => ({
    ...told,
    righted: own,
    durations: rows.map((row) => {
      const rights = own.find((each) => each.row === row)?.rights
      return rights ? (rights[way] ?? rights[0]) : row.duration
    }),
  }))
  return candidates.find((each) => meanCheck(each, explained).length === 0) ?? told
}

/** What a wrong duration says besides of the mean that it puts wrong. */
function righted(checked: readonly Checked[], wrong: readonly WrongDuration[]): readonly Finding[] {
  return wrong.map(({ row, finding: each }) => {
    const of = checked.filter((one) => one.righted.some((other) => other.row === row))
    const told = of.map((one) => ` With the right duration the average of ${label(one.row)} holds as told, ${one.row.mean} WD.`)
    return { ...each, message: `${each.message}${told.join('')}`, places: [...each.places, ...of.map((one) => one.row.place)] }
  })
}

const label = ({ assessmentKind, measure }: SummaryRow) => `${assessmentKind} ${measure}`

function totalCheck({ row, durations }: Checked): readonly Finding[] {
  if (durations.length === row.total) return []
  const message = `The summary has ${row.total} (${label(row)}), and the table has ${durations.length}.`
  return [finding('count', ['error', 'certain'], message, row.place)]
}

/** Under the rounding that the paper states; where it states none, under each. */
function meanCheck({ row, durations }: Checked, { statedRounding: stated }: Explained): readonly Finding[] {
  const exact = meanOf(durations)
  if (row.mean === undefined || exact === undefined) return []
  const fitting = roundings.filter(({ round }) => round(exact) === row.mean)
  const terms = `(${durations.join(' + ')}) ÷ ${durations.length} = ${decimal(exact)}`
  const isStated = (name: Rounding) => name === stated || (stated === 'nearest' && name.startsWith('half'))
  if (fitting.some(({ name }) => (stated ? isStated(name) : name.startsWith('half')))) return []
  if (stated && fitting.length > 0) {
    const message = `The average of ${label(row)} is told as ${row.mean} WD; ${terms}, and the paper says that averages are rounded ${stated === 'nearest' ? 'to the nearest' : stated}. It holds rounded ${fitting.map(({ name }) => name).join(' or ')}.`
    return [finding('rounding', ['error', 'likely'], message, row.place)]
  }
  const message =
    fitting.length > 0
      ? `The average of ${label(row)} is told as ${row.mean} WD; ${terms}, which is ${row.mean} only if rounded ${fitting[0]?.name}.`
      : `The average of ${label(row)} is told as ${row.mean} WD, and ${terms}: no rounding gives ${row.mean}.`
  return [finding('average', fitting.length > 0 ? ['warning', 'likely'] : ['error', 'certain'], message, row.place)]
}

/** A mean that lies half way between two whole numbers tells how it was rounded; said once, where the paper does not say it. */
function roundingCheck(checked: readonly Checked[], { rounding }: Explained): readonly Finding[] {
  const halves = checked.filter(({ row, durations }) => {
    const exact = meanOf(durations)
    // What only rounding down or up explains is asked about by itself.
    return (
      exact !== undefined && exact % 1 === 0.5 && roundings.some(({ name, round }) => name.startsWith('half') && round(exact) === row.mean)
    )
  })
  if (rounding || halves.length === 0) return []
  const told = halves.map(({ row, durations }) => `${decimal(meanOf(durations) ?? 0)} is told as ${row.mean} (${label(row)})`)
  const fitting = roundings.filter(({ round }) => halves.every(({ row, durations }) => round(meanOf(durations) ?? 0) === row.mean))
  const how = fitting.map(({ name }) => name)
  if (how.length === 0) {
    const message = `Averages that end in a half are not rounded alike: ${told.join(', ')}.`
    return [finding('rounding', ['warning', 'certain'], message, ...halves.map(({ row }) => row.place))]
  }
  const message = `How averages are rounded is not said: ${told.join(', ')}. That is rounding ${how.join(' or ')}.`
  return [finding('rounding', ['note', 'certain'], message, ...halves.map(({ row }) => row.place))]
}

/** The same measure told twice with other numbers. */
function measuresTwice({ summary, proposals }: PaperRead): readonly Finding[] {
  const all = [
    ...summary.map((row) => ({ ...row, name: label(row) })),
    ...proposals.map((row) => ({ ...row, name: `proposals ${row.measure}` })),
  ]
  return all.flatMap((row, index) => {
    const first = all.find(({ name }) => name === row.name) as (typeof all)[number]
    if (all.indexOf(first) === index || (first.total === row.total && first.mean === row.mean)) return []
    const message = `${row.name} is told twice, with other numbers: ${first.total} and ${row.total}, ${first.mean ?? '–'} and ${row.mean ?? '–'} WD.`
    return [finding('sum', ['error', 'certain'], message, first.place, row.place)]
  })
}

function meanOf(durations: readonly (number | undefined)[]): number | undefined {
  if (durations.length === 0 || durations.includes(undefined)) return undefined
  return (durations as readonly number[]).reduce((sum, each) => sum + each, 0) / durations.length
}
