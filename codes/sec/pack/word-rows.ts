import { grammar } from './grammar.ts'
import { list, type PackRow, table, word } from './row.ts'
import { type PackSource, sources } from './sources.ts'
import { words } from './words.ts'

/** The words that are plain tables, as rows: so they are in the log with their source, and an administrator may change them. */
export const wordRows: readonly PackRow[] = [
  worded(
    'words-stages',
    "The stages, by the report's names",
    named(words.stages, ({ report }) => report),
    sources.paper,
  ),
  worded(
    'words-stage-terms',
    "The stages, by the Code's terms",
    named(words.stages, ({ term }) => term),
    sources.aboutSecChange,
  ),
  worded(
    'words-steps',
    'The steps inside the stages',
    named(words.steps, ({ name }) => name),
    sources.paper,
  ),
  worded(
    'words-action-holders',
    'Who holds the action at each step',
    named(words.steps, ({ holder }) => holder),
    sources.paper,
    'inferred',
  ),
  worded(
    'words-next-acts',
    'What the holder of the action has to do at each step',
    named(words.steps, ({ next }) => next),
    sources.paper,
    'inferred',
  ),
  worded('words-code', 'What the code is called', { name: words.code, abbreviation: words.abbreviation }, sources.paper),
  ...words.glossary.map(({ term, meaning, source }) => glossaryRow(term, meaning, source)),
  worded('words-outcomes', 'How a modification ends', words.outcomes, sources.november2019Release, 'inferred'),
  worded('words-in-sentence', 'What a sentence calls bodies and organisations', words.inSentence, sources.paper),
  worded('words-paths', 'The paths', words.paths, sources.modificationForm),
  worded(
    'words-classifications',
    'The classes of information',
    named(words.classifications, ({ name }) => name),
    sources.panelInformationPolicy,
  ),
  worded('words-handling-white', 'How White is handled', { white: words.classifications.white.handling }, sources.paper),
  worded('words-handling-others', 'How the other classes are handled', handlingOfOthers(), sources.recalled, 'recalled'),
  worded(
    'words-assessment-kinds',
    'The kinds of assessment',
    named(words.assessmentKinds, ({ name }) => name),
    sources.paper,
  ),
  worded('words-consultation-kinds', 'The kinds of consultation', words.consultationKinds, sources.paper),
  {
    id: 'words-party-categories',
    title: 'The Party categories',
    value: list(...words.partyCategories),
    certainty: 'found',
    enforcement: 'inform',
    source: sources.aboutTheSec,
  },
  worded('reference-forms', 'How references are written: prefix, digits, numbers', forms(), sources.paper),
]

function worded(
  id: string,
  title: string,
  entries: Readonly<Record<string, string>>,
  source: PackSource,
  certainty: PackRow['certainty'] = 'found',
): PackRow {
  return { id, title, value: table(entries), certainty, enforcement: 'inform', source, appliesTo: 'everything live' }
}

/** A term of the glossary is a row of its own, so that it is mended and followed by itself. */
function glossaryRow(term: string, meaning: string, source: PackSource): PackRow {
  const id = term
    .replace(/\s*\(.*\)$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return {
    id: `glossary-${id}`,
    title: term,
    value: word(meaning),
    certainty: 'found',
    enforcement: 'inform',
    source,
    appliesTo: 'everything live',
  }
}

function named<T>(entries: Readonly<Record<string, T>>, nameOf: (entry: T) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(entries).map(([key, entry]) => [key, nameOf(entry)]))
}

function handlingOfOthers(): Readonly<Record<string, string>> {
  const { white, ...others } = words.classifications
  return named(others, ({ handling }) => handling)
}

function forms(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    grammar.forms.map(({ prefix, digits, numbers, when }) => [
      prefix,
      `${digits} digits, numbers from ${numbers.from}${numbers.to === undefined ? '' : ` to ${numbers.to}`}, ${when}`,
    ]),
  )
}
