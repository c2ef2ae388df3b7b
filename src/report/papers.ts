import type { TextId } from '../domain/entry.ts'
import { isRefused, type Verdict } from '../domain/refusal.ts'
import { assessmentUpdate } from './assessment-update/model.ts'
import { assessmentUpdatePaper } from './assessment-update/paper.ts'
import type { Links, TextOf } from './change-status/rendering.ts'
import type { ReportAsked } from './change-status/report-context.ts'
import type { Paper } from './paper/paper.ts'

/** What a month's paper is made of: the texts that it quotes, itself in words, and as data. */
export type PaperMade = {
  readonly texts: readonly TextId[]
  readonly paper: (texts: TextOf, links: Links) => Paper
  readonly json: object
}
export type PaperSource = {
  readonly short: string
  readonly make: (asked: ReportAsked) => Verdict<PaperMade>
}

export const paperKinds = ['assessment-update'] as const
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
}
