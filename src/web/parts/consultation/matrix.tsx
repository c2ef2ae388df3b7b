import type { Consultation } from '../../../domain/consultation/consultation.ts'
import { own } from '../../../domain/own.ts'
import { capitalised } from '../../../report/words/capitalised.ts'
import { respondentOf } from '../../../report/words/event-sentence.ts'
import { type Names, namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'
import { DataTable } from '../data-table.tsx'

/** A line of the matrix in clear. */
export type MatrixLine = {
  readonly point: string
  readonly topic: string
  readonly who: string
  readonly answer: string
  readonly changed: string
}

/** The response matrix: each point, who made it, what is answered to it, and what changed. */
export async function matrixOf(context: PageContext, consultation: Consultation): Promise<readonly MatrixLine[]> {
  const { answer, site } = context.var
  const names = namesIn(answer.register, site.grammar)
  return Promise.all(
    Object.values(consultation.responses.points).map(async ({ value }) => ({
      point: value.point,
      topic: value.topic,
      who: whoSaid(consultation, value.responses, names),
      answer: (await site.app.text(value.answer)) ?? 'not held any more',
      changed: value.changed ?? '',
    })),
  )
}

/** By name, as far as the reader may know it. */
function whoSaid(consultation: Consultation, responses: readonly string[], names: Names): string {
  const named = responses.flatMap((id) => {
    const told = own(consultation.responses.given, id)?.told
    return told ? [capitalised(respondentOf(told.value, names))] : []
  })
  const hidden = responses.length - named.length
  return [...named, ...(hidden > 0 ? [hidden === 1 ? 'a confidential response' : `${hidden} confidential responses`] : [])].join(', ')
}

export function Matrix({ lines }: { readonly lines: readonly MatrixLine[] }) {
  return (
    <DataTable
      caption="What was said, and what is answered to it"
      columns={[{ label: 'Point' }, { label: 'Who' }, { label: 'Answer' }, { label: 'What changed' }]}
      rows={lines.map(({ topic, who, answer, changed }) => ({ cells: [topic, who || 'not told', answer, changed || 'Nothing'] }))}
    />
  )
}
