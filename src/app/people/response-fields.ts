import type { Consultation } from '../../domain/consultation/consultation.ts'
import { CHOICE } from '../../domain/consultation/response.ts'
import { questionsOf } from '../../domain/consultation/responses.ts'
import type { Written } from '../acting/read-act.ts'

/** What was written of a response as the fields of its act: what is left empty is left out. */
export function fieldsOf(consultation: Consultation, aims: readonly string[], written: Written): Record<string, unknown> {
  const one = (name: string) => (typeof written[name] === 'string' ? String(written[name]).trim() : '')
  if (one('noComment') !== '') return { consultation: consultation.id, noComment: true }
  const choices = aims.flatMap((of) => (one(`choice.${of}`) === '' ? [] : [`${of}: ${one(`choice.${of}`)}`]))
  const answered = questionsOf(consultation).filter(({ id }) => one(`answer.${id}`) !== '' || one(`said.${id}`) !== '')
  const answers = answered.map(({ id }) => {
    const said = one(`said.${id}`)
    const text = one(`answer.${id}`)
    return `${id}${said && ` [${said}]`}${text && `: ${text}`}`
  })
  const isWhole = one('whole') !== ''
  const isKept = (id: string) => !isWhole && one(`keep.${id}`) !== ''
  const withheld = [...answered.map(({ id }) => id), ...(choices.length > 0 ? [CHOICE] : [])].filter(isKept)
  const confidential = isWhole ? 'whole' : withheld.length > 0 ? 'part' : 'none'
  return {
    consultation: consultation.id,
    ...(choices.length > 0 ? { choices } : {}),
    ...(answers.length > 0 ? { answers } : {}),
    ...(confidential === 'none' ? {} : { confidential }),
    ...(withheld.length > 0 ? { withheld } : {}),
    ...(confidential !== 'none' && one('why') !== '' ? { why: one('why') } : {}),
  }
}
