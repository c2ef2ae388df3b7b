import type { PaperRead } from '../reading/read-paper.ts'
import type { StageName } from '../reading/strip.ts'

/**
 * What the paper itself explains. A number that a stated definition explains is never called wrong, whatever another definition would
 * give; the same number without a definition is asked about.
 */
export type Explained = {
  /** Which proposals are open before a decision. */
  readonly preDecision: boolean
  /** That what is approved for standalone releases is counted beside Release. */
  readonly standaloneBeside: boolean
  /** What each stage counts. */
  readonly stages: ReadonlySet<StageName>
  /** Which Modification Reports are listed as before the Panel. */
  readonly reports: boolean
  /** How the durations are counted. */
  readonly convention: boolean
  readonly rounding: boolean
  /** From when to when "this month" is. */
  readonly period: boolean
  /** That Draft Proposals named among Modification Proposals become such. */
  readonly drafts: boolean
  /** Text of the paper, for what one check asks alone. */
  readonly says: (pattern: RegExp) => boolean
}

export function explainedIn({ blocks, cover, definitions }: PaperRead): Explained {
  const says = (pattern: RegExp) => pattern.test(definitions) || blocks.some(({ text }) => pattern.test(text))
  const stages = (['Define', 'Refine', 'Opine', 'Release'] as const).filter((stage) =>
    says(new RegExp(`^(?:${stage}: \\p{L}{4,}|stage\\.${stage.toLowerCase()}: )|\\bProposals in ${stage} \\d+ modifications? `, 'u')),
  )
  return {
    preDecision: says(/\bDefine (?:or|and) Refine\b|\bbefore the (?:Change )?Board[’']s vote\b/i),
    standaloneBeside: says(
      /\bcounted beside Release\b|\bstandalone\b[^.]{0,60}\bnot (?:counted|included)\b|\bwithout [^.]{0,40}\bstandalone\b/i,
    ),
    stages: new Set(stages),
    reports: says(/\blisted for conversion, not here\b|\breports? that come with (?:their|its|a) conversion\b/i),
    convention: says(/\bbank holidays? [^.;]{0,200}(?:not taken out|included|counted)\b|\bweekdays, both ends\b/i),
    rounding: says(/\brounded (?:half |up|down|to)/i),
    period: cover.window !== undefined || says(/[“‘]?this month[”’]? (?:is|means|runs)\b/i),
    drafts: says(/\bbecomes? (?:a )?Modification Proposals? (?:if|when|once)\b/i),
    says,
  }
}
