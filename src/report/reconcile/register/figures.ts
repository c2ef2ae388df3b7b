import type { ReportContext } from '../../change-status/report-context.ts'
import type { DerivedFigure, Member } from '../../figures/figure.ts'
import { decimal, impliedMean } from '../../figures/mean.ts'
import type { About, Judged } from '../claim.ts'
import { contradicted, holds, notSupported } from './judged.ts'

type FigureClaim = Extract<About, { is: 'figure' }>

/** A number of the paper against the figure of the register, at the figure's own day. */
export function judgeFigure(claim: FigureClaim, context: ReportContext): Judged {
  const { figure: id, value } = claim
  const figure = (context.figures as Readonly<Record<string, DerivedFigure>>)[id]
  if (!figure) return notSupported('no figure of the register counts it')
  if (figure.value === value) return holds(figure.arithmetic ?? (figure.unit === 'WD' ? 'the register counts the same' : counted(figure)))
  return figure.unit === 'WD' ? judgeMean(claim, figure, context) : judgeCount(figure, value)
}

/** Fewer known than told is no contradiction: what no source tells may be the rest. */
function judgeCount(figure: DerivedFigure, value: number): Judged {
  const known = Number(figure.value)
  const more = value - known
  if (more > 0)
    return notSupported(
      `the register has ${counted(figure)}; it holds if there ${more === 1 ? 'is one' : `are ${more}`} more that no source here tells`,
    )
  return contradicted(`the paper tells ${value}, and the register has ${counted(figure)}`, 'likely')
}

/** Over as many as the paper itself tells, where those are more than the register knows. */
function judgeMean({ figure: id, value, partly, of: told = 0 }: FigureClaim, figure: DerivedFigure, context: ReportContext): Judged {
  const total = (context.figures as Readonly<Record<string, DerivedFigure>>)[id.replace(/\.mean$/, '')]
  const durations = figure.members.map(({ duration }) => duration?.value ?? 0)
  const known = total?.members.length ?? 0
  const of = Math.max(known, told)
  if (known === 0) return notSupported('the register knows none of those that it is the average of')
  if (figure.value === 'unknown') return notSupported(`no day is known of the ${of} that it is the average of`)
  const implied = partly ? undefined : impliedMean(value, of, durations)
  if (implied && implied.high > 0) {
    const others = implied.count === 1 ? 'the other one is' : `the other ${implied.count} average`
    return notSupported(
      `${durations.length} of ${of} dates are known, and average ${figure.value}; it holds if ${others} ${decimal1(implied.low)} to ${decimal1(implied.high)}`,
    )
  }
  const others = otherConventions(figure, value)
  return contradicted(`the paper tells ${value} WD, and the register ${figure.arithmetic ?? `${figure.value} WD`}${others}`, 'likely')
}

/** Under which other counting the paper's average would hold. */
function otherConventions({ members }: DerivedFigure, value: number): string {
  const conventions = members[0]?.duration?.counts.map(({ convention }) => convention) ?? []
  const fitting = conventions.filter((convention) => {
    const values = members.flatMap(({ duration }) => duration?.counts.find((each) => each.convention === convention)?.value ?? [])
    const exact = values.reduce((sum, each) => sum + each, 0) / values.length
    return values.length === members.length && (Math.round(exact) === value || Math.floor(exact) === value)
  })
  return fitting.length === 0 ? '' : `; it would hold counted in ${fitting.join(' or ')}`
}

const decimal1 = (value: number) => decimal(Math.round(value * 10) / 10)

const counted = ({ value, members }: DerivedFigure): string => {
  const names = members.filter(isNamed).map(({ label }) => label)
  const unnamed = members.length - names.length
  const rest = unnamed > 0 ? `${names.length > 0 ? ' and ' : ''}${unnamed} that no source names` : ''
  return names.length + unnamed === 0 ? 'none' : `${value}: ${names.join(', ')}${rest}`
}

export const isNamed = ({ subject }: Member): boolean => !/\/u\d+$/.test(subject)
