import type { Manifest } from './manifest.ts'

/** Where a page has the manifest of its paper, as data that no browser shows or runs; and the one element that is the paper. */
export const MANIFEST_IN_PAGE = 'codicil-manifest'
export const PAPER_IN_PAGE = 'article.app-report'

/** JSON as it may stand in a page: nothing in it ends the element that holds it. */
export const manifestData = (manifest: Manifest): string => JSON.stringify(manifest).replaceAll('<', '\\u003c')

/** A paper in HTML as a page holds it, with its manifest. */
export const pageOf = (paper: string, manifest: Manifest): string =>
  `<article class="app-report">${paper}</article><script type="application/json" id="${MANIFEST_IN_PAGE}">${manifestData(manifest)}</script>`
