import { inflateRawSync } from 'node:zlib'

/** The files of a ZIP archive as text, by their paths: from its central directory (APPNOTE 4.3.12). */
export function filesOfZip(bytes: Uint8Array): Readonly<Record<string, string>> {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const files: Record<string, string> = {}
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, name, extra, comment] = [20, 28, 30, 32].map((offset) =>
      offset === 20 ? zip.readUInt32LE(at + offset) : zip.readUInt16LE(at + offset),
    ) as [number, number, number, number]
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const content = zip.subarray(start, start + packed)
    const isStored = zip.readUInt16LE(at + 10) === 0
    files[zip.toString('utf8', at + 46, at + 46 + name)] = (isStored ? content : inflateRawSync(content)).toString('utf8')
    at += 46 + name + extra + comment
  }
  return files
}
