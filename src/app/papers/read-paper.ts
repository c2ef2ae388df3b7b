import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { PaperLine, PaperText } from '../../domain/paper/paper-text.ts'
import { refused, type Verdict } from '../../domain/refusal.ts'
import { linesOfDocx } from './docx.ts'
import { linesOfHtml } from './html.ts'
import { linesOfPdf, MOST_PAGES } from './pdf.ts'
import { linesOfText } from './text.ts'

/** The largest paper that is read, in bytes. */
export const LARGEST_PAPER = 5_000_000

/** Reads a published paper from disk. */
export async function readPaperFile(path: string): Promise<Verdict<PaperText>> {
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(readFileSync(path))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return refused(`${path}: expected a paper, got ${code === 'ENOENT' ? 'nothing there' : code}; name a file that can be read`)
  }
  return readPaper(basename(path), bytes)
}

/** Reads the bytes of a paper by what they are, whatever the file is called. Nothing of it is kept. */
export async function readPaper(name: string, bytes: Uint8Array): Promise<Verdict<PaperText>> {
  if (bytes.length > LARGEST_PAPER) return refused(tooLargeLine(name, bytes.length))
  const form = formOf(bytes)
  if (form === undefined)
    return refused(`${name}: expected a PDF, a Word document (DOCX), a web page or text, got something else; save it as one of these`)
  try {
    const lines = await linesOf(form, bytes)
    if (lines === 'too many pages') return refused(`${name}: expected at most ${MOST_PAGES} pages, got more; leave its appendices out`)
    if (lines.every(({ text }) => text.trim() === ''))
      return refused(
        `${name}: expected a paper, got ${form === 'pdf' ? 'pages without text (a scan?)' : 'no text'}; choose the file of the paper`,
      )
    return { name, form, wrapped: form !== 'html', lines }
  } catch {
    return refused(`${name}: expected ${named[form]}, got a file that cannot be read as one; open it, save it again, and try that`)
  }
}

/** One line for a file that is too large; the same where it is refused before it is read. */
export const tooLargeLine = (name: string, size: number): string =>
  `${name}: expected at most ${LARGEST_PAPER / 1_000_000} MB, got ${(size / 1_000_000).toFixed(1)} MB; take out its pictures, or save its text`

const named: Readonly<Record<PaperText['form'], string>> = {
  pdf: 'a PDF',
  docx: 'a Word document',
  html: 'a web page',
  text: 'text',
}

function linesOf(form: PaperText['form'], bytes: Uint8Array): Promise<readonly PaperLine[] | 'too many pages'> | readonly PaperLine[] {
  switch (form) {
    case 'pdf':
      return linesOfPdf(bytes)
    case 'docx':
      return linesOfDocx(bytes)
    case 'html':
      return linesOfHtml(decoded(bytes))
    case 'text':
      return linesOfText(decoded(bytes))
  }
}

/** By its first bytes; undefined for what is none of them. */
function formOf(bytes: Uint8Array): PaperText['form'] | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (start.includes('%PDF-')) return 'pdf'
  if (start.startsWith('PK\u0003\u0004')) return 'docx'
  if (bytes.subarray(0, 4096).includes(0) && !isUtf16(bytes)) return undefined
  return /^\s*(?:\uFEFF|ï»¿)?\s*(?:<!doctype html|<html|<\?xml|<!--|<(?:head|body|main|article|div|h1|p)[\s>])/i.test(start)
    ? 'html'
    : 'text'
}

const isUtf16 = ([first, second]: Uint8Array) => (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)

/** UTF-8, or as its first bytes say; Windows' own where it is no UTF-8. */
function decoded(bytes: Uint8Array): string {
  if (isUtf16(bytes)) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
