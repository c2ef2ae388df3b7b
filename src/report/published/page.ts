import type { Manifest } from './manifest.ts'

/** Where a page has the manifest of its paper, as data that no browser shows or runs; and the one element that is the paper. */
export const MANIFEST_IN_PAGE = 'codicil-manifest'
export const PAPER_IN_PAGE = 'article.app-report'

/**
 * What a page tells of from what its paper was drawn, as JSON that nothing in it can end. The figures are in the page as words, and in the entry
 * that published them: without their members the page stays small.
 */
export function manifestData({ figures, rules, holidays, window, ...anchor }: Manifest): string {
  return JSON.stringify(anchor).replaceAll('<', '\\u003c')
}

/** A paper in HTML as a page holds it, with its manifest. */
export const pageOf = (paper: string, manifest: Manifest): string =>
  `<article class="app-report">${paper}</article><script type="application/json" id="${MANIFEST_IN_PAGE}">${manifestData(manifest)}</script>`
