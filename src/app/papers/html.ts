import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { PaperLine } from '../../domain/paper/paper-text.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element
type Told = Omit<PaperLine, 'line'>

const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption', 'legend'])
const inline = new Set(
  'a abbr b bdi bdo cite code em i ins kbd label mark q s samp small span strong sub sup time u var wbr font del'.split(' '),
)
/** What is no part of what a paper says: the frame of a page, its forms, and what is not shown. */
const skipped = new Set('head script style template noscript nav footer form svg button select input iframe'.split(' '))

/**
 * A page in lines: one for each paragraph, heading, item, and row of a table, whose cells are set apart by two spaces. Where a page marks
 * its main part, only that is read. Lines are counted as they are told here, from 1.
 */
export function linesOfHtml(html: string): readonly PaperLine[] {
  const document = parse(html)
  const main = find(document.childNodes, (element) => element.tagName === 'main' || attribute(element, 'role') === 'main')
  return linesIn(main ? [main] : document.childNodes).map((line, index) => ({ line: index + 1, ...line }))
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

  read(nodes: readonly Node[], as: PaperLine['as']): void {
    for (const node of nodes) this.node(node, as)
    this.end(as)
  }

  private node(node: Node, as: PaperLine['as']): void {
    if ('value' in node) this.text += node.value
    if (!('tagName' in node) || skipped.has(node.tagName) || isHidden(node)) return
    const { tagName, childNodes } = node
    if (tagName === 'a') this.link(node)
    if (tagName === 'br') this.end(as)
    else if (inline.has(tagName)) for (const child of childNodes) this.node(child, as)
    else {
      this.end(as)
      if (tagName === 'tr') this.row(node)
      else if (tagName === 'dt') this.term = textOf(childNodes)
      else this.read(childNodes, headings.has(tagName) ? 'heading' : tagName === 'li' ? 'item' : tagName === 'p' ? as : undefined)
    }
  }

  private row({ childNodes }: Element): void {
    const cells = childNodes.filter((child): child is Element => 'tagName' in child && (child.tagName === 'td' || child.tagName === 'th'))
    const inCells = cells.map((cell) => linesIn(cell.childNodes))
    this.links.push(...inCells.flat().flatMap(({ links }) => links ?? []))
    this.text = inCells.map(toText).join('  ')
    this.end('row', true)
  }

  private link(element: Element): void {
    const address = attribute(element, 'href')
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

function linesIn(nodes: readonly Node[]): readonly Told[] {
  const told: Told[] = []
  new Reader(told).read(nodes, undefined)
  return told
}

const toText = (told: readonly Told[]) => told.map(({ text }) => text).join(' ')
const textOf = (nodes: readonly Node[]) => toText(linesIn(nodes))

const attribute = ({ attrs }: Element, name: string): string | undefined => attrs.find((each) => each.name === name)?.value

const isHidden = (element: Element): boolean =>
  attribute(element, 'hidden') !== undefined ||
  attribute(element, 'aria-hidden') === 'true' ||
  /\bvisually-hidden\b/.test(attribute(element, 'class') ?? '')

function find(nodes: readonly Node[], is: (element: Element) => boolean): Element | undefined {
  for (const node of nodes) {
    if (!('tagName' in node)) continue
    const found = is(node) ? node : find(node.childNodes, is)
    if (found) return found
  }
  return undefined
}
