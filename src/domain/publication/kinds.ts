import { addMonths, parseYearMonth, type YearMonth } from '../calendar/calendar-date.ts'
import { longMonth } from '../calendar/format.ts'
import type { Subject } from '../entry.ts'

/** The papers that are made here, drafted and published: the Change Status Report, and those that are made from the same parts. */
export const publicationKinds = ['change-status', 'assessment-update', 'register-extract', 'kpi-return'] as const
export type PublicationKind = (typeof publicationKinds)[number]

/** The sections of a paper to which somebody may add a paragraph: of the report its summary and each stage, of another paper its end. */
export const paperSections = ['summary', 'define', 'refine', 'opine', 'release', 'remarks'] as const
export type PaperSection = (typeof paperSections)[number]

type Kind = {
  /** What it is called in a sentence, before its time: 'the register extract of October 2019'. */
  readonly name: string
  readonly each: 'month' | 'quarter'
  readonly sections: readonly PaperSection[]
}

const kinds: Readonly<Record<PublicationKind, Kind>> = {
  'change-status': { name: 'report', each: 'month', sections: ['summary', 'define', 'refine', 'opine', 'release'] },
  'assessment-update': { name: 'assessments update', each: 'month', sections: ['remarks'] },
  'register-extract': { name: 'register extract', each: 'month', sections: ['remarks'] },
  'kpi-return': { name: 'KPI return', each: 'quarter', sections: ['remarks'] },
}

/** What a paper is of: its kind, and its month, of a quarter the first. */
export type PaperOf = { readonly kind: PublicationKind; readonly month: YearMonth }

export const sectionsOf = (kind: PublicationKind): readonly PaperSection[] => kinds[kind].sections

/** The first month of the time of a paper that tells of a month. */
export function firstMonth(kind: PublicationKind, month: YearMonth): YearMonth {
  return kinds[kind].each === 'month' ? month : addMonths(month, -((Number(month.slice(5)) - 1) % 3))
}

/** The time of a paper in an address: '2019-10', '2019-q4'. */
export function periodId({ kind, month }: PaperOf): string {
  if (kinds[kind].each === 'month') return month
  return `${month.slice(0, 4)}-q${Math.ceil(Number(month.slice(5)) / 3)}`
}

/** Reads it back; a quarter may be asked for by any of its months. Undefined where it is none. */
export function monthOfPeriod(kind: PublicationKind, text: string): YearMonth | undefined {
  const [, year, quarter] = /^(\d{4})-q([1-4])$/.exec(text) ?? []
  const isQuarter = kinds[kind].each === 'quarter' && quarter !== undefined
  const month = parseYearMonth(isQuarter ? `${year}-${String(Number(quarter) * 3).padStart(2, '0')}` : text)
  return month && firstMonth(kind, month)
}

/** 'October 2019', 'October to December 2019'. */
export function periodName({ kind, month }: PaperOf): string {
  if (kinds[kind].each === 'month') return longMonth(month)
  return `${longMonth(month).replace(/ \d+$/, '')} to ${longMonth(addMonths(month, 2))}`
}

/** 'report of October 2019'. */
export const publicationName = (of: PaperOf): string => `${kinds[of.kind].name} of ${periodName(of)}`

/** The time before or after: the next month, or the next quarter. */
export const periodBeside = ({ kind, month }: PaperOf, by: -1 | 1): PaperOf => ({
  kind,
  month: addMonths(month, by * (kinds[kind].each === 'month' ? 1 : 3)),
})

/** `publication/change-status-2019-10`, `publication/kpi-return-2019-q4`. */
export const publicationSubject = (of: PaperOf): Subject => `publication/${of.kind}-${periodId(of)}`

/** What the id of a publication is of; undefined where it is none of ours. */
export function publicationNamed(id: string): PaperOf | undefined {
  const kind = publicationKinds.find((each) => id.startsWith(`${each}-`))
  const period = kind && id.slice(kind.length + 1)
  const month = kind && period && monthOfPeriod(kind, period)
  return kind && month && periodId({ kind, month }) === period ? { kind, month } : undefined
}
