import { compareIds } from '../../../domain/modification/reference.ts'
import { type Finding, finding } from '../finding.ts'
import type { Listing } from '../reading/listings.ts'
import type { PaperRead } from '../reading/read-paper.ts'

/** Each number against the list that follows it; a list's order; what is in it twice. */
export function listChecks(read: PaperRead): readonly Finding[] {
  const { listings, assessments } = read
  const rows = assessments.filter(({ table }) => table === 'requested').length
  return listings.flatMap((listing) => {
    const listed = listing.topic?.id === 'assessment.requested' ? rows : listing.items.length
    const repeated = repetitionCheck(listing)
    const different = new Set(listing.items.flatMap(({ mention }) => mention?.id ?? [])).size
    // The number is of those that differ: what is listed twice is the fault.
    const counts = repeated.length > 0 && listing.count === different ? [] : countCheck(listing, listed)
    return [...counts, ...orderCheck(listing), ...repeated, ...unlisted(listing, read)]
  })
}

function countCheck({ count, sentence, place, items }: Listing, listed: number): readonly Finding[] {
  const lists = sentence.trimEnd().endsWith(':')
  if (listed === 0 && lists && /\bthe following\b/i.test(sentence))
    return [finding('count', ['error', 'certain'], 'The sentence announces a list, and none follows.', place)]
  if (count === undefined || count === listed) return []
  if (!lists && listed === 0) return []
  const names = items.map(({ mention }) => mention?.written ?? '').filter((name) => name !== '')
  const named = names.length > 0 ? ` (${names.join(', ')})` : ''
  return [
    finding(
      'count',
      ['error', 'certain'],
      `The sentence tells ${count}, and ${listed} ${listed === 1 ? 'is' : 'are'} listed${named}.`,
      place,
    ),
  ]
}

/** A number of proposals or requests of which the paper names none, here or where it tells of the same again. */
function unlisted({ topic, count, sentence, place, items }: Listing, { listings, mentions, assessments }: PaperRead): readonly Finding[] {
  if (!topic || !count || sentence.trimEnd().endsWith(':') || items.length > 0) return []
  const again = listings.some((other) => other.topic?.id === topic.id && other.items.length > 0)
  const named = mentions.some((mention) => mention.place.line === place.line) || sentence.includes('below')
  if (again || named || (topic.id === 'assessment.requested' && assessments.some(({ table }) => table === 'requested'))) return []
  return [finding('count', ['warning', 'likely'], `The sentence tells ${count}, and none is listed or named.`, place)]
}

/** Lists follow the numbers of the proposals, as those of the paper of October 2019 do. */
function orderCheck({ items }: Listing): readonly Finding[] {
  const mentions = items.flatMap(({ mention }) => mention ?? [])
  const out = mentions.find((mention, index) => {
    const before = mentions[index - 1]
    return before && compareIds(before.id, mention.id) > 0
  })
  if (!out) return []
  return [finding('order', ['note', 'certain'], `The list is not in the order of the numbers: ${out.written} comes late.`, out.place)]
}

function repetitionCheck({ items, count }: Listing): readonly Finding[] {
  const mentions = items.flatMap(({ mention }) => mention ?? [])
  return mentions.flatMap((mention, index) => {
    const first = mentions.findIndex(({ id }) => id === mention.id)
    if (first === index) return []
    const twice = mentions[first] as (typeof mentions)[number]
    const told = count === undefined ? '' : ` The sentence tells ${count}.`
    return [finding('repetition', ['error', 'certain'], `${mention.written} is in the list twice.${told}`, twice.place, mention.place)]
  })
}
