import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Moment } from '../../domain/calendar/moment.ts'
import { kindOf, type Subject } from '../../domain/entry.ts'
import type { DerivedFigure, FigureId, Member, StatedFigure } from '../figures/figure.ts'
import type { Figures } from '../figures.ts'
import { type Charts, charts } from './charts.ts'
import { type Cover, cover } from './cover.ts'
import { type Define, define } from './define.ts'
import { decisionLine, type Opine, opine, type Told } from './opine.ts'
import { type Refine, refine } from './refine.ts'
import { type ReleaseSection, releaseSection } from './release.ts'
import { type ReportAsked, type ReportContext, reportContext } from './report-context.ts'
import { type Summary, summary } from './summary.ts'
import type { Window } from './window.ts'

/**
 * The Change Status Report of one month, complete and in the paper's order. Every number in it is a figure, every sentence is made from the
 * wording in force; text, page and JSON are made from nothing else.
 */
export type ChangeStatusModel = {
  readonly window: Window
  /** The position of the log up to which it was known, and the moment of the stage counts. */
  readonly known: number
  readonly moment: Moment
  /** The day on which it was asked for. */
  readonly asOf: CalendarDate
  readonly cover: Cover
  readonly summary: Summary
  /** What is said of each decision of section 1. */
  readonly decisions: readonly Told[]
  readonly define: Define
  readonly refine: Refine
  readonly opine: Opine
  readonly release: ReleaseSection
  readonly charts: Charts
  readonly figures: Figures
  /** What the paper states, each with the derived figure of the same id, if there is one. */
  readonly stated: readonly { readonly stated: StatedFigure; readonly derived?: FigureId }[]
  /** Every modification and release that it names: each has a page. */
  readonly named: readonly { readonly subject: Subject; readonly label: string; readonly title?: string }[]
}

/** Throws RangeError for a month outside the years 1900 to 2199; any other month and day has a report, an empty one too. */
export function changeStatus(asked: ReportAsked): ChangeStatusModel {
  const context = reportContext(asked)
  const { window, register, figures } = context
  return {
    window,
    known: register.seen,
    moment: register.on,
    asOf: asked.asOf,
    cover: cover(context),
    summary: summary(context),
    decisions: figures['decisions.received'].members.map((member) => ({ member, line: decisionLine(context, member) })),
    define: define(context),
    refine: refine(context),
    opine: opine(context),
    release: releaseSection(context),
    charts: charts(context),
    figures,
    stated: context.stated.map((stated) => ({ stated, ...derivedTwin(context, stated) })),
    named: namedIn(figures),
  }
}

const derivedTwin = ({ figures }: ReportContext, { id }: StatedFigure) => (Object.hasOwn(figures, id) ? { derived: id as FigureId } : {})

/** One of the model's figures; every id that a model refers to is there. */
export function figureOf(model: Pick<ChangeStatusModel, 'figures'>, id: FigureId): DerivedFigure {
  const figure = (model.figures as Readonly<Record<string, DerivedFigure>>)[id]
  if (!figure) throw new Error(`the report refers to the figure ${id}, which it does not have`)
  return figure
}

function namedIn(figures: Figures): ChangeStatusModel['named'] {
  const named = new Map<Subject, Pick<Member, 'subject' | 'label' | 'title'>>()
  for (const { members } of Object.values(figures))
    for (const { subject, label, title } of members)
      if (!isUnidentified(subject)) named.set(subject, { subject, label, ...(title === undefined ? {} : { title }) })
  return [...named.values()].sort((a, b) => compare(a.label, b.label))
}

/** Counted by a source and not named: it has no page. */
export const isUnidentified = (subject: Subject): boolean => kindOf(subject) === 'modification' && /\/u\d+$/.test(subject)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
