import { addDays, type CalendarDate, daysFrom, earlier, firstOf, later, monthOf } from '../../domain/calendar/calendar-date.ts'
import { longDay } from '../../domain/calendar/format.ts'
import { type Drawing, type Shown, WIDTH } from '../charts/drawing.ts'
import type { Block, Table } from '../paper/paper.ts'
import { figureOf } from './model.ts'
import type { AssessmentLine } from './refine.ts'
import { quantity } from './rendering.ts'
import type { Line } from './report-context.ts'
import { figureCell, meanCell, reference, sentence, type Writing } from './writing.ts'

type Charted = { readonly id: string; readonly takeaway: Line; readonly height: number; readonly shown: Shown; readonly table: Table }

/** A picture of a table, with where both can be fetched. */
export function chart(writing: Writing, { id, takeaway, height, shown, table }: Charted): Block {
  const [svg, csv] = [writing.links.chart?.(id, 'svg'), writing.links.chart?.(id, 'csv')]
  const drawing: Drawing = { ...shown, alt: altOf(table, takeaway), width: WIDTH, height }
  return {
    kind: 'chart',
    chart: {
      id,
      takeaway: sentence(writing, takeaway),
      drawing,
      table,
      ...(svg === undefined ? {} : { svg }),
      ...(csv === undefined ? {} : { csv }),
    },
  }
}

/** Who cannot see it has the same numbers in the table that follows. */
const altOf = ({ caption }: Table, { text }: Line): string => `${caption}. ${text} The table below has the numbers.`

export function stripChart(writing: Writing): Block {
  const { strip } = writing.model.summary
  return chart(writing, {
    id: 'stages',
    takeaway: writing.model.charts.strip,
    height: 84,
    shown: {
      kind: 'strip',
      cells: strip.cells.map(({ name, figure }) => ({ name, value: twoDigits(figureOf(writing.model, figure).members.length) })),
    },
    table: {
      caption: `${strip.caption}, as at ${longDay(strip.asAt)}`,
      columns: strip.cells.map(({ name }) => ({ title: name })),
      rows: [strip.cells.map(({ figure }) => figureCell(writing, figure, twoDigits))],
    },
  })
}

/** As the paper prints its strip: 08. */
const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** In pixels, for each row of a chart of bars, and for the space around them. */
const ROW = 34
const AROUND = 60

/** The table of open assessments with its picture; `table` is the paper's own. */
export function openAssessmentsChart(writing: Writing, rows: readonly AssessmentLine[], table: Table): Block {
  const shown = rows.flatMap(({ member, assessmentKind, duration, targetWorkingDays }) =>
    duration === 'unknown'
      ? []
      : [
          {
            label: `${member.label} ${assessmentKind}`,
            value: duration.value,
            ...(targetWorkingDays === 'unknown' ? {} : { target: targetWorkingDays }),
          },
        ],
  )
  return chart(writing, {
    id: 'open-assessments',
    takeaway: writing.model.charts.openAssessments,
    height: AROUND + ROW * shown.length,
    shown: { kind: 'against', unit: 'WD', rows: shown },
    table,
  })
}

export function assessmentYearsChart(writing: Writing): readonly Block[] {
  const { takeaway, years } = writing.model.charts.assessmentYears
  if (years.length === 0) return []
  const parts = ['Within target', 'Above target', 'Not known']
  return [
    chart(writing, {
      id: 'assessment-years',
      takeaway,
      height: AROUND + 20 + ROW * years.length,
      shown: {
        kind: 'stacked',
        parts,
        rows: years.map(({ label, within, above, unknown }) => ({ label, values: [within, above, unknown] })),
      },
      table: {
        caption: 'Completed assessments against their own target, by regulatory year',
        columns: [{ title: 'Year' }, ...parts.map((title) => ({ title, numeric: true }) as const)],
        rows: years.map(({ label, within, above, unknown }) => [[label], [String(within)], [String(above)], [String(unknown)]]),
      },
    }),
  ]
}

export function timeInStageChart(writing: Writing): Block {
  const { takeaway, stages } = writing.model.charts.timeInStage
  const rows = stages.map(({ name, total, mean }) => {
    const { members, value } = figureOf(writing.model, mean)
    const values = members.map(({ duration }) => duration?.value ?? 0).sort((a, b) => a - b)
    const none = figureOf(writing.model, total).members.length === 0 ? 'none is in it' : 'of none is the day known on which it came'
    return { label: name, values, none, ...(value === 'unknown' ? {} : { mean: value }) }
  })
  return chart(writing, {
    id: 'time-in-stage',
    takeaway,
    height: AROUND + 44 * rows.length,
    shown: { kind: 'dots', unit: 'WD in the stage', rows },
    table: {
      caption: 'How long proposals have been in their stage',
      columns: [
        { title: 'Stage' },
        { title: 'In it', numeric: true },
        { title: 'Shortest', numeric: true },
        { title: 'Longest', numeric: true },
        { title: 'Average', numeric: true },
      ],
      rows: stages.map(({ name, total, mean }, index) => {
        const values = rows[index]?.values ?? []
        return [[name], figureCell(writing, total), [days(values[0])], [days(values.at(-1))], meanCell(writing, mean)]
      }),
    },
  })
}

const days = (value: number | undefined): string => (value === undefined ? '–' : `${value} WD`)

/** Of the days up to the last release: as many again leave room for its name. */
const NAME_SHARE = 0.5

export function releasesChart(writing: Writing): readonly Block[] {
  const { takeaway, releases } = writing.model.charts.releases
  if (releases.length === 0) return []
  const now = writing.model.window.asAt
  const points = releases.flatMap(({ day, name, scope, isInForce }) =>
    day === undefined
      ? []
      : [
          {
            day,
            name: name.replace(/ SEC Release$/, ''),
            about: `${longDay(day)}: ${quantity(scope, 'modifications')}`,
            isDone: isInForce,
          },
        ],
  )
  const days = points.map(({ day }) => day)
  const from = firstOf(monthOf(days.reduce<CalendarDate>(earlier, addDays(now, -30))))
  const last = days.reduce<CalendarDate>(later, now)
  const to = addDays(last, Math.max(30, Math.round(daysFrom(from, last) * NAME_SHARE)))
  return [
    chart(writing, {
      id: 'releases',
      takeaway,
      height: 240,
      shown: { kind: 'calendar', from, to, now, points },
      table: {
        caption: 'Release calendar',
        columns: [{ title: 'Release' }, { title: 'Date' }, { title: 'Modifications', numeric: true }, { title: 'In force' }],
        rows: releases.map(({ subject, name, date, scope, isInForce }) => [
          [reference(writing, { subject, label: name })],
          [date],
          [String(scope)],
          [isInForce ? 'yes' : 'to come'],
        ]),
      },
    }),
  ]
}
