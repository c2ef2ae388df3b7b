import { longMonth } from '../../domain/calendar/format.ts'
import { isRefused } from '../../domain/refusal.ts'
import { modificationOf } from '../figures/context.ts'
import type { PaperSource } from '../paper-source.ts'
import { type EditedModel, edited, sentencesOf } from './edited.ts'
import { changeStatusJson } from './json.ts'
import { changeStatusPaper } from './paper.ts'
import type { ReportAsked } from './report-context.ts'
import { reportOf } from './report-of.ts'
import { wordingRow } from './templates.ts'
import { changeStatusText } from './text.ts'
import { cutOffOf, isBegun } from './window.ts'

/** The Change Status Report, with its author's words around its locked values. */
export const changeStatusSource: PaperSource = {
  short: 'Change Status Report',
  cutOff: cutOffOf,
  isBegun,
  // Its words are rows of the rulebook; the titles of the other papers are their own.
  isTitled: (title, month) => title.endsWith(longMonth(month)),
  make: (asked, edits) => {
    const derived = reportOf(asked)
    if (isRefused(derived)) return derived
    const model: EditedModel = edits ? edited(derived, edits) : derived
    const { window, cover, known, asOf, figures, stated } = model
    return {
      title: cover.title,
      window: { from: window.from, to: window.to, timescalesAsAt: window.timescalesAsAt, isSoFar: window.state === 'so far' },
      ...{ known, asOf, stated },
      figures: Object.values(figures),
      sentences: sentencesOf(model),
      edits: model.edits,
      warnings: [],
      texts: model.define.proposals.flatMap(({ issue }) => (issue === 'unknown' ? [] : [issue])),
      restsOn: issuesOf(asked, model),
      reads: (row) => row.startsWith(wordingRow('')),
      paper: (texts, links) => changeStatusPaper(model, texts, links),
      text: (texts, links) => changeStatusText(model, texts, links),
      json: (texts, links) => changeStatusJson(model, texts, links),
    }
  },
}

/** The places of the issues that it quotes. */
function issuesOf({ registerOn, asOf }: ReportAsked, { define }: EditedModel): readonly number[] {
  const register = registerOn(asOf)
  return define.proposals.flatMap(({ member }) => modificationOf(register, member.subject)?.state.issue?.place ?? [])
}
