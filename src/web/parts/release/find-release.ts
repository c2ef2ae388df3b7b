import { parseYearMonth } from '../../../domain/calendar/calendar-date.ts'
import { longMonth } from '../../../domain/calendar/format.ts'
import { all, type Found, type Register } from '../../../domain/register.ts'

/**
 * The release that somebody means by 'november-2019', 'nov-2019', 'November-2019-SEC-Release' or '2019-11-release': by its month or its
 * name. Undefined where none or more than one could be meant.
 */
export function releaseSpelled(register: Register, spelling: string): Found<'release'> | undefined {
  const asked = wordsOf(spelling)
  const meant = all(register, 'release').filter(({ id, state }) => spellings(id, state.name).some((words) => isMeant(words, asked)))
  return meant.length === 1 ? meant[0] : undefined
}

/** Its id, its name, and the month that its id names. */
function spellings(id: string, name: string): readonly (readonly string[])[] {
  const month = parseYearMonth(id)
  return [wordsOf(id), wordsOf(name), ...(month ? [wordsOf(longMonth(month)), wordsOf(longMonth(month)).reverse()] : [])]
}

/** Word by word; a word may be cut short to three letters or more ('nov'). */
const isMeant = (words: readonly string[], asked: readonly string[]): boolean =>
  words.length === asked.length && words.every((word, index) => word === asked[index] || isCutShort(word, asked[index] ?? ''))

const isCutShort = (word: string, asked: string): boolean => /^[a-z]{3,}$/.test(asked) && word.startsWith(asked)

/** 'November 2019 SEC Release' is november, 2019: what every release is called says nothing. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && word !== 'sec' && word !== 'release')
