import { inflateSync } from 'node:zlib'

/** In bytes, of one stream and of all: of object streams, which must be unpacked before anything else of a file can be read, and of every stream. */
const MOST = { 'object streams': { one: 20_000_000, all: 60_000_000 }, 'every stream': { one: 60_000_000, all: 200_000_000 } } as const
/** In bytes: how far before a stream its dictionary is looked for. */
const DICTIONARY = 65_536

/**
 * Whether its streams are larger than any paper needs, before a reader unpacks them into memory: its object streams, without which nothing
 * else of it can be read, or every one.
 */
export function unpacksTooLarge(bytes: Uint8Array, which: keyof typeof MOST = 'object streams'): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const most = MOST[which]
  let total = 0
  for (let at = buffer.indexOf('stream'); at >= 0; at = buffer.indexOf('stream', at + 6)) {
    const dictionary = unescaped(buffer.toString('latin1', Math.max(0, at - DICTIONARY), at))
    const isOfObjects = /\/(?:ObjStm|XRef)\b/.test(dictionary)
    if (dictionary.endsWith('end') || (which === 'object streams' && !isOfObjects)) continue
    const begin = at + 6 + (buffer[at + 6] === 13 ? 2 : 1)
    const size = unpackedSize(buffer.subarray(begin), most.one)
    total += size
    if (size > most.one || total > most.all || (isOfObjects && packedTwice(dictionary))) return true
  }
  return false
}

/** Names may be written by the numbers of their letters: /Obj#53tm. */
const unescaped = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

const packedTwice = (dictionary: string): boolean =>
  /\/Filter\s*\[[^\]]*\/\w+[^\]]*\/\w+|\/(?:LZWDecode|RunLengthDecode|ASCIIHexDecode|ASCII85Decode|LZW|RL|AHx|A85)\b/.test(
    dictionary.slice(dictionary.lastIndexOf('obj')),
  )

function unpackedSize(packed: Uint8Array, most: number): number {
  try {
    return inflateSync(packed, { maxOutputLength: most }).length
  } catch (error) {
    return (error as { readonly code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? Number.POSITIVE_INFINITY : 0
  }
}
