import type { Place } from './paper.ts'

/** What sort of thing does not tie. */
export type FindingKind =
  | 'count' /* a number against the list below it, or against what the paper names */
  | 'sum' /* totals against each other */
  | 'average'
  | 'rounding'
  | 'duration'
  | 'convention' /* how days were counted */
  | 'target'
  | 'date' /* no such day, a wrong weekday, a day of rest, the order of days */
  | 'as-at'
  | 'period'
  | 'reference' /* written in two ways, or as no form has it */
  | 'title'
  | 'name'
  | 'term' /* against the glossary */
  | 'abbreviation'
  | 'order'
  | 'repetition'
  | 'lists' /* two lists that should agree */
  | 'stage' /* in two stages at once */
  | 'addressee'
  | 'heading'
  | 'marks'
  | 'link'
  | 'contradicted' /* by the register */
  | 'omitted' /* the register has it, and the paper does not */
  | 'other source'

/** `error`: both cannot be right. `warning`: they do not agree as they stand, and a definition may explain it. `note`: a matter of form. */
export type Severity = 'error' | 'warning' | 'note'
export type Certainty = 'certain' | 'likely' | 'possible'

export type Finding = {
  readonly kind: FindingKind
  readonly severity: Severity
  readonly certainty: Certainty
  readonly places: readonly Place[]
  readonly message: string
}

export const finding = (
  kind: FindingKind,
  [severity, certainty]: readonly [Severity, Certainty],
  message: string,
  ...places: readonly Place[]
): Finding => ({ kind, severity, certainty, places, message })
