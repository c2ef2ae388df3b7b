import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { PaperText } from '../../domain/paper/paper-text.ts'
import { refused, type Verdict } from '../../domain/refusal.ts'
import { linesOfText } from './text.ts'

/** The largest paper that is read, in bytes: a Change Status Report with its appendix has less than one million. */
export const LARGEST_PAPER = 10_000_000

/** Reads a published paper from disk. */
export async function readPaperFile(path: string): Promise<Verdict<PaperText>> {
  try {
    return await readPaper(basename(path), new Uint8Array(readFileSync(path)))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return refused(`${path}: expected a paper, got ${code === 'ENOENT' ? 'nothing there' : code}; name a file that can be read`)
  }
}

/** Reads the bytes of a paper, by what they are, whatever the file is called. */
export async function readPaper(name: string, bytes: Uint8Array): Promise<Verdict<PaperText>> {
  if (bytes.length > LARGEST_PAPER)
    return refused(
      `${name}: expected at most ${LARGEST_PAPER / 1_000_000} MB, got ${Math.ceil(bytes.length / 1_000_000)} MB; take out its pictures`,
    )
  const text = new TextDecoder('utf-8').decode(bytes)
  if (text.trim() === '') return refused(`${name}: expected a paper, got an empty file; choose the file of the paper`)
  return { name, form: 'text', wrapped: true, lines: linesOfText(text) }
}

export const formNamed = (name: string): string => extname(name).slice(1).toLowerCase()
