// What a file is, by its content. A name says only what is meant; what does not agree with it is refused in one line.
import { type MediaType, mediaTypes } from '../../domain/document/document.ts'
import { archiveProblem } from './office.ts'

/** In bytes. */
export const LARGEST_FILE = 20_000_000

const ours = 'choose a PDF, Word (.docx), Excel (.xlsx), PNG, JPEG, CSV or plain text file'

export type CheckedFile = { readonly name: string; readonly mediaType: MediaType; readonly size: number }
export type BadFile = { readonly wrong: string }

/** Reads a file as it was sent: what it is, or what is wrong with it. */
export function checkedFile(sentName: string, bytes: Uint8Array): CheckedFile | BadFile {
  const name = sentName.split(/[/\\]/).at(-1)?.trim().normalize('NFC') ?? ''
  const wrong = (what: string, remedy = ours): BadFile => ({ wrong: `“${shown(name)}” ${what}: ${remedy}` })
  if (unseen.test(name)) return wrong('has characters in its name that cannot be seen', 'rename it')
  if (name === '' || name.length > 150) return wrong(name === '' ? 'has no name' : 'has a name of more than 150 characters', 'rename it')
  if (bytes.length === 0) return wrong('is empty', 'choose the file again')
  if (bytes.length > LARGEST_FILE) return wrong(`is larger than ${LARGEST_FILE / 1_000_000} MB`, 'make its pictures smaller, or part it')
  const mediaType = byEnding(name)
  const found = kindIn(bytes)
  if (mediaType === undefined) return wrong(`is ${endingText(name)}`)
  const expected = carriers[mediaType]
  if (found !== expected) return wrong(`is called ${kindText[expected]} and is ${kindText[found]}`)
  const problem = problems[expected](bytes, mediaType)
  return problem ? wrong(problem.what, problem.remedy) : { name, mediaType, size: bytes.length }
}

/** Control characters, and those that turn the direction of writing: `annexe\u202efdp.exe`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unseen = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/

const shown = (name: string): string => name.replace(new RegExp(unseen, 'g'), '').slice(0, 80)

function byEnding(name: string): MediaType | undefined {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase()
  const found = Object.entries(mediaTypes).find(([, each]) => each.ending === (ending === 'jpeg' ? 'jpg' : ending))
  return found?.[0] as MediaType | undefined
}

const endingText = (name: string): string => {
  const ending = /\.([^.]{1,12})$/.exec(name)?.[1]
  return ending ? `a file of the kind .${ending.toLowerCase()}, which is not kept here` : 'a file without an ending'
}

type Carrier = 'pdf' | 'zip' | 'png' | 'jpeg' | 'text' | 'web page' | 'program' | 'old office' | 'unknown'

const kindText: Record<Carrier, string> = {
  pdf: 'a PDF',
  zip: 'an Office file or an archive',
  png: 'a PNG picture',
  jpeg: 'a JPEG picture',
  text: 'plain text',
  'web page': 'a web page or a drawing with scripts',
  program: 'a program',
  'old office': 'an Office file of the old kind, or one with a password',
  unknown: 'something else',
}

const carriers: Record<MediaType, 'pdf' | 'zip' | 'png' | 'jpeg' | 'text'> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'zip',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'zip',
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'text/csv': 'text',
  'text/plain': 'text',
}

const signatures: readonly (readonly [Carrier, string])[] = [
  ['pdf', '255044462d'],
  ['png', '89504e470d0a1a0a'],
  ['jpeg', 'ffd8ff'],
  ['zip', '504b0304'],
  ['old office', 'd0cf11e0a1b11ae1'],
  ['program', '4d5a'],
  ['program', '7f454c46'],
  ['program', '2321'],
  ['program', 'cafebabe'],
  ['program', 'cffaedfe'],
]

function kindIn(bytes: Uint8Array): Carrier {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  const signed = signatures.find(([, hex]) => start.startsWith(hex))
  if (signed) return signed[0]
  const text = textIn(bytes)
  if (text === undefined) return 'unknown'
  return /^\s*<(?:!doctype|\?xml|html|svg|script|head|body|iframe|!--)/i.test(text) ? 'web page' : 'text'
}

/** UTF-8 without any character that no text has; undefined for anything else. */
function textIn(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return /[\u0000-\u0008\u000b\u000e-\u001f]/.test(text) ? undefined : text
  } catch {
    return undefined
  }
}

export type FileProblem = { readonly what: string; readonly remedy: string }

const problems: Record<'pdf' | 'zip' | 'png' | 'jpeg' | 'text', (bytes: Uint8Array, type: MediaType) => FileProblem | undefined> = {
  pdf: (bytes) => alsoArchive(bytes) ?? pdfProblem(bytes),
  zip: archiveProblem,
  png: (bytes) => alsoArchive(bytes) ?? (endsAs(bytes, '49454e44ae426082') ? undefined : broken),
  jpeg: (bytes) => alsoArchive(bytes) ?? (endsAs(bytes, 'ffd9') ? undefined : broken),
  text: () => undefined,
}

const broken: FileProblem = { what: 'is cut off, or has something behind its end', remedy: 'save it again, and choose that' }

const endsAs = (bytes: Uint8Array, hex: string): boolean =>
  Buffer.from(bytes.subarray(-hex.length / 2))
    .toString('hex')
    .endsWith(hex)

/** The end of an archive behind another file: one that is two things at once. */
function alsoArchive(bytes: Uint8Array): FileProblem | undefined {
  const tail = Buffer.from(bytes.subarray(-65_557))
  return tail.lastIndexOf(Buffer.from('504b0506', 'hex')) < 0
    ? undefined
    : { what: 'is an archive as well', remedy: 'save it again from the program that made it' }
}

function pdfProblem(bytes: Uint8Array): FileProblem | undefined {
  const content = Buffer.from(bytes)
  if (content.subarray(-2048).lastIndexOf('%%EOF') < 0) return broken
  // A name may be written with any of its letters as a number: /Java#53cript.
  const named = content.toString('latin1').replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  const runs = ['/JavaScript', '/Launch', '/RichMedia'].some((name) => named.includes(name))
  return runs ? { what: 'has scripts in it', remedy: 'print it to a new PDF, and choose that' } : undefined
}
