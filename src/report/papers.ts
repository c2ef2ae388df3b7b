import type { TextId } from '../domain/entry.ts'
import { isRefused, type Verdict } from '../domain/refusal.ts'
import { assessmentUpdate } from './assessment-update/model.ts'
import { assessmentUpdatePaper } from './assessment-update/paper.ts'
import type { Links, TextOf } from './change-status/rendering.ts'
import type { ReportAsked } from './change-status/report-context.ts'
import { kpiReturn } from './kpi-return/model.ts'
import { kpiReturnPaper } from './kpi-return/paper.ts'
import type { Paper } from './paper/paper.ts'
import { registerExtract } from './register-extract/model.ts'
import { registerExtractPaper } from './register-extract/paper.ts'

/** What a month's paper is made of: the texts that it quotes, itself in words, and as data. */
export type PaperMade = {
  readonly texts: readonly TextId[]
  readonly paper: (texts: TextOf, links: Links) => Paper
  readonly json: object
}
export type PaperSource = {
  readonly short: string
  /** Drawn for everybody from what the public may see, since it is White and goes outside. */
  readonly isPublic?: true
  readonly make: (asked: ReportAsked) => Verdict<PaperMade>
}

export const paperKinds = ['assessment-update', 'register-extract', 'kpi-return'] as const
export type PaperKind = (typeof paperKinds)[number]

/** The papers of a month besides the Change Status Report, by their names in addresses. */
export const papers: Readonly<Record<PaperKind, PaperSource>> = {
  'assessment-update': {
    short: 'Appendix A',
    make: (asked) => {
      const update = assessmentUpdate(asked)
      if (isRefused(update)) return update
      const { report, ...json } = update
      return {
        texts: [...update.open, ...update.queue, ...update.completed].flatMap(({ said }) => (said ? [said.text] : [])),
        paper: (texts, links) => assessmentUpdatePaper(update, texts, links),
        json: { format: 'assessment-update/1', window: report.window, ...json },
      }
    },
  },
  'register-extract': {
    short: 'Register extract',
    isPublic: true,
    make: (asked) => {
      const extract = registerExtract(asked)
      if (isRefused(extract)) return extract
      const { report, ...json } = extract
      return {
        texts: [],
        paper: (_texts, links) => registerExtractPaper(extract, links),
        json: { format: 'register-extract/1', window: report.window, ...json },
      }
    },
  },
  'kpi-return': {
    short: 'KPI return of the quarter',
    isPublic: true,
    make: (asked) => {
      const made = kpiReturn(asked)
      if (isRefused(made)) return made
      return { texts: [], paper: (_texts, links) => kpiReturnPaper(made, links), json: { format: 'kpi-return/1', ...made } }
    },
  },
}
