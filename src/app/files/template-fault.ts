import { type Refused, refused } from '../../domain/refusal.ts'
import { templateProblems } from '../../report/templates/fill.ts'
import { isTemplateId, templateKinds } from '../../report/templates/kinds.ts'
import type { PlainAct } from '../acting/read-act.ts'

/** Why a template cannot be used, a line for each field that is not known here; undefined for what is none, or can. */
export async function templateFault(act: PlainAct): Promise<Refused | undefined> {
  if (act.act !== 'ListDocument' || act.documentKind !== 'template') return undefined
  const { file, part = '' } = act
  if (!isTemplateId(part))
    return refused('it is not said of which paper it is the template', ['part'], [`choose one of ${Object.keys(templateKinds).join(', ')}`])
  if (!file?.mediaType.endsWith('wordprocessingml.document'))
    return refused('a template is a Word file', ['file'], ['choose the .docx file of the template'])
  const problems = await templateProblems(Buffer.from(file.bytes.base64, 'base64'), templateKinds[part].fields)
  if (problems.length === 0) return undefined
  const many = problems.length === 1 ? 'one thing in the template is' : `${problems.length} things in the template are`
  return refused(`${many} not right`, ['file'], problems)
}
