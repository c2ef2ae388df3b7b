import type { CalendarDate, YearMonth } from '../domain/calendar/calendar-date.ts'
import type { TextId } from '../domain/entry.ts'
import type { Verdict } from '../domain/refusal.ts'
import type { Register } from '../domain/register.ts'
import type { EditedModel, Edits } from './change-status/edited.ts'
import type { ChangeStatusModel } from './change-status/model.ts'
import type { Links, TextOf } from './change-status/rendering.ts'
import type { Line, ReportAsked } from './change-status/report-context.ts'
import type { DerivedFigure } from './figures/figure.ts'
import type { Paper } from './paper/paper.ts'

/** What a paper is made of, before it is words: its figures, the texts that it quotes, itself as a paper and as data. */
export type PaperMade = {
  readonly title: string
  /** What it covers: of a month what came after `from`, of a quarter its first day too. */
  readonly window: {
    readonly from: CalendarDate
    readonly to: CalendarDate
    readonly timescalesAsAt?: CalendarDate
    /** Its time is not over. */
    readonly isSoFar: boolean
  }
  /** The position of the log up to which it was known, and the day on which it was asked for. */
  readonly known: number
  readonly asOf: CalendarDate
  readonly figures: readonly DerivedFigure[]
  /** What a paper that a source tells of states itself, with the figure that derives the same. */
  readonly stated: ChangeStatusModel['stated']
  /** The derived sentences that its author may put in other words. */
  readonly sentences: readonly Line[]
  readonly edits: EditedModel['edits']
  /** What whoever publishes it should know first. */
  readonly warnings: readonly string[]
  readonly texts: readonly TextId[]
  /** The places of what it tells beside its figures. */
  readonly restsOn: readonly number[]
  /** Whether it reads a row of the rulebook, beside those by which its figures are counted. */
  readonly reads: (row: string) => boolean
  readonly paper: (texts: TextOf, links: Links) => Paper
  readonly text: (texts: TextOf, links: Links) => string
  readonly json: (texts: TextOf, links?: Links) => object
}

/** A kind of paper: what it is called for short, and how it is made of a month. */
export type PaperSource = {
  readonly short: string
  /** Drawn for everybody from what the public may see, since it is White and goes outside. */
  readonly isPublic?: true
  /** Without `edits` as derived: nothing of it is anybody's own words. */
  readonly make: (asked: ReportAsked, edits?: Edits) => Verdict<PaperMade>
  /** Whether its time has begun on a day. */
  readonly isBegun: (register: Register, month: YearMonth, asOf: CalendarDate) => boolean
  /** The last day that it tells of, whatever day is asked for. */
  readonly cutOff: (register: Register, month: YearMonth) => CalendarDate
  /** Whether a title is that of the paper of a month: plain text says of itself no more. */
  readonly isTitled: (title: string, month: YearMonth) => boolean
}
