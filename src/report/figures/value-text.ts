import { quantity } from '../change-status/rendering.ts'
import type { DerivedFigure } from './figure.ts'
import { isKpiFigure } from './kpi-definitions.ts'

/** '20 modifications', '3 of 4 (75%)', '37.5 days'; of what the register does not hold, that. */
export function bareText({ id, value, unit, others, over }: DerivedFigure): string {
  if (value === 'unknown' && isKpiFigure(id)) return over ? (over.of === 0 ? 'none' : 'none recorded') : 'not recorded'
  if (value === 'unknown' || !others) return quantity(value, unit)
  const of = value + others.length
  return `${value} of ${of}${of === 0 ? '' : ` (${percentOf(value, of)})`}`
}

/** Of a mean that is not over all: ', over 2 of 3'; of what is known of none, ', of 3'. */
export const overText = ({ over, value }: Pick<DerivedFigure, 'over' | 'value'>): string =>
  over && over.known < over.of ? `, ${value === 'unknown' ? '' : `over ${over.known} `}of ${over.of}` : ''

export const valueText = (figure: DerivedFigure): string => `${bareText(figure)}${overText(figure)}`

/** '75%'. */
export const percentOf = (value: number, of: number): string => `${Math.round((100 * value) / of)}%`
