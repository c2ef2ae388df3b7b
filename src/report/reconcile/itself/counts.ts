import { compareIds } from '../../../domain/modification/reference.ts'
import { type Finding, finding } from '../finding.ts'
import type { Listing } from '../reading/listings.ts'
import type { PaperRead } from '../reading/read-paper.ts'

/** Each number against the list that follows it; a list's order; what is in it twice. */
export function listChecks({ listings, assessments }: PaperRead): readonly Finding[] {
  const rows = assessments.filter(({ table }) => table === 'requested').length
  return listings.flatMap((listing) => {
    const listed = listing.topic?.id === 'assessment.requested' ? rows : listing.items.length
    return [...countCheck(listing, listed), ...orderCheck(listing), ...repetitionCheck(listing)]
  })
}

function countCheck({ count, sentence, place, items }: Listing, listed: number): readonly Finding[] {
  const lists = sentence.trimEnd().endsWith(':')
  if (listed === 0 && lists && /\bthe following\b/i.test(sentence))
    return [finding('count', ['error', 'certain'], 'The sentence announces a list, and none follows.', place)]
  if (count === undefined) return []
  if (count === listed || (!lists && listed === 0)) return []
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

function repetitionCheck({ items }: Listing): readonly Finding[] {
  const mentions = items.flatMap(({ mention }) => mention ?? [])
  return mentions.flatMap((mention, index) => {
    const first = mentions.findIndex(({ id }) => id === mention.id)
    if (first === index) return []
    const twice = mentions[first] as (typeof mentions)[number]
    return [finding('repetition', ['error', 'certain'], `${mention.written} is in the list twice.`, twice.place, mention.place)]
  })
}
