import { type FiledFile, mediaTypes } from '../domain/document/document.ts'
import type { PageContext } from './context.ts'

/** A file, to be kept: no browser opens it as a page of ours. What is not public is kept nowhere on the way. */
export function fileAnswer(context: PageContext, { name, mediaType, bytes: id }: FiledFile, bytes: Uint8Array, isPublic: boolean) {
  if (isPublic) context.header('etag', `"${id}"`)
  return context.body(Uint8Array.from(bytes), 200, {
    'content-type': mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
    'content-disposition': attachmentNamed(name, mediaTypes[mediaType].ending),
    'cache-control': isPublic ? 'no-cache' : 'no-store',
  })
}

/** RFC 6266: the name as it is, and one that every program reads. */
export function attachmentNamed(name: string, ending: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\w. ()-]/g, '')
    .trim()
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain === '' ? `document.${ending}` : plain}"; filename*=UTF-8''${encoded}`
}
