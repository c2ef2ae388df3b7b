import type { ModificationId } from '../../../domain/modification/reference.ts'
import { type Finding, finding } from '../finding.ts'
import { placeIn } from '../paper.ts'
import type { Mention } from '../reading/mentions.ts'
import { numberOf, withNumber } from '../reading/numbers.ts'
import type { PaperRead } from '../reading/read-paper.ts'
import type { StageName } from '../reading/strip.ts'
import type { Explained } from './explained.ts'

/** The numbers of the stages against the totals of the tables, against the lists, and against what the paper names. */
export function stripChecks(read: PaperRead, explained: Explained): readonly Finding[] {
  if (read.strip.length === 0) return []
  const sums = preDecision(read, explained)
  const counts = (['Define', 'Refine', 'Opine'] as const).flatMap((stage) => named(read, explained, stage))
  return [...withSum(counts, sums, read), ...release(read, explained), ...total(read), ...asAt(read)]
}

/** How many a stage would hold by what the paper names: so many, or so many and more. */
type Named = { readonly stage: StageName; readonly names: number; readonly orMore: boolean; readonly finding: Finding }

/** A wrong number of one stage puts the sum of the stages wrong as well: said once, where the other number sets both right. */
function withSum(counts: readonly Named[], sums: readonly Finding[], read: PaperRead): readonly Finding[] {
  const [sum] = sums
  const total = read.proposals.find(({ measure }) => measure === 'open')?.total
  const before = (['Define', 'Refine', 'Opine'] as const).reduce((all, stage) => all + cell(read, stage).value, 0)
  const cause = counts.find(({ stage, names, orMore }) => {
    const right = cell(read, stage).value + (total ?? before) - before
    // Of Opine a paper names all: who is out for consultation, and who is with the Authority.
    return orMore ? right >= names : stage === 'Opine' && right === names
  })
  if (!sum || !cause) return [...sums, ...counts.map((each) => each.finding)]
  return counts.map((each) =>
    each === cause
      ? { ...each.finding, message: `${each.finding.message} ${sum.message}`, places: [...each.finding.places, ...sum.places.slice(1)] }
      : each.finding,
  )
}

const cell = ({ strip }: PaperRead, stage: StageName) => strip.find((each) => each.stage === stage) as PaperRead['strip'][number]

function preDecision(read: PaperRead, { preDecision: isExplained }: Explained): readonly Finding[] {
  const row = read.proposals.find(({ measure }) => measure === 'open')
  const [define, refine, opine] = (['Define', 'Refine', 'Opine'] as const).map((stage) => cell(read, stage)) as [Cell, Cell, Cell]
  const before = define.value + refine.value
  // Of those in Opine, what is with the Authority was voted on.
  const unvoted = opine.value - new Set(membersOf(read, ['authority.pending']).map(({ id }) => id)).size
  if (!row || row.total === before + opine.value || (row.total === before && isExplained)) return []
  if (row.total > before && row.total === before + unvoted) return []
  // What was counted on another day may differ, whatever is counted.
  if (isExplained && read.cover.stripAsAt?.value !== read.cover.timescales[0]?.value) return []
  if (row.total === before) {
    return [
      finding(
        'sum',
        ['warning', 'likely'],
        `${row.total} proposals are open before a decision, and the stages before it are ${define.value} + ${refine.value} + ${opine.value} = ${before + opine.value}. ${row.total} is Define and Refine alone: it holds if “pre-decision” means before the Change Board's vote, which the paper does not say.`,
        define.place,
        row.place,
      ),
    ]
  }
  const message = `${row.total} proposals are open before a decision, and the stages before it have ${define.value} + ${refine.value} = ${before}, or ${before + opine.value} with Opine. Their days may differ.`
  return [finding('sum', ['warning', 'possible'], message, define.place, row.place)]
}
type Cell = PaperRead['strip'][number]

/** 'Total: 25' below the stages; '25 proposals are in the four stages'. */
function total({ blocks, strip }: PaperRead): readonly Finding[] {
  const sum = strip.reduce((all, { value }) => all + value, 0)
  const at = blocks.findIndex(({ lines }) => lines.some(({ line }) => strip.some(({ place }) => place.line === line)))
  return blocks.flatMap((block, index) => {
    const [, below] = Math.abs(index - at) <= 3 ? (/^(?:grand )?total:? (\d{1,3})\b(?! \d)/i.exec(block.text) ?? []) : []
    const [, number] = below === undefined ? (IN_STAGES.exec(block.text) ?? []) : []
    const told = below ?? number
    const value = told === undefined ? undefined : numberOf(told)
    if (value === undefined || value === sum) return []
    const message = `The stages have ${strip.map((each) => each.value).join(' + ')} = ${sum}, and their total is told as ${value}.`
    return [finding('sum', ['error', 'certain'], message, ...strip.slice(0, 1).map(({ place }) => place), placeIn(block))]
  })
}
const IN_STAGES = withNumber('# (?:modifications|proposals) are (?:currently )?in the four stages')

function release(read: PaperRead, { standaloneBeside }: Explained): readonly Finding[] {
  const told = cell(read, 'Release')
  const scheduled = ids(read, ['releases.scheduled', 'releases.unscheduled', 'releases.unconfirmed'])
  const standalone = ids(read, ['releases.standalone'])
  const all = new Set([...scheduled, ...standalone])
  if (all.size === 0 || (told.value === all.size && (!standaloneBeside || standalone.size === 0))) return []
  const places = read.listings.filter(({ topic, items }) => topic?.id.startsWith('releases.') && items.length > 0).map(({ place }) => place)
  if (told.value === scheduled.size) {
    if (standaloneBeside) return []
    const message = `Release is ${told.value}, and section 5 lists ${all.size} that are approved and not in force: ${scheduled.size} in a scheduled release and ${standalone.size} standalone. It holds if standalone releases are not counted, which the paper does not say.`
    return [finding('sum', ['warning', 'likely'], message, told.place, ...places)]
  }
  if (told.value === all.size) {
    const message = `Release is ${told.value}, with ${standalone.size} standalone, which the paper says is not counted in it; ${scheduled.size} are in a scheduled release.`
    return [finding('sum', ['error', 'likely'], message, told.place, ...places)]
  }
  const message = `Release is ${told.value}, and the lists of what is approved hold ${all.size}, or ${scheduled.size} without the standalone ones.`
  return [finding('sum', ['error', 'likely'], message, told.place, ...places)]
}

/** How many of a stage the paper names: never more than it counts; fewer is told, where it does not say what it counts. */
function named(read: PaperRead, explained: Explained, stage: StageName): readonly Named[] {
  const told = cell(read, stage)
  const names = namesIn(read, stage)
  const sure = stage === 'Refine' ? surelyRefined(read) : names
  const list = [...names.values()].map(({ canonical }) => canonical).join(', ')
  if (sure.size > told.value && (stage !== 'Refine' || !explained.defined.has(stage))) {
    const sureList = [...sure.values()].map(({ canonical }) => canonical).join(', ')
    const message = `${stage} is ${told.value}, and the paper names ${sure.size} that are in it: ${sureList}.`
    const wrong = finding('count', ['error', stage === 'Opine' ? 'certain' : 'likely'], message, told.place)
    return [{ stage, names: sure.size, orMore: true, finding: wrong }]
  }
  if (names.size >= told.value || explained.stages.has(stage)) return []
  const missing = stage === 'Define' ? betweenNumbers(names) : []
  const which = missing.length > 0 ? ` Of their numbers ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not named.` : ''
  const message = `${stage} is ${told.value}, and the paper names ${names.size}${names.size > 0 ? `: ${list}` : ''}.${which} It holds if the others are there and not named.`
  return [{ stage, names: names.size, orMore: false, finding: finding('count', ['note', 'certain'], message, told.place) }]
}

/** The numbers that lie between those named. */
function betweenNumbers(names: ReadonlyMap<ModificationId, Mention>): readonly string[] {
  const numbers = [...names.keys()].map((id) => Number.parseInt(id, 10)).sort((a, b) => a - b)
  const [first, last] = [numbers[0], numbers.at(-1)]
  if (first === undefined || last === undefined || last - first > 20) return []
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter((number) => !numbers.includes(number))
    .map((number) => `${[...names.values()][0]?.canonical.replace(/\d.*$/, '') ?? ''}${String(number).padStart(3, '0')}`)
}

function namesIn(read: PaperRead, stage: StageName): ReadonlyMap<ModificationId, Mention> {
  const released = ids(read, ['releases.scheduled', 'releases.standalone', 'releases.unscheduled', 'releases.unconfirmed'])
  const pending = elsewhere(read)
  const found = new Map<ModificationId, Mention>()
  const add = (mention: Mention) => {
    if (!released.has(mention.id) && !found.has(mention.id)) found.set(mention.id, mention)
  }
  if (stage === 'Opine')
    return new Map(membersOf(read, ['authority.pending', 'consultations.report.open']).map((mention) => [mention.id, mention]))
  const drafts = new Set(
    [
      ...membersOf(read, ['conversions.before', 'readiness.determined']),
      ...read.raised.flatMap(({ mention }) => (mention.form === 'before conversion' ? [mention] : [])),
    ].map(({ id }) => id),
  )
  for (const mention of read.mentions) {
    const isDraft = drafts.has(mention.id)
    if (stage === 'Define' && isDraft) add(mention)
    if (stage === 'Refine' && !isDraft && !pending.has(mention.id)) add(mention)
  }
  return found
}

/** Those before the Authority or out for consultation on their reports, and those decided. */
function elsewhere(read: PaperRead): ReadonlySet<ModificationId> {
  const decided = read.outcomes.map(({ mention }) => mention.id)
  return new Set([...ids(read, ['authority.pending', 'consultations.report.open']), ...decided])
}

/** Those that the paper says are being refined: whatever else it names may be anywhere. */
function surelyRefined(read: PaperRead): ReadonlyMap<ModificationId, Mention> {
  const released = ids(read, ['releases.scheduled', 'releases.standalone', 'releases.unscheduled', 'releases.unconfirmed'])
  const not = elsewhere(read)
  const open = read.assessments.filter(({ table }) => table !== 'completed').map(({ mention }) => mention)
  const listed = membersOf(read, [
    'reports.before',
    'consultations.refinement.open',
    'consultations.refinement.expected',
    'assessments.requests',
  ])
  const sure = [...open, ...listed].filter(({ id, form }) => form !== 'before conversion' && !not.has(id) && !released.has(id))
  return new Map(sure.map((mention) => [mention.id, mention]))
}

function membersOf({ listings }: PaperRead, topics: readonly string[]): readonly Mention[] {
  return listings
    .filter(({ topic }) => topic && topics.includes(topic.id))
    .flatMap(({ items }) => items.flatMap(({ mention }) => mention ?? []))
}

const ids = (read: PaperRead, topics: readonly string[]): ReadonlySet<ModificationId> =>
  new Set(membersOf(read, topics).map(({ id }) => id))

function asAt(read: PaperRead): readonly Finding[] {
  const { stripAsAt, timescales } = read.cover
  const [told] = timescales
  if (stripAsAt || !told) return []
  const message =
    'The numbers of the stages have no day as at which they are; those of the timescales have one. Each headline number needs its own.'
  return [finding('as-at', ['note', 'certain'], message, cell(read, 'Define').place, told.place)]
}
