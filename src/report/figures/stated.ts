import { entryAt, type FoundIssued } from '../../domain/register.ts'
import type { StatedFigure } from './figure.ts'

/** What a paper states of itself, in the order told. */
export function statedFigures(paper: FoundIssued | undefined): readonly StatedFigure[] {
  if (!paper) return []
  return paper.state.stated.map(({ value, place }) => ({
    kind: 'stated',
    id: value.figure,
    value: value.value,
    unit: value.unit,
    source: entryAt(paper, place)?.source?.title ?? paper.state.issued.value.reference,
    at: value.at,
    paper: paper.subject,
    place,
    asAt: value.asAt,
  }))
}
