import { hash } from 'node:crypto'
import { refused, type Verdict } from '../../domain/refusal.ts'
import { MANIFEST, type PublishedForm } from '../../report/published/files.ts'
import { inPage } from './page-carrier.ts'

/** A piece of what a file says, in its order: a paragraph, a line, a value, where a link leads; `about` is where it stands. */
export type Piece = { readonly text: string; readonly about: string }

/** What a file carries: its manifest as JSON, and all that it says. */
export type Carried = { readonly manifest: unknown; readonly pieces: readonly Piece[] }

/** What can be checked: the files of a paper, and its page as a browser saves it. */
export type CarriedForm = PublishedForm | 'html'

/** How each form is read: as a reader's program would, from the bytes and nothing else. */
const carriers: Readonly<Record<CarriedForm, (bytes: Uint8Array) => Promise<Carried>>> = {
  json: async (bytes) => {
    const { manifest, ...told } = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>
    return { manifest, pieces: leavesOf(told, []) }
  },
  docx: inDocx,
  pdf: inPdf,
  html: inPage,
  // Plain text carries nothing: what it is of is told by its title.
  txt: async (bytes) => {
    const lines = new TextDecoder().decode(bytes).split('\n')
    return { manifest: undefined, pieces: lines.map((text, index) => ({ text, about: `line ${index + 1}` })) }
  },
}

/** Reads a file by the ending of its name; refused in one line where it is none of ours. */
export async function carriedIn(name: string, bytes: Uint8Array): Promise<Verdict<Carried & { readonly form: CarriedForm }>> {
  const ending = name
    .slice(name.lastIndexOf('.') + 1)
    .toLowerCase()
    .replace(/^htm$/, 'html')
  const form = (Object.keys(carriers) as CarriedForm[]).find((each) => each === ending)
  const forms = Object.keys(carriers)
    .map((each) => `.${each}`)
    .join(', ')
  if (!form) return refused(`${name} is no file that can be checked`, [], [`give a published paper as ${forms}`])
  const carried = await carriers[form](bytes).catch(() => undefined)
  if (!carried) return refused(`${name} cannot be read as ${form.toUpperCase()}`, [], ['fetch the file again'])
  if (carried.manifest === undefined && form !== 'txt')
    return refused(`${name} carries no manifest`, [], ['give a paper that was published here: only those carry one'])
  return { ...carried, form }
}

/** Every value of a JSON document with the path to it. */
function leavesOf(value: unknown, path: readonly string[]): readonly Piece[] {
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...path, key]))
  return [{ text: String(value), about: path.join('/') }]
}

/** The paragraphs of the document, its heads and feet; where its links lead; its pictures by their hashes. */
async function inDocx(bytes: Uint8Array): Promise<Carried> {
  const { unzipSync } = await import('fflate')
  const parts = Object.entries(unzipSync(bytes)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const text = (content: Uint8Array) => new TextDecoder().decode(content)
  const attachment = parts
    .map(([, content]) => text(content))
    .find((content) => content.includes(`urn:codicil:attachment" name="${MANIFEST}"`))
  const manifest =
    attachment && JSON.parse(unescaped(attachment.replace(/^[\s\S]*?<attachment [^>]*>/, '').replace(/<\/attachment>[\s\S]*$/, '')))
  const pieces = parts.flatMap(([path, content]): readonly Piece[] => {
    if (/^word\/(document|header\d*|footer\d*)\.xml$/.test(path)) return paragraphsOf(partName(path), text(content))
    if (path === 'docProps/core.xml') return propertiesOf(text(content))
    if (/^word\/_rels\/.*\.rels$/.test(path))
      return [...text(content).matchAll(/Target="([^"]*)"/g)].map(([, to = '']) => ({ text: to, about: 'where a link leads' }))
    return path.startsWith('word/media/')
      ? [{ text: hash('sha256', content), about: `its picture ${path.slice('word/media/'.length)}` }]
      : []
  })
  return { manifest, pieces }
}

const partName = (path: string): string => (path.includes('header') ? 'its head' : path.includes('footer') ? 'its foot' : 'its text')

const paragraphsOf = (about: string, xml: string): readonly Piece[] =>
  xml.split('</w:p>').flatMap((paragraph) => {
    const words = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, word = '']) => unescaped(word)).join('')
    return words === '' ? [] : [{ text: words, about }]
  })

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const unescaped = (xml: string): string => xml.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '')

/** What the document says of itself: its title, its author. */
const propertiesOf = (xml: string): readonly Piece[] =>
  [...xml.matchAll(/<(?:dc|cp):(\w+)>([^<]*)</g)].map(([, name = '', value = '']) => ({ text: unescaped(value), about: `its ${name}` }))

/** The lines of each page as they are drawn, pictures too, and where its links lead. */
async function inPdf(bytes: Uint8Array): Promise<Carried> {
  const { getDocument } = await import('unpdf/pdfjs')
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  try {
    const attachments = ((await document.getAttachments()) ?? {}) as Record<string, { readonly content: Uint8Array }>
    const attached = attachments[MANIFEST] ?? Object.values(attachments)[0]
    const pieces: Piece[] = [...(await propertiesIn(document))]
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const about = `page ${number}`
      let line = ''
      for (const item of (await page.getTextContent()).items) {
        if (!('str' in item)) continue
        line += item.str
        if (!item.hasEOL) continue
        pieces.push({ text: line, about })
        line = ''
      }
      if (line !== '') pieces.push({ text: line, about })
      for (const { url } of (await page.getAnnotations()) as readonly { readonly url?: string }[])
        if (url) pieces.push({ text: url, about })
    }
    return { manifest: attached && JSON.parse(new TextDecoder().decode(attached.content)), pieces }
  } finally {
    await document.destroy()
  }
}

type Described = { readonly getMetadata: () => Promise<{ readonly info: unknown }>; readonly getOutline: () => Promise<unknown> }

/** What the document says of itself: its title, its author, and its bookmarks. */
async function propertiesIn(document: Described): Promise<readonly Piece[]> {
  const { info } = await document.getMetadata()
  const told = Object.entries(info as Readonly<Record<string, unknown>>).filter(([name]) => properties.has(name))
  const outline = (await document.getOutline()) as readonly Bookmark[] | null
  return [
    ...told.map(([name, value]) => ({ text: String(value), about: `its ${name.toLowerCase()}` })),
    ...bookmarksOf(outline ?? []).map((text) => ({ text, about: 'its bookmarks' })),
  ]
}
const properties: ReadonlySet<string> = new Set(['Title', 'Author', 'Subject', 'Keywords'])

type Bookmark = { readonly title: string; readonly items: readonly Bookmark[] }
const bookmarksOf = (of: readonly Bookmark[]): readonly string[] => of.flatMap(({ title, items }) => [title, ...bookmarksOf(items)])
