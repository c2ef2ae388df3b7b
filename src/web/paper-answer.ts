import { type PaperForm, paperFile, paperForms } from '../report/paper/made.ts'
import type { Paper } from '../report/paper/paper.ts'
import { paperFiles } from '../report/paper/pdf.ts'
import type { PageContext } from './context.ts'

/** Where others reach this register: a file is read elsewhere. */
export const publicUrl = ({ var: { site } }: PageContext): string => site.app.people.settings.url

/** A paper as a file: a PDF is shown, a DOCX is kept. */
export async function paperAnswer(context: PageContext, form: PaperForm, paper: Paper, name: string) {
  const bytes = await paperFile(form, paper, paperFiles(context.var.site.root))
  return context.body(new Uint8Array(bytes), 200, {
    'content-type': paperForms[form].type,
    'content-disposition': `${form === 'pdf' ? 'inline' : 'attachment'}; filename="${name}.${form}"`,
  })
}
