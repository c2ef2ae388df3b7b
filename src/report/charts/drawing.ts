import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'

/** A picture to be drawn: its size in pixels at 96 to the inch, and what it shows, in words for who cannot see it. */
export type Drawing = { readonly alt: string; readonly width: number; readonly height: number } & Shown

export type Shown =
  /** Boxes in a row, each with its number. */
  | { readonly kind: 'strip'; readonly cells: readonly { readonly name: string; readonly value: string }[] }
  /** A bar for each row, with a mark where its target is. */
  | { readonly kind: 'against'; readonly unit: string; readonly rows: readonly Against[] }
  /** A bar for each row, of parts that are told apart by their pattern and their label. */
  | { readonly kind: 'stacked'; readonly parts: readonly string[]; readonly rows: readonly Stacked[] }
  /** A dot for each value, with a mark at their mean. */
  | { readonly kind: 'dots'; readonly unit: string; readonly rows: readonly Dots[] }
  /** For each report, how many were raised and concluded in its time, and how many were open at its cut-off. */
  | { readonly kind: 'months'; readonly months: readonly Month[] }
  /** Days on a line of time. */
  | {
      readonly kind: 'calendar'
      readonly from: CalendarDate
      readonly to: CalendarDate
      readonly now: CalendarDate
      readonly points: readonly Point[]
    }

export type Against = { readonly label: string; readonly value: number; readonly target?: number }
export type Stacked = { readonly label: string; readonly values: readonly number[] }
/** `none`: what is said where there is no value. */
export type Dots = { readonly label: string; readonly values: readonly number[]; readonly mean?: number; readonly none: string }
export type Month = { readonly label: string; readonly raised: number; readonly concluded: number; readonly open: number }
export type Point = { readonly day: CalendarDate; readonly name: string; readonly about: string; readonly isDone: boolean }

/** Of every picture: across the text of an A4 page. */
export const WIDTH = 620
