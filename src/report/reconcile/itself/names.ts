import { type Finding, finding } from '../finding.ts'
import type { Mention } from '../reading/mentions.ts'
import type { PaperRead } from '../reading/read-paper.ts'

/** What one thing is called in two ways: references, titles, and who raised it. */
export function nameChecks(read: PaperRead, known: readonly string[]): readonly Finding[] {
  return [...references(read), ...kinds(read), ...titles(read), ...raisers(read, known)]
}

function references({ mentions }: PaperRead): readonly Finding[] {
  return [...Map.groupBy(mentions, ({ id }) => id)].flatMap(([, all]) => {
    const odd = all.filter(({ written, canonical }) => written !== canonical)
    const right = all.find(({ written, canonical }) => written === canonical)
    const [first] = odd
    if (first) {
      const also = right ? `, and ${right.written} elsewhere` : ''
      const times = odd.length > 1 ? ` ${odd.length} times` : ''
      const message = `The reference is written ${first.written}${times}${also}: its form is ${first.canonical}.`
      return [finding('reference', ['warning', 'certain'], message, ...odd.map(({ place }) => place), ...(right ? [right.place] : []))]
    }
    const forms = [...new Map(all.map((mention) => [mention.written, mention])).values()]
    if (forms.length < 2) return []
    const message = `One proposal is called ${forms.map(({ written }) => written).join(' and ')} in the same paper.`
    return [finding('reference', ['warning', 'likely'], message, ...forms.map(({ place }) => place))]
  })
}

const kinds = ({ assessments }: PaperRead): readonly Finding[] =>
  assessments.flatMap(({ kindWritten, assessmentKind, mention, place }) => {
    if (kindWritten === undefined) return []
    const message = `The type of an assessment of ${mention.written} is written ${kindWritten}, for ${assessmentKind}.`
    return [finding('reference', ['note', 'certain'], message, place)]
  })

/** A title as it is compared: marks, dashes, spaces and capitals apart. */
export const plainTitle = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[‘’'“”"]/g, '')
    .replace(/[\s\p{Pd}]+/gu, ' ')
    .trim()

function titles({ mentions }: PaperRead): readonly Finding[] {
  const titled = mentions.filter(({ title }) => title !== undefined)
  const byId = [...Map.groupBy(titled, ({ id }) => id).values()].flatMap((all) => {
    const [first] = all as [Mention, ...Mention[]]
    const other = all.find(({ title }) => plainTitle(title ?? '') !== plainTitle(first.title ?? ''))
    if (!other) return []
    const message = `${first.canonical} has two titles: ‘${first.title}’ and ‘${other.title}’.`
    return [finding('title', ['error', 'certain'], message, first.place, other.place)]
  })
  const byTitle = [...Map.groupBy(titled, ({ title }) => plainTitle(title ?? '')).values()].flatMap((all) => {
    const [first] = all as [Mention, ...Mention[]]
    const other = all.find(({ id }) => id !== first.id)
    if (!other) return []
    const message = `The title ‘${first.title}’ stands at ${first.written} and at ${other.written}.`
    return [finding('title', ['error', 'likely'], message, first.place, other.place)]
  })
  return [...byId, ...byTitle]
}

/** A name that is all but one that is known, or that the paper has elsewhere. */
function raisers({ raised }: PaperRead, known: readonly string[]): readonly Finding[] {
  const names = [...known, ...raised.flatMap(({ by }) => (by === undefined ? [] : [withoutArticle(by)]))]
  return raised.flatMap(({ by, place }) => {
    const name = by === undefined ? '' : withoutArticle(by)
    if (name === '' || known.includes(name)) return []
    const near = names.find((other) => other !== name && other.length > 5 && distance(other.toLowerCase(), name.toLowerCase()) <= 2)
    if (near === undefined) return []
    return [finding('name', ['warning', 'likely'], `The name ${name} is all but ${near}: is it the same?`, place)]
  })
}

export const withoutArticle = (name: string): string => name.replace(/^the /i, '')

/** How many letters are changed, added or left out between two words. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
