import { MANIFEST_IN_PAGE, PAPER_IN_PAGE } from '../../report/published/page.ts'
import type { Carried, Piece } from './carriers.ts'

const [ELEMENT, TEXT] = [1, 3]
/** What stands in a line with the words around it; all else begins one of its own. */
const inline = new Set(['A', 'SPAN', 'STRONG', 'CODE'])

/**
 * A page of the site as a browser saves it: its manifest, every word of the paper in it, one piece for each paragraph and each cell, and the
 * elements of which it is built, so that none hides a word or shows another. Where its links lead is not told: a page keeps the time that
 * its reader asked for. Around the paper the site says what it will, without what could change how the paper looks.
 */
export async function inPage(bytes: Uint8Array): Promise<Carried> {
  const { DOMParser } = await import('linkedom')
  const document = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'text/html') as unknown as Document
  const manifest = document.getElementById(MANIFEST_IN_PAGE)?.textContent
  const papers = [...document.querySelectorAll(PAPER_IN_PAGE)]
  const pieces = [...papers.flatMap(piecesOf), ...papers.flatMap(elementsOf), ...around(document, papers)]
  return { manifest: manifest ? JSON.parse(manifest) : undefined, pieces }
}

/** Rewritten when a page is saved: where its pictures lie beside it, where its links lead. */
const rewritten: ReadonlySet<string> = new Set(['href', 'src', 'srcset'])

const described = (element: Element): string =>
  [
    element.tagName.toLowerCase(),
    ...[...element.attributes].flatMap(({ name, value }) => (rewritten.has(name) ? [] : [`${name}=${value}`])).sort(),
  ].join(' ')

/** A link as the site makes it: whether there is one depends on what its reader asked for. */
const LINK = 'a class=govuk-link'

/** The paper's elements in their order, each with its attributes; without its links. */
const elementsOf = (paper: Element): readonly Piece[] =>
  [paper, ...paper.querySelectorAll('*')]
    .map(described)
    .filter((element) => element !== LINK)
    .map((text) => ({ text, about: 'an element of it' }))

const active = 'script, style, iframe, frame, object, embed, applet, base, dialog, meta[http-equiv=refresh], [style], [srcdoc]'
const covering = ['hidden', 'inert', 'aria-hidden', 'popover'] as const

/** What the site never has around a paper: what runs, what changes its looks, and what hides it. */
function around(document: Document, papers: readonly Element[]): readonly Piece[] {
  const own = [...document.querySelectorAll(active), ...[...document.querySelectorAll('*')].filter(runs)]
  const seconds = [...document.querySelectorAll('div.app-report, main.app-report')]
  const sheets = [...document.querySelectorAll('link[rel~=stylesheet]')].filter(
    (link) => !/(?:^|\/)site-[0-9a-f]{12}\.css$/.test(link.getAttribute('href') ?? ''),
  )
  const above = papers.flatMap(ancestorsOf).filter(covers)
  return [...own.filter((element) => described(element) !== MANIFEST), ...seconds, ...sheets, ...above].map((element) => ({
    text: described(element),
    about: 'around the paper, what the site never has',
  }))
}

/** The data of the manifest, which is the one script of a page: whatever else bears its name is another. */
const MANIFEST = `script id=${MANIFEST_IN_PAGE} type=application/json`

const runs = (element: Element): boolean =>
  [...element.attributes].some(
    ({ name, value }) => /^on/i.test(name) || (rewritten.has(name) && /^\s*(?:javascript|data|vbscript):/i.test(value)),
  )

const covers = (element: Element): boolean => covering.some((name) => element.hasAttribute(name)) || /hidden/.test(element.className)

function ancestorsOf({ parentElement }: Element): readonly Element[] {
  return parentElement ? [parentElement, ...ancestorsOf(parentElement)] : []
}

function piecesOf(paper: Element): readonly Piece[] {
  const pieces: Piece[] = []
  let [words, section] = ['', '']
  const end = () => {
    const text = words.replace(/\s+/g, ' ').trim()
    if (text !== '') pieces.push({ text, about: section === '' ? 'its title' : `its section “${section}”` })
    words = ''
  }
  const read = (node: Node): void => {
    if (node.nodeType === TEXT) words += node.textContent
    if (node.nodeType !== ELEMENT) return
    const element = node as Element
    const isInline = inline.has(element.tagName)
    if (!isInline) end()
    if (element.tagName === 'IMG') words += element.getAttribute('alt') ?? ''
    if (element.tagName === 'H2') section = element.textContent ?? ''
    for (const child of element.childNodes) read(child)
    if (!isInline) end()
  }
  read(paper)
  return pieces
}
