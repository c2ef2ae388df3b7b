import type { CalendarDate, YearMonth } from '../../../domain/calendar/calendar-date.ts'
import type { ReferenceGrammar } from '../../../domain/modification/reference.ts'
import { type Block, type Place, placeIn } from '../paper.ts'
import { DEFINITION } from './blocks.ts'
import { daysIn } from './days.ts'
import { type Mention, mentionsIn } from './mentions.ts'
import { numberOf, withNumber } from './numbers.ts'
import { sentencesOf, type Topic, topicOf } from './topics.ts'

/** A sentence that tells a number or is followed by a list, with what is in the list. */
export type Listing = {
  readonly topic?: Topic
  readonly sentence: string
  readonly count?: number
  readonly place: Place
  /** What the sentence is of, where it names one thing: the release and the day in brackets, or the days it tells. */
  readonly release?: { readonly name: string; readonly date: string; readonly day?: CalendarDate }
  readonly days: readonly CalendarDate[]
  readonly items: readonly Item[]
}
export type Item = { readonly text: string; readonly mention?: Mention; readonly place: Place }

const ANY_COUNT = withNumber('\\bThere (?:is|are)(?: currently)? #')
/** 'It considered two modifications:' */
const COUNT_OF = withNumber(
  '# (?:[\\p{L}-]+ ){0,3}(?:modifications?|proposals?|consultations?|reports?|decisions?|assessments?|releases?)\\b',
)

/** Every sentence that is about something a paper lists, with the items that follow it. */
export function listingsOf(blocks: readonly Block[], grammar: ReferenceGrammar, month: YearMonth | undefined): readonly Listing[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'paragraph' || DEFINITION.test(block.text)) return []
    const sentences = sentencesOf(block.text)
    return sentences.flatMap((sentence, at) => {
      const lists = at === sentences.length - 1 && sentence.trimEnd().endsWith(':')
      const topic = topicOf(sentence)
      const items = lists ? itemsAfter(blocks, index, grammar) : topic ? itemsWithin(block, sentences.slice(at), grammar) : []
      if (!topic && items.length === 0) return []
      return [listing(block, sentence, items, topic, month)]
    })
  })
}

function listing(block: Block, sentence: string, items: readonly Item[], topic: Topic | undefined, month?: YearMonth): Listing {
  const [, number = ''] =
    (topic ? topic.count : ANY_COUNT)?.exec(sentence) ?? (items.length > 0 && !topic ? (COUNT_OF.exec(sentence) ?? []) : [])
  const count = numberOf(number)
  const release = topic?.id === 'releases.scheduled' ? releaseIn(sentence, month) : undefined
  return {
    ...(topic ? { topic } : {}),
    sentence,
    ...(count === undefined ? {} : { count }),
    place: placeIn(block, sentence.slice(0, 60)),
    ...(release ? { release } : {}),
    days: daysIn(sentence, month).flatMap(({ day }) => day ?? []),
    items,
  }
}

/** 'There is one … with the Authority for decision: MP936 ‘Insulator Colours’.', told in the sentence itself. */
function itemsWithin(block: Block, [sentence = '', next = '']: readonly string[], grammar: ReferenceGrammar): readonly Item[] {
  const text = sentence.trimEnd().endsWith(':') ? next : sentence
  return mentionsIn({ ...block, text }, grammar)
    .filter(({ title }) => title !== undefined)
    .map((mention) => ({ text: mention.written, mention, place: mention.place }))
}

/** 'the November 2019 SEC Release (7 November 2019)'. */
function releaseIn(sentence: string, month?: YearMonth): Listing['release'] {
  const [, name, date] = /\bapproved for implementation in (?:the )?(.+?)\s*\(([^)]+)\)/i.exec(sentence) ?? []
  if (name === undefined || date === undefined) return undefined
  const day = daysIn(date, month)[0]?.day
  return { name, date, ...(day ? { day } : {}) }
}

function itemsAfter(blocks: readonly Block[], index: number, grammar: ReferenceGrammar): readonly Item[] {
  const items: Item[] = []
  for (const block of blocks.slice(index + 1)) {
    const [mention] = mentionsIn(block, grammar)
    // Where the bullets of a list did not come out, its items still begin with a reference and its title.
    const stands = mention?.title !== undefined && block.text.startsWith(mention.written)
    if (block.kind !== 'item' && !stands) break
    items.push({ text: block.text, place: placeIn(block), ...(mention ? { mention } : {}) })
  }
  return items
}
