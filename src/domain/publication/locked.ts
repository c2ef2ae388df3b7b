import type { CalendarDate } from '../calendar/calendar-date.ts'
import { own } from '../own.ts'
import { type Register, ruleOn } from '../register.ts'

/**
 * What of a sentence is locked: its places, `{count}`, which only the register fills; and the numbers that its words say, as digits or as
 * words. Both in alphabetical order, each as often as it occurs.
 */
export type Locked = { readonly places: readonly string[]; readonly numbers: readonly string[] }

const NUMBERS =
  /\b(?:\d[\d,.]*|no|none|nil|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|half|both|once|twice)\b/gi

export function lockedIn(words: string): Locked {
  const places = [...words.matchAll(/\{(\w+)\}/g)].map(([, place = '']) => place)
  const outside = words.replace(/\{\w*\}/g, ' ')
  const numbers = (outside.match(NUMBERS) ?? []).map((number) => number.toLowerCase().replace(/[.,]+$/, ''))
  return { places: places.sort(), numbers: numbers.sort() }
}

/**
 * The words of a sentence in force on a day, with its places: `opine.vote/MP076` is said in the words `vote` of the row
 * `report-wording/opine`, here of one modification. Undefined where the rulebook has no such sentence.
 */
export function templateOf(register: Register, day: CalendarDate, sentence: string): string | undefined {
  const [template = ''] = sentence.split('/')
  const [section = '', ...key] = template.split('.')
  const value = ruleOn(register, `report-wording/${section}`, day)?.value.value
  return value?.kind === 'table' ? own(value.entries, key.join('.')) : undefined
}

/** Why other words do not keep what is locked, in one line; undefined where they do. */
export function whyNotKept(derived: Locked, written: Locked): string | undefined {
  const braced = (places: readonly string[]) => places.map((place) => `{${place}}`).join(', ')
  const [missing, added] = [without(derived.places, written.places), without(written.places, derived.places)]
  if (missing.length > 0) return `the wording leaves out ${braced(missing)}, which only the register fills`
  if (added.length > 0) return `the wording has ${braced(added)}, which the derived sentence does not`
  const [lost, typed] = [without(derived.numbers, written.numbers), without(written.numbers, derived.numbers)]
  if (typed.length > 0) return `the wording says “${typed.join(', ')}”, a number that is typed by hand and not in the derived sentence`
  if (lost.length > 0) return `the wording leaves out “${lost.join(', ')}”, which the derived sentence says`
  return undefined
}

/** What is in the first more often than in the second. */
function without(all: readonly string[], taken: readonly string[]): readonly string[] {
  const left = [...taken]
  return all.filter((each) => {
    const at = left.indexOf(each)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
