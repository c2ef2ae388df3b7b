import { publicationName } from '../../domain/publication/kinds.ts'
import { paperForms } from '../../report/paper/made.ts'
import { fileName, type Published, type PublishedForm, publishedFile } from '../../report/published/files.ts'
import type { PageContext } from '../context.ts'
import { askedPaper, noPaper } from './paper.tsx'

const types: Readonly<Record<PublishedForm, string>> = {
  json: 'application/json; charset=UTF-8',
  txt: 'text/plain; charset=UTF-8',
  pdf: paperForms.pdf.type,
  docx: paperForms.docx.type,
}

/** A file of a published paper: the bytes whose hash its entry tells. */
export async function publishedFileOf(context: PageContext, form: PublishedForm, published: Published) {
  const bytes = await publishedFile(form, published)
  return context.body(new Uint8Array(bytes), 200, {
    'content-type': types[form],
    'content-disposition': `${form === 'docx' ? 'attachment' : 'inline'}; filename="${fileName(published.manifest, form)}"`,
  })
}

/** GET: from what a published paper was drawn, and every figure with its members and their entries. */
export async function manifestJson(context: PageContext) {
  const asked = await askedPaper(context)
  if (asked instanceof Response) return asked
  if (!asked.frozen)
    return noPaper(context, 404, `The ${publicationName(asked.of)} is not published`, 'A manifest is made when a paper is published.')
  return context.json(asked.frozen.published.manifest)
}
