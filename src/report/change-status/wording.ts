import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { own } from '../../domain/own.ts'
import { type Register, ruleOn } from '../../domain/register.ts'
import { capitalised } from '../words/capitalised.ts'
import { type CountedId, type PlainId, type SlotsOf, type TemplateId, type Vocabulary, wordingRow } from './templates.ts'

/** The words of the report in force on a day. What has no words is said in brackets, and never invented. */
export type Wording = {
  readonly say: <K extends PlainId>(id: K, slots: Readonly<Record<SlotsOf<K>, string>>) => string
  /** A part of a sentence: it keeps its first letter. */
  readonly phrase: <K extends PlainId>(id: K, slots: Readonly<Record<SlotsOf<K>, string>>) => string
  /** The form that agrees with the number; numbers up to ten are words. */
  readonly count: <K extends CountedId>(id: K, count: number, slots: Readonly<Record<SlotsOf<K>, string>>) => string
  readonly countPhrase: <K extends CountedId>(id: K, count: number, slots: Readonly<Record<SlotsOf<K>, string>>) => string
  /** A sentence of its own, which an author may reword: `of` tells it apart where the report says it of several. */
  readonly tell: <K extends PlainId>(id: K, slots: Readonly<Record<SlotsOf<K>, string>>, of?: string) => Said
  readonly tellCount: <K extends CountedId>(id: K, count: number, slots: Readonly<Record<SlotsOf<K>, string>>, of?: string) => Said
  readonly term: (vocabulary: Vocabulary, key: string) => string | undefined
}

/** A sentence as it is said: its name, its words with their places, and what fills these. */
export type Said = {
  readonly text: string
  readonly sentence: string
  readonly words: string
  readonly places: Readonly<Record<string, string>>
}

type Table = Readonly<Record<string, string>>

export function wordingOn(register: Register, day: CalendarDate): Wording {
  const rows = new Map<string, Table>()
  const table = (part: string): Table => {
    const read = rows.get(part) ?? tableOf(register, part, day)
    rows.set(part, read)
    return read
  }
  const template = (id: TemplateId, form?: string): string => {
    const [section = '', ...rest] = id.split('.')
    const key = form ? [...rest, form].join('.') : rest.join('.')
    return own(table(section), key) ?? `[no words are installed for ${section}.${key}]`
  }
  const told = (id: TemplateId, form: string | undefined, places: Readonly<Record<string, string>>, of: string | undefined): Said => {
    const words = template(id, form)
    const name = form ? `${id}.${form}` : id
    return { text: capitalised(filled(words, places)), sentence: of ? `${name}/${of}` : name, words, places }
  }
  return {
    tell: (id, slots, of) => told(id, undefined, slots, of),
    tellCount: (id, count, slots, of) => told(id, formOf(count), { ...slots, count: numberWord(count) }, of),
    say: (id, slots) => capitalised(filled(template(id), slots)),
    phrase: (id, slots) => filled(template(id), slots),
    count: (id, count, slots) => capitalised(filled(template(id, formOf(count)), { ...slots, count: numberWord(count) })),
    countPhrase: (id, count, slots) => filled(template(id, formOf(count)), { ...slots, count: numberWord(count) }),
    term: (vocabulary, key) => own(table(vocabulary), key),
  }
}

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const

/** 'no', 'four', 'ten', '11' */
export const numberWord = (count: number): string => words[count] ?? String(count)

export const formOf = (count: number): 'none' | 'one' | 'many' => (count === 0 ? 'none' : count === 1 ? 'one' : 'many')

/** Fills the places and drops the gaps that empty ones leave; a place that nothing fills stays as it is written. */
export function filled(template: string, slots: Readonly<Record<string, string>>): string {
  const text = template.replace(/\{(\w+)\}/g, (place, slot: string) => own(slots, slot) ?? place)
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:;])/g, '$1')
    .trim()
}

function tableOf(register: Register, part: string, day: CalendarDate): Table {
  const value = ruleOn(register, wordingRow(part), day)?.value.value
  return value?.kind === 'table' ? value.entries : {}
}
