import { idOf } from '../../domain/entry.ts'
import type { ReferenceGrammar } from '../../domain/modification/reference.ts'
import type { TextOf } from '../change-status/rendering.ts'
import { type PaperForm, paperFile } from '../paper/made.ts'
import type { Paper } from '../paper/paper.ts'
import type { PaperFiles } from '../paper/pdf.ts'
import { publishedAddresses } from './addresses.ts'
import type { DrawnPaper } from './drawn.ts'
import type { Manifest } from './manifest.ts'

/** All that a published file is made from: nothing in it depends on when or where it is made. */
export type Published = {
  readonly drawn: DrawnPaper
  readonly manifest: Manifest
  readonly texts: TextOf
  readonly grammar: ReferenceGrammar
  /** Where the template and the fonts lie. */
  readonly files: PaperFiles
}

/** The files in which a paper is published. */
export const publishedForms = ['json', 'txt', 'pdf', 'docx'] as const satisfies readonly ('json' | 'txt' | PaperForm)[]
export type PublishedForm = (typeof publishedForms)[number]

export const fileName = ({ paper }: Pick<Manifest, 'paper'>, form: PublishedForm): string => `${idOf(paper)}.${form}`

export async function publishedFile(form: PublishedForm, published: Published): Promise<Uint8Array> {
  const { drawn, manifest, texts, grammar } = published
  const links = publishedAddresses(manifest.address, drawn, drawn.register, grammar)
  switch (form) {
    case 'json':
      return utf8(`${JSON.stringify({ ...drawn.made.json(texts, links), manifest }, null, 2)}\n`)
    case 'txt':
      return utf8(drawn.made.text(texts, links))
    case 'pdf':
    case 'docx':
      return paperFile(form, withManifest(drawn.made.paper(texts, links), manifest), published.files)
  }
}

/** The name of the manifest inside of a file. */
export const MANIFEST = 'manifest.json'

const withManifest = (paper: Paper, manifest: Manifest): Paper => ({
  ...paper,
  attachments: [
    ...paper.attachments,
    {
      name: MANIFEST,
      type: 'application/json',
      about: 'From what this paper was drawn, and every figure with its members and their entries',
      content: JSON.stringify(manifest),
    },
  ],
})

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
