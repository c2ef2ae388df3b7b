import type { FileId } from '../../domain/entry.ts'
import { contentKey, fileKeeper } from '../paper/made.ts'
import { type Block, type Inline, list, type Paper, paragraph } from '../paper/paper.ts'
import { type PaperFiles, paperPdf } from '../paper/pdf.ts'
import { capitalised } from '../words/capitalised.ts'
import { sizeText } from '../words/file-text.ts'
import type { BoundPart, ReadAnswer } from './binder.ts'
import { openBinding } from './binding.ts'
import type { Pack } from './pack.ts'
import { type PackFile, type PackPaper, packFileText } from './pack-papers.ts'
import { type About, packPaper } from './paper.ts'

/** Where the template of papers lies; the bytes of a file, undefined where they are not held any more; the address of the page of the meeting. */
type From = { readonly files: PaperFiles; readonly bytesOf: (id: FileId) => Promise<Uint8Array | undefined>; readonly meetingAt: string }

/** What is bound into one pack at the most: beyond it, a member takes the file by itself. */
const BOUNDS = { bytes: 60_000_000, pages: 2_000 } as const

/** A file of a paper, the how manyth of how many, or none; what is to be bound, or in one line why it is not. */
type Filed = { readonly paper: PackPaper; readonly file?: PackFile; readonly number: number }
type Held = { readonly filed: Filed } & ({ readonly id: FileId } | { readonly left: string })
type Bound = { readonly filed: Filed } & ReadAnswer

/** A pack is as large as its papers: few are kept. */
const packs = fileKeeper(2)

/**
 * The pack with the papers themselves, as one PDF: the pack, then each paper, every file of it behind a page that names it, which is a
 * bookmark. What cannot be bound is named there with why. The same bytes for the same pack and files. It is no PDF/UA: what others wrote
 * is as they wrote it.
 */
export async function boundPack(pack: Pack, about: About, from: From): Promise<Uint8Array> {
  const held = await heldOf(pack.papers, from)
  const gone = held.map((each) => 'left' in each)
  return packs(contentKey([pack, about, from.meetingAt, gone]), () => bind({ pack, paper: packPaper(pack, about), held }, from))
}

const GONE = { left: 'its bytes are not held any more' } as const

/** Which files are to be bound, as far as there is room. Their bytes are looked for, since one may have been erased, and not kept: a pack is made once. */
async function heldOf(papers: readonly PackPaper[], { bytesOf }: From): Promise<readonly Held[]> {
  let room: number = BOUNDS.bytes
  const held: Held[] = []
  for (const paper of papers) {
    // The same words whether there is none or its reader may not see it.
    if (paper.files.length === 0)
      held.push({ filed: { paper, number: 1 }, left: 'no file of it is held that the reader of this pack may see' })
    for (const [index, file] of paper.files.entries()) {
      const filed = { paper, file, number: index + 1 }
      const { mediaType, size, bytes: id } = file.file
      const isBound = mediaType === 'application/pdf' && size <= room
      const isHeld = isBound && (await bytesOf(id)) !== undefined
      if (isHeld) room -= size
      held.push({ filed, ...(isHeld ? { id } : isBound ? GONE : { left: unbound(file) }) })
    }
  }
  return held
}

const unbound = ({ file: { mediaType, size } }: PackFile): string =>
  mediaType === 'application/pdf' ? `it is larger (${sizeText(size)}) than there is room for` : 'it is no PDF'

type ToBind = { readonly pack: Pack; readonly paper: Paper; readonly held: readonly Held[] }

async function bind({ pack, paper, held }: ToBind, { files, bytesOf, meetingAt }: From): Promise<Uint8Array> {
  const binding = openBinding()
  try {
    let room: number = BOUNDS.pages
    const bound: Bound[] = []
    for (const each of held) {
      const bytes = 'id' in each ? await bytesOf(each.id) : undefined
      const read = bytes ? await binding.read(bytes, room) : 'left' in each ? { left: each.left } : GONE
      room -= pagesOf(read)
      bound.push({ filed: each.filed, ...read })
    }
    const dividers = bound.flatMap((each, index) =>
      divider(each, { since: pack.since, meetingAt, pagesBefore: pagesOf(bound[index - 1] ?? { left: '' }) }),
    )
    const last = pagesOf(bound.at(-1) ?? { left: '' })
    const sections = [...paper.sections, ...dividers]
    const made = await paperPdf({ ...paper, title: `${paper.title}, with its papers`, sections, pagesAfter: last }, files)
    const parts = partsOf(bound)
    return parts.length === 0 ? made : await binding.bind(made, parts)
  } finally {
    await binding.close()
  }
}

const pagesOf = (read: ReadAnswer): number => ('left' in read ? 0 : read.pages)

/** Each behind its divider: they are the last pages of the pack, one page each. */
const partsOf = (bound: readonly Bound[]): readonly BoundPart[] =>
  bound.flatMap((each, index) => ('left' in each ? [] : [{ beforeEnd: bound.length - 1 - index, bytes: each.bytes }]))

type At = { readonly since: string | undefined; readonly meetingAt: string; readonly pagesBefore: number }

function divider({ filed: { paper, file, number }, ...read }: Bound, { since, meetingAt, pagesBefore }: At): readonly Block[] {
  const { reference, title, classification, files } = paper
  const pages = pagesOf(read)
  const which = files.length < 2 ? '' : ` (file ${number} of ${files.length})`
  const classes = [`Classification of the paper: ${capitalised(classification)}`]
  return [
    { kind: 'heading', level: 1, text: [`Paper ${reference}: ${short(title)}${which}`], onNewPage: true, pagesBefore },
    ...list([
      ...(file ? [[`File: ${packFileText({ ...file, title: short(file.title) })}, named ${file.file.name}`]] : []),
      [[...classes, ...(file ? [`of the file: ${capitalised(file.classification)}`] : [])].join('; ')],
      ...(file?.news === undefined ? [] : [[`New since ${since}`]]),
    ]),
    'left' in read
      ? paragraph(
          `It is not in this pack, since ${read.left}.`,
          ...(file ? [' It is kept with the paper, on ', meetingLink(meetingAt), '.'] : []),
        )
      : paragraph(`${pages === 1 ? 'Its one page follows' : `Its ${pages} pages follow`}, as its authors made it.`),
  ]
}

const meetingLink = (href: string): Inline => ({ text: 'the page of the meeting', href })

/** A divider is one page, whatever a paper is called. */
const short = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text)
