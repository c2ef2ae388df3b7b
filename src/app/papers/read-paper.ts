import type { PaperLine, PaperText } from '../../domain/paper/paper-text.ts'
import { refused, type Verdict } from '../../domain/refusal.ts'
import { hasTrackedChanges, linesOfDocx } from './docx.ts'
import { linesOfHtml } from './html.ts'
import { linesOfPdf, MOST_PAGES } from './pdf.ts'
import { linesOfText } from './text.ts'

/** The largest paper that is read, in bytes. */
export const LARGEST_PAPER = 5_000_000

/** The most text that is read, in characters: five times our own longest report. More would keep others waiting. */
export const MOST_TEXT = 250_000

/** Reads the bytes of a paper by what they are, whatever the file is called. Nothing of it is kept. */
export async function readPaper(name: string, bytes: Uint8Array): Promise<Verdict<PaperText>> {
  if (bytes.length > LARGEST_PAPER) return refused(tooLargeLine(name, bytes.length))
  const form = formOf(bytes)
  if (form === undefined)
    return refused(`${name}: expected a PDF, a Word document (DOCX), a web page or text, got something else; save it as one of these`)
  try {
    const read = await linesOf(form, bytes)
    if (read === 'too many pages') return refused(`${name}: expected at most ${MOST_PAGES} pages, got more; leave its appendices out`)
    const lines = read.flatMap(inPieces)
    const length = lines.reduce((sum, { text }) => sum + text.length + 1, 0)
    if (length > MOST_TEXT)
      return refused(`${name}: expected at most ${MOST_TEXT} characters of text, got ${length}; leave its appendices out`)
    if (lines.every(({ text }) => text.trim() === ''))
      return refused(
        `${name}: expected a paper, got ${form === 'pdf' ? 'pages without text (a scan?)' : 'no text'}; choose the file of the paper`,
      )
    const remark = form === 'docx' && hasTrackedChanges(bytes) ? TRACKED : undefined
    return { name, form, wrapped: form !== 'html', lines, ...(remark ? { remark } : {}) }
  } catch (error) {
    if ((error as Error).name === 'PasswordException')
      return refused(`${name}: expected a PDF that opens without a password, got one that asks for it; save it without, and try that`)
    return refused(`${name}: expected ${named[form]}, got a file that cannot be read as one; open it, save it again, and try that`)
  }
}

const TRACKED = 'It has tracked changes: it was read as if all of them were accepted.'

/** Longer than any paragraph: what is longer is read in pieces, each with the number of its line. */
const LONGEST_LINE = 5_000

function inPieces(line: PaperLine): readonly PaperLine[] {
  if (line.text.length <= LONGEST_LINE) return [line]
  const count = Math.ceil(line.text.length / LONGEST_LINE)
  return Array.from({ length: count }, (_, piece) => ({ ...line, text: line.text.slice(piece * LONGEST_LINE, (piece + 1) * LONGEST_LINE) }))
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
  if (bytes.subarray(0, 4096).includes(0) && utf16Of(bytes) === undefined) return undefined
  return /^\s*(?:\uFEFF|ï»¿)?\s*(?:<!doctype html|<html|<\?xml|<!--|<(?:head|body|main|article|div|h1|p)[\s>])/i.test(start)
    ? 'html'
    : 'text'
}

/** By its first bytes; without them, by where the zeros of its first letters are. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const start = [...bytes.subarray(0, 400)]
  const zeros = (from: 0 | 1) => start.filter((byte, index) => index % 2 === from && byte === 0).length
  const [even, odd] = [zeros(0), zeros(1)]
  if (start.length < 8 || Math.max(even, odd) < 0.35 * start.length || Math.min(even, odd) > 0.05 * start.length) return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** UTF-8, or as its first bytes say; Windows' own where it is no UTF-8. */
function decoded(bytes: Uint8Array): string {
  const utf16 = utf16Of(bytes)
  if (utf16) return new TextDecoder(utf16).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
