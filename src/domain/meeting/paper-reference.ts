import { type Given, wordOf } from '../acting/act.ts'
import { idOf } from '../entry.ts'
import { nameOf } from '../names.ts'
import { refused, type Verdict } from '../refusal.ts'
import { find } from '../register.ts'
import type { Meeting } from './meeting.ts'

type On = Pick<Given, 'register' | 'day'>

/**
 * The reference of a paper at a meeting, made as the rulebook writes them: TABASC_47_1710_20. The number of the meeting is told, never
 * guessed; refused where it is not, or where nothing says by what the body is called.
 */
export function paperReference(given: On, { body, day, number }: Meeting, paper: number): Verdict<string> {
  const pattern = wordOf(given, 'paper-reference')
  if (pattern === undefined)
    return refused('no row says how a paper is referred to', ['paper-reference'], ['give its reference as written'])
  if (number === undefined)
    return refused(
      'the number of the meeting is not told, and a reference has it',
      ['meeting'],
      ['say the number of the meeting first', 'give the reference of the paper as it is written'],
    )
  const prefix = wordOf(given, 'paper-prefixes', body) ?? find(given.register, 'body', idOf(body))?.state.abbreviation
  if (prefix === undefined)
    return refused(
      `nothing says what ${nameOf(given.register, body)} is called in references`,
      ['paper-prefixes'],
      ['add it to the row paper-prefixes', 'give the reference of the paper as it is written'],
    )
  const parts: Readonly<Record<string, string>> = {
    body: prefix.replaceAll(' ', ''),
    meeting: String(number),
    day: `${day.slice(8, 10)}${day.slice(5, 7)}`,
    number: String(paper).padStart(2, '0'),
  }
  return pattern.replace(/\{(\w+)\}/g, (all, part: string) => parts[part] ?? all)
}
