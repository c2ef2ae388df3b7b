import type { Written } from '../app/acting/read-act.ts'
import type { Consultation } from '../domain/consultation/consultation.ts'
import { CHOICE, type Response } from '../domain/consultation/response.ts'
import { questionsOf } from '../domain/consultation/responses.ts'
import type { ShownResponse } from '../report/consultation/given.ts'
import type { SiteApp } from './context.ts'

/** What a response says to its reader, with what is kept from the public as far as he may see it. */
export async function shownResponse(app: SiteApp, response: Response): Promise<ShownResponse> {
  const { told, kept } = response
  const all = [...(told?.value.answers ?? []), ...(kept?.value.answers ?? [])]
  const answers = await Promise.all(
    all.map(async ({ text, ...answer }) => {
      const clear = text && (await app.text(text))
      return clear === undefined ? answer : { ...answer, text: clear }
    }),
  )
  return { response, choices: [...(told?.value.choices ?? []), ...(kept?.value.choices ?? [])], answers }
}

/** The fields of the form as it holds a response that was given. */
export function writtenOf({ response, choices, answers }: ShownResponse): Written {
  const { told } = response
  const withheld = told?.value.withheld ?? []
  return {
    ...Object.fromEntries(choices.map(({ of, option }) => [`choice.${of}`, option])),
    ...Object.fromEntries(answers.flatMap(({ question, text }) => (text === undefined ? [] : [[`answer.${question}`, text]]))),
    ...Object.fromEntries(answers.flatMap(({ question, said }) => (said === undefined ? [] : [[`said.${question}`, said]]))),
    ...Object.fromEntries(withheld.map((each) => [`keep.${each}`, 'yes'])),
    ...(told?.value.confidential === 'whole' ? { whole: 'yes' } : {}),
    ...(told?.value.why === undefined ? {} : { why: told.value.why }),
  }
}

/** The fields of the act, as its schema reads them: what is left empty is left out. */
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

/** What the form adds to what was written. */
const ofTheForm: readonly string[] = ['csrf', 'key', 'check', 'send', 'save', 'change', 'revision', 'merges']

/** What was written, as it is kept and sent on: without what the form adds, and without what is empty. */
export const answersIn = (written: Written): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(written).flatMap(([name, value]) =>
      ofTheForm.includes(name) || typeof value !== 'string' || value.trim() === '' ? [] : [[name, value]],
    ),
  )
