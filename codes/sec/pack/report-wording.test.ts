import { describe, expect, it } from 'vitest'
import { forms, type Templates, templates, vocabularies, wordingRow } from '../../../src/report/change-status/templates.ts'
import { reportWording } from './report-wording.ts'

const tables = new Map(reportWording.map(({ id, value }) => [id, value.kind === 'table' ? value.entries : {}]))

describe('the wording of the report', () => {
  it('has one row for each section and vocabulary, ids used once', () => {
    const sections = new Set(Object.keys(templates).map((id) => wordingRow(id.slice(0, id.indexOf('.')))))
    expect([...tables.keys()].sort()).toEqual([...sections, ...vocabularies.map(wordingRow)].sort())
    expect(tables.size).toBe(reportWording.length)
  })

  it.each(Object.entries(templates))('%s has its words, and only its own places', (id, { slots, counted }) => {
    const section = id.slice(0, id.indexOf('.'))
    const key = id.slice(section.length + 1)
    const texts = (counted ? forms.map((form) => `${key}.${form}`) : [key]).map((each) => tables.get(wordingRow(section))?.[each])
    const allowed: readonly string[] = counted ? ['count', ...slots] : slots
    for (const text of texts) {
      expect(text).toBeDefined()
      expect(allowed).toEqual(expect.arrayContaining([...(text ?? '').matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot)))
    }
  })

  it('names every template that the report has', () => {
    const count = Object.values<Templates[keyof Templates]>(templates).reduce((sum, { counted }) => sum + (counted ? 3 : 1), 0)
    const words = [...tables].filter(([id]) => !vocabularies.some((name) => wordingRow(name) === id))
    expect(words.reduce((sum, [, entries]) => sum + Object.keys(entries).length, 0)).toBe(count)
  })
})
