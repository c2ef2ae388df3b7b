import type { Row } from '../../../domain/rulebook/rulebook.ts'

type Group = { readonly id: string; readonly title: string; readonly about?: string; readonly rows: readonly Row[] }

const kinds: readonly (Omit<Group, 'rows'> & { readonly holds: (id: string) => boolean })[] = [
  { id: 'wording', title: 'Wording of the report', about: 'What the monthly paper prints, by section.', holds: (id) => id.includes('/') },
  { id: 'words', title: 'Words', about: 'What things are called on these pages.', holds: (id) => id.startsWith('words-') },
  { id: 'terms', title: 'Terms', about: 'What the Code’s words mean, in plain English.', holds: (id) => id.startsWith('glossary-') },
]

/** Rows as they are read: the rules first, what things are called after them. */
export function groupedRows(rows: readonly Row[]): readonly Group[] {
  const others = kinds.map(({ holds, ...kind }) => ({ ...kind, rows: rows.filter(({ id }) => holds(id)) }))
  const rules = rows.filter(({ id }) => !kinds.some(({ holds }) => holds(id)))
  return [{ id: 'rules', title: 'Rules', rows: rules }, ...others].filter((group) => group.rows.length > 0)
}
