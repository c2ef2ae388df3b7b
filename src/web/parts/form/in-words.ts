import type { z } from 'zod'
import { type FieldMeta, metaOf } from '../../../app/acting/fields.ts'
import type { FieldProblem } from '../../../app/acting/read-act.ts'
import { recordedFields } from '../../../app/acting/recorded-fields.ts'

/** The problems of a form as its reader meets them: by the label of the field, and what is chosen by its words. */
export function problemsInWords(problems: readonly FieldProblem[], shape: Readonly<Record<string, z.ZodType>>): readonly FieldProblem[] {
  return problems.map(({ field, problem }) => {
    const isRecorded = field.startsWith('recorded.')
    const schema = isRecorded
      ? (recordedFields.shape as Readonly<Record<string, z.ZodType>>)[field.slice('recorded.'.length)]
      : shape[field]
    const meta = schema && metaOf(schema)
    return meta ? { field, problem: `${meta.label}: ${inWords(problem, meta)}` } : { field, problem }
  })
}

function inWords(problem: string, { control, options }: FieldMeta): string {
  const isChosen = control === 'choice' || control === 'several' || control === 'yes'
  if (isChosen && (problem.endsWith('nothing was given') || options)) return control === 'several' ? 'choose at least one' : 'choose one'
  return problem.endsWith(', and nothing was given') ? problem.replace(/^expected (.*), and nothing was given$/, 'give $1') : problem
}
