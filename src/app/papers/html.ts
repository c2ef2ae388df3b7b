import type { PaperLine } from '../../domain/paper/paper-text.ts'

type Told = Omit<PaperLine, 'line'>

const headings = new Set(['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'CAPTION', 'LEGEND'])
const inline = new Set(
  'A ABBR B BDI BDO CITE CODE EM I INS KBD LABEL MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR WBR FONT DEL'.split(' '),
)
/** What is no part of what a paper says: the frame of a page, its forms, and what is not shown. */
const skipped = new Set('HEAD TITLE SCRIPT STYLE TEMPLATE NOSCRIPT NAV FOOTER FORM SVG BUTTON SELECT INPUT IFRAME'.split(' '))
const [ELEMENT, TEXT] = [1, 3]

/**
 * A page in lines: one for each paragraph, heading, item, and row of a table, whose cells are set apart by two spaces. Where a page marks
 * its main part, only that is read. Lines are counted as they are told here, from 1.
 */
export async function linesOfHtml(html: string): Promise<readonly PaperLine[]> {
  if (isTooDeep(html)) throw new Error('deeper than a page is')
  const { DOMParser } = await import('linkedom')
  const document = new DOMParser().parseFromString(html, 'text/html') as unknown as Document
  const main = document.querySelector('main, [role=main]')
  return linesIn(main ? [main] : document.childNodes).map((line, index) => ({ line: index + 1, ...line }))
}

/** Elements inside elements: more than any page has, and few enough that their tree is made at once. */
const DEEPEST = 400
/** Ten times those of our own report of October 2019. Were all of them inside one another, their tree would still be made in a second. */
const MOST_TAGS = 40_000
/** What may stay open: its end is left to whoever reads it. */
const unclosed = new Set('p li dt dd tr td th thead tbody tfoot option br hr img input meta link col base area wbr source embed'.split(' '))

/**
 * Counted before a tree is made of it: that takes as long as it is deep. Whatever looks like a tag is one, also in a comment or between
 * quotes, so that none is missed; and what follows its name is taken as it is, so that no page takes long to count.
 */
function isTooDeep(html: string): boolean {
  let [depth, deepest, tags] = [0, 0, 0]
  for (const [tag, close, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9:-]*)[^<>]*/gi)) {
    if (++tags > MOST_TAGS) return true
    if (unclosed.has(name.toLowerCase()) || tag.endsWith('/')) continue
    depth = close ? Math.max(0, depth - 1) : depth + 1
    deepest = Math.max(deepest, depth)
  }
  return deepest > DEEPEST
}

class Reader {
  private text = ''
  private links: string[] = []
  /** The term of a list of terms, told before what is said of it. */
  private term = ''
  private readonly told: Told[]

  constructor(told: Told[]) {
    this.told = told
  }

  read(nodes: Iterable<Node>, as: PaperLine['as']): void {
    for (const node of nodes) this.node(node, as)
    this.end(as)
  }

  private node(node: Node, as: PaperLine['as']): void {
    if (node.nodeType === TEXT) this.text += node.textContent
    if (!isElement(node) || skipped.has(node.tagName.toUpperCase()) || isHidden(node)) return
    const { tagName, childNodes } = node
    if (tagName === 'A') this.link(node)
    if (tagName === 'BR') this.end(as)
    else if (inline.has(tagName)) for (const child of childNodes) this.node(child, as)
    else {
      this.end(as)
      if (tagName === 'TR') this.row(node)
      else if (tagName === 'DT') this.term = textOf(childNodes)
      else this.read(childNodes, headings.has(tagName) ? 'heading' : tagName === 'LI' ? 'item' : tagName === 'P' ? as : undefined)
    }
  }

  private row({ children }: Element): void {
    const cells = [...children].filter(({ tagName }) => tagName === 'TD' || tagName === 'TH')
    const inCells = cells.map((cell) => linesIn(cell.childNodes))
    this.links.push(...inCells.flat().flatMap(({ links }) => links ?? []))
    this.text = inCells.map(toText).join('  ')
    this.end('row', true)
  }

  private link(element: Element): void {
    const address = element.getAttribute('href')
    if (address && /^https?:/.test(address)) this.links.push(address)
  }

  private end(as: PaperLine['as'], keepsSpaces = false): void {
    const text = keepsSpaces ? this.text.trim() : this.text.replace(/\s+/g, ' ').trim()
    const links = this.links.length > 0 ? { links: this.links } : {}
    this.text = ''
    this.links = []
    if (text === '') return
    const term = this.term === '' ? '' : `${this.term}: `
    this.term = ''
    this.told.push({ text: `${term}${text}`, ...(as ? { as } : {}), ...links })
  }
}

function linesIn(nodes: Iterable<Node>): readonly Told[] {
  const told: Told[] = []
  new Reader(told).read(nodes, undefined)
  return told
}

const toText = (told: readonly Told[]) => told.map(({ text }) => text).join(' ')
const textOf = (nodes: Iterable<Node>) => toText(linesIn(nodes))

const isElement = (node: Node): node is Element => node.nodeType === ELEMENT

const isHidden = (element: Element): boolean =>
  element.hasAttribute('hidden') ||
  element.getAttribute('aria-hidden') === 'true' ||
  /\bvisually-hidden\b/.test(element.getAttribute('class') ?? '')
