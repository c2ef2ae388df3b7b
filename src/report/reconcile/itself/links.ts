import { type Finding, finding } from '../finding.ts'
import type { Link, PaperRead } from '../reading/read-paper.ts'
import { plainTitle } from './names.ts'

/** Addresses against the titles that they are made from, and against each other. */
export function linkChecks({ links, mentions }: PaperRead): readonly Finding[] {
  const pages = links.filter(({ address }) => slugOf(address) !== undefined)
  return [...slashes(pages), ...slugs(pages, mentions)]
}

/** The last part of the address of a modification's page. */
export const slugOf = (address: string): string | undefined => /\/modifications\/([^/?#]+)\/?(?:[?#].*)?$/.exec(address)?.[1]

function slashes(pages: readonly Link[]): readonly Finding[] {
  const without = pages.filter(({ address }) => !/\/(?:[?#].*)?$/.test(address))
  const with_ = pages.length - without.length
  if (without.length === 0 || with_ === 0) return []
  const message = `Addresses of the same site are written in two ways: ${with_} end in a slash, and ${without.length} do not.`
  return [finding('link', ['note', 'certain'], message, ...without.map(({ place }) => place))]
}

/** A slug is its title in small letters; one that is no title of the paper leads elsewhere. */
function slugs(pages: readonly Link[], mentions: PaperRead['mentions']): readonly Finding[] {
  const titles = [...new Set(mentions.flatMap(({ title }) => (title === undefined ? [] : [asSlug(title)])))]
  if (titles.length === 0) return []
  const seen = new Set<string>()
  return pages.flatMap(({ address, place }) => {
    const slug = slugOf(address) as string
    // Sites shorten long addresses, and number those that come twice.
    const fits = titles.some((title) => title === slug || title.startsWith(slug) || slug.replace(/-\d+$/, '') === title)
    if (fits || seen.has(slug)) return []
    seen.add(slug)
    return [finding('link', ['warning', 'likely'], `The address …/modifications/${slug} is of no title in the paper.`, place)]
  })
}

const asSlug = (title: string): string =>
  plainTitle(title)
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/^-+|-+$/g, '')
