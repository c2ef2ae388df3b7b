import { deflateSync } from 'node:zlib'

/** A PDF of one page, whose content is a small stream that unpacks to so many bytes; packed twice, its size is seen only once it is unpacked. */
export function heavyPdf(size: number, packed: 'once' | 'twice' = 'once'): Uint8Array<ArrayBuffer> {
  const once = deflateSync(Buffer.alloc(size, 32), { level: 1 })
  const stream = packed === 'once' ? once : deflateSync(once)
  const filter = packed === 'once' ? '/FlateDecode' : '[/FlateDecode/FlateDecode]'
  const parts = [
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n',
    `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n4 0 obj<</Length ${stream.length}/Filter${filter}>>stream\n`,
    stream,
    '\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  ]
  return new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))))
}
