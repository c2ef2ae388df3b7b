import { MANIFEST_IN_PAGE, PAPER_IN_PAGE } from '../../report/published/page.ts'
import type { Carried, Piece } from './carriers.ts'

const [ELEMENT, TEXT] = [1, 3]
/** What stands in a line with the words around it; all else begins one of its own. */
const inline = new Set(['A', 'SPAN', 'STRONG', 'CODE'])

/**
 * A page of the site as a browser saves it: its manifest, and every word of the paper in it, one piece for each paragraph and each cell.
 * Where its links lead is not told: a page keeps the time that its reader asked for. Around the paper the site says what it will.
 */
export async function inPage(bytes: Uint8Array): Promise<Carried> {
  const { DOMParser } = await import('linkedom')
  const document = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'text/html') as unknown as Document
  const manifest = document.getElementById(MANIFEST_IN_PAGE)?.textContent
  const papers = [...document.querySelectorAll(PAPER_IN_PAGE)]
  return { manifest: manifest ? JSON.parse(manifest) : undefined, pieces: papers.flatMap(piecesOf) }
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
