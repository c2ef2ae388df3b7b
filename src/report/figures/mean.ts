import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { type Register, ruleOn } from '../../domain/register.ts'

/**
 * How a mean becomes whole days where the rulebook has no row `average-rounding`: half up. Source: the Change Status Report of
 * October 2019, whose four means are all half up (83.5 is printed 84 and 70.5 is printed 71, which excludes rounding to even).
 */
const ROUNDING = 'half up'

type Rounding = { readonly name: string; readonly written: RegExp; readonly round: (value: number) => number }

/** The roundings that this program knows, by how a row begins that names one: 'half up, to whole Working Days'. */
const roundings: readonly Rounding[] = [
  { name: 'half up', written: /^half[- ]up\b/i, round: (value) => Math.floor(value + 0.5) },
  {
    name: 'half to even',
    written: /^half[- ](to[- ])?even\b/i,
    round: (value) => (value % 1 === 0.5 && Math.floor(value) % 2 === 0 ? Math.floor(value) : Math.floor(value + 0.5)),
  },
]

export type Mean = { readonly value: number | 'unknown'; readonly arithmetic?: string }

/** The rounding in force on a day: a word of the rulebook. */
export function roundingOn(register: Register, day: CalendarDate): string {
  const value = ruleOn(register, 'average-rounding', day)?.value.value
  return value?.kind === 'word' ? value.word : ROUNDING
}

/** The mean in whole days with its arithmetic; left unrounded, and said so, under a rounding that this program does not know. */
export function mean(values: readonly number[], rounding: string): Mean {
  if (values.length === 0) return { value: 'unknown' }
  const sum = values.reduce((a, b) => a + b, 0)
  const exact = sum / values.length
  const known = roundings.find(({ written }) => written.test(rounding))
  const value = known ? known.round(exact) : exact
  const terms = values.length <= 12 ? `(${values.join(' + ')})` : String(sum)
  const quotient = `${terms} ÷ ${values.length}`
  if (Number.isInteger(exact)) return { value, arithmetic: `${value} = ${quotient}` }
  const how = known ? `, rounded ${known.name}` : `, not rounded: the rulebook's "${rounding}" is not known`
  return { value, arithmetic: `${decimal(value)} = ${quotient} = ${decimal(exact)}${how}` }
}

/** Up to two decimals, no trailing zeros: '83.5', '41.33'. */
export const decimal = (value: number): string => String(Number(value.toFixed(2)))

/**
 * What the values that are not known would have to average for a stated, rounded mean to be right: at least `low`, below `high`
 * (half-up: a printed 366 is anything from 365.5 to below 366.5). Undefined when all are known.
 */
export function impliedMean(
  stated: number,
  of: number,
  known: readonly number[],
): { readonly low: number; readonly high: number; readonly count: number } | undefined {
  const count = of - known.length
  if (count <= 0) return undefined
  const sum = known.reduce((a, b) => a + b, 0)
  return { low: (of * (stated - 0.5) - sum) / count, high: (of * (stated + 0.5) - sum) / count, count }
}
