import { JSDOM } from 'jsdom'
import mammoth from 'mammoth'
import { getDocument } from 'unpdf/pdfjs'

/**
 * What a paper says in each of its forms, as a reader's program finds it. Where lines break is the form's own affair, so white space is left out.
 */

export function textOfPage(html: string): string {
  const { document } = new JSDOM(html).window
  return unspaced((document.querySelector('article') ?? document.body).textContent)
}

export async function textOfDocx(docx: Uint8Array): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docx) })
  return unspaced(value)
}

/** In the order in which it is read out. Heads and feet of pages, rules and pictures are marked as no text of it. */
export async function textOfPdf(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    pages.push(wordsOf(items, new Set(contentOf((await page.getStructTree()) as Node, false))))
  }
  await document.destroy()
  return unspaced(pages.join('').replaceAll('•', ''))
}

export async function bookmarksOf(pdf: Uint8Array): Promise<readonly string[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const bookmarks = (await document.getOutline()).map(({ title }) => title)
  await document.destroy()
  return bookmarks
}

type Item = { readonly str: string } | { readonly type: string; readonly tag?: string; readonly id?: string }
type Node = { readonly id?: string; readonly role?: string; readonly alt?: string; readonly children?: readonly Node[] }

/** The ids of what a page shows inside of pictures that have a text beside them. */
function contentOf(node: Node | null, isInPicture: boolean): readonly string[] {
  if (!node) return []
  const isPicture = isInPicture || (node.role === 'Figure' && node.alt !== undefined)
  return [...(isPicture && node.id ? [node.id] : []), ...(node.children ?? []).flatMap((child) => contentOf(child, isPicture))]
}

function wordsOf(items: readonly Item[], pictures: ReadonlySet<string>): string {
  const open: boolean[] = []
  let text = ''
  for (const item of items) {
    if ('str' in item) text += open.includes(true) ? '' : item.str
    else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.tag === 'Artifact' || pictures.has(item.id ?? ''))
  }
  return text
}

const unspaced = (text: string): string => text.replace(/\s+/g, '')
