import type { Written } from '../app/acting/read-act.ts'
import type { Response } from '../domain/consultation/response.ts'
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

/** What the form adds to what was written. */
const ofTheForm: readonly string[] = ['csrf', 'key', 'check', 'send', 'save', 'change', 'revision', 'merges']

/** What was written, as it is kept and sent on: without what the form adds, and without what is empty. */
export const answersIn = (written: Written): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(written).flatMap(([name, value]) =>
      ofTheForm.includes(name) || typeof value !== 'string' || value.trim() === '' ? [] : [[name, value]],
    ),
  )
