import type { z } from 'zod'
import { type Refused, refused } from '../../domain/refusal.ts'

const MOST_PROBLEMS = 10
const MOST_LETTERS = 60

/** One thing wrong with a fact file, said in one line. `key` is its path in the fact or, without a fact, in the file. */
export type Problem = {
  readonly fact?: { readonly number: number; readonly id: string }
  readonly key?: string
  readonly expected: string
  readonly got: string
  readonly remedy: string
}

/** All problems of a file, one line each, ten at most; the facts concerned in `about`. */
export function refusedFile(file: string, problems: readonly Problem[]): Refused {
  const lines = problems.slice(0, MOST_PROBLEMS).map((problem) => lineOf(file, problem))
  const left = problems.length - lines.length
  const rest = left > 0 ? [`${file}: ${left} more ${left === 1 ? 'problem' : 'problems'}; mend the first ten and read it again`] : []
  const about = new Set(problems.flatMap(({ fact }) => fact?.id ?? []))
  return refused([...lines, ...rest].join('\n'), [...about])
}

function lineOf(file: string, { fact, key, expected, got, remedy }: Problem): string {
  const where = [file, ...(fact ? [`fact ${fact.number} (${fact.id})`] : []), ...(key ? [`key "${key}"`] : [])].join(', ')
  return `${where}: expected ${expected}, got ${got}; ${remedy}`
}

/** What a schema refused in a value, whose own place is `base`; each message of our schemas is the phrase of what it expected. */
export function problemsOf(error: z.ZodError, value: unknown, base: string): readonly Omit<Problem, 'fact'>[] {
  return error.issues.flatMap((issue) => leavesOf(issue)).map((issue) => problemOf(issue, value, base))
}

type Leaf = { readonly issue: z.core.$ZodIssue; readonly path: readonly PropertyKey[] }

/** The branch of a union that was meant is the one whose first look did not refuse the value. */
function leavesOf(issue: z.core.$ZodIssue, path: readonly PropertyKey[] = []): readonly Leaf[] {
  const here = [...path, ...issue.path]
  if (issue.code !== 'invalid_union') return [{ issue, path: here }]
  const meant = issue.errors.find((branch) => branch.every((inner) => inner.path.length > 0 || inner.code !== 'invalid_type'))
  if (!meant || meant.length === 0) return [{ issue, path: here }]
  return meant.flatMap((inner) => leavesOf(inner, here))
}

function problemOf({ issue, path }: Leaf, value: unknown, base: string): Omit<Problem, 'fact'> {
  const parts = base === '' ? path : [base, ...path]
  const key = parts.length > 0 ? { key: keyOf(parts) } : {}
  if (issue.code === 'unrecognized_keys')
    return { ...key, expected: issue.message, got: issue.keys.map(shown).join(', '), remedy: 'correct the key or take it out' }
  const found = path.reduce<unknown>((inner, part) => (inner as Record<PropertyKey, unknown> | null | undefined)?.[part], value)
  if (found === undefined) return { ...key, expected: issue.message, got: noSuchKey, remedy: 'add it' }
  return { ...key, expected: issue.message, got: shown(found), remedy: 'write it so' }
}

/** What came, where nothing came. */
export const noSuchKey = 'no such key'

const keyOf = (path: readonly PropertyKey[]): string =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`)).join('')

/** A value as JSON, cut where it is long. */
export function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing'
  return json.length > MOST_LETTERS ? `${json.slice(0, MOST_LETTERS)}…` : json
}
