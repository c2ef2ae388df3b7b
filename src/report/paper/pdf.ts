import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { svgOf } from '../charts/svg.ts'
import { csvWords } from './html.tsx'
import { type Block, chartsOf, leadsOf, type Paper, plain, type Text } from './paper.ts'
import { widthsOf } from './widths.ts'

/** Where the template and the fonts lie: this folder's `files`, in the checkout. */
export type PaperFiles = string

export const paperFiles = (root: string): PaperFiles => join(root, 'src/report/paper/files')

export const fonts = ['LiberationSans-Regular.ttf', 'LiberationSans-Bold.ttf'] as const

/**
 * A paper as PDF/UA-1: tagged, with bookmarks, a language and its own fonts; the same bytes for the same paper. Throws where Typst refuses it,
 * which is a mistake of ours.
 */
export async function paperPdf(paper: Paper, files: PaperFiles): Promise<Uint8Array> {
  const compiler = await compilerIn(files)
  const pictures = await Promise.all(chartsOf(paper).map(async ({ id, drawing }) => [id, await svgOf(drawing)] as const))
  // From here on nothing waits: the compiler is shared, and holds one paper at a time.
  compiler.resetShadow()
  for (const [id, svg] of pictures) compiler.mapShadow(join(files, pictureOf(id)), Buffer.from(svg))
  const pdf = compiled(compiler, files, JSON.stringify(forTypst(paper)))
  compiler.evictCache(CACHE_AGE)
  return new Uint8Array(pdf)
}

/** UA-1 lets no letter be printed that the fonts do not have: it is told by its number, '[U+6F22]'. */
function compiled(compiler: NodeCompiler, files: PaperFiles, json: string): Buffer {
  compiler.mapShadow(join(files, 'paper.json'), Buffer.from(json))
  try {
    return compiler.pdf({ mainFilePath: join(files, 'paper.typ') }, { pdfStandard: 'ua-1' })
  } catch (error) {
    const told = String((error as { readonly code?: unknown }).code ?? error)
    const code = /the text `\\?"(.)/su.exec(told)?.[1]?.codePointAt(0)
    if (code === undefined || code < 0x80) throw new Error(`the paper cannot be made as PDF: ${told}`)
    const number = code.toString(16).toUpperCase().padStart(4, '0')
    return compiled(compiler, files, json.replaceAll(String.fromCodePoint(code), `[U+${number}]`))
  }
}

/** In papers: what was not used for as many is forgotten. */
const CACHE_AGE = 5

const compilers = new Map<PaperFiles, Promise<NodeCompiler>>()

/** Made when the first paper is asked for: the program starts without Typst. */
function compilerIn(files: PaperFiles): Promise<NodeCompiler> {
  const compiler = compilers.get(files) ?? newCompiler(files)
  compilers.set(files, compiler)
  return compiler
}

async function newCompiler(files: PaperFiles): Promise<NodeCompiler> {
  const typst = await import('@myriaddreamin/typst-ts-node-compiler')
  const fontBlobs = fonts.map((font) => readFileSync(join(files, 'fonts', font)))
  return typst.NodeCompiler.create({ workspace: files, fontArgs: [{ fontBlobs }] })
}

const pictureOf = (id: string): string => `chart-${id}.svg`

function forTypst(paper: Paper) {
  const [year, month, day] = paper.date.split('-').map(Number)
  const leads = leadsOf(paper)
  const blocks = (all: readonly Block[]) => all.map((block) => ({ ...blockForTypst(block), leads: leads.has(block) }))
  return {
    ...paper,
    date: { year, month, day, hour: 0, minute: 0, second: 0 },
    footer: footerOf(paper),
    cover: blocks(paper.cover),
    sections: blocks(paper.sections),
  }
}

/** What every page of a file says of its class. Source: the footer of the published papers. */
export const footerOf = ({ classification }: Paper): string =>
  classification === 'unknown' ? 'Classification unknown' : `This document has a Classification of ${classification}`

/** In characters of its longest cell: a row up to this stays on one page, a longer one might not fit on any. */
const WHOLE = 600

/** A cell is a list of words too: wrapped, so that rows can be told from cells. */
function blockForTypst(block: Block) {
  const cells = (rows: readonly (readonly Text[])[]) =>
    rows.map((row) => {
      const isWhole = row.every((text) => plain(text).length <= WHOLE)
      return row.map((text) => ({ text, isWhole }))
    })
  switch (block.kind) {
    case 'table':
      return { ...block, table: { ...block.table, rows: cells(block.table.rows) }, widths: widthsOf(block.table) }
    case 'chart': {
      const { chart } = block
      const table = { ...chart.table, rows: cells(chart.table.rows) }
      return {
        ...block,
        chart: { ...chart, table, picture: pictureOf(chart.id), csvWords: csvWords(chart.table) },
        widths: widthsOf(chart.table),
      }
    }
    default:
      return block
  }
}
