import { type FiledFile, mediaTypes } from '../../domain/document/document.ts'

/** 'PDF, 210 kB': what a file is, before it is opened. */
export const fileText = ({ mediaType, size }: Pick<FiledFile, 'mediaType' | 'size'>): string =>
  `${mediaTypes[mediaType].name}, ${sizeText(size)}`

/** In units of a thousand, as browsers and file managers of today count. */
export function sizeText(size: number): string {
  if (size < 1000) return size === 1 ? '1 byte' : `${size} bytes`
  return size < 1_000_000 ? `${Math.round(size / 1000)} kB` : `${(size / 1_000_000).toFixed(1)} MB`
}
