import { isRefused } from '../../domain/refusal.ts'
import { ownWords } from '../change-status/edited.ts'
import { wordingRow } from '../change-status/templates.ts'
import { cutOffOf, isBegun } from '../change-status/window.ts'
import { byId } from '../figures/figure.ts'
import { paperText } from '../paper/text.ts'
import type { PaperMade, PaperSource } from '../paper-source.ts'
import { assessmentUpdate, saidIn } from './model.ts'
import { assessmentUpdatePaper, signOffText, updateTitle } from './paper.ts'

/** Appendix A: what the providers say of their assessments, with the figures of these. */
export const assessmentUpdateSource: PaperSource = {
  short: 'Appendix A',
  cutOff: cutOffOf,
  isBegun,
  isTitled: (title, month) => title === updateTitle(month),
  make: (asked, edits) => {
    const update = assessmentUpdate(asked)
    if (isRefused(update)) return update
    const { report, figures, classification, ...told } = update
    const { window, known, asOf } = report
    const [own, said] = [ownWords(edits), saidIn(update)]
    const paper: PaperMade['paper'] = (texts, links) => assessmentUpdatePaper(update, own, { texts, links })
    return {
      title: updateTitle(window.month),
      window: { from: window.from, to: window.to, timescalesAsAt: window.timescalesAsAt, isSoFar: window.state === 'so far' },
      ...{ known, asOf, figures, stated: [], sentences: [], edits: own, paper },
      warnings: update.providers.filter(({ signed }) => !signed).map((provider) => signOffText(provider, update)),
      texts: said.map(({ text }) => text),
      restsOn: said.map(({ place }) => place),
      reads: (row) => row.startsWith(wordingRow('')),
      text: (texts, links) => paperText(paper(texts, links)),
      json: (texts) => ({
        format: 'assessment-update/1',
        ...{ window, known, asOf, ...told, figures: byId(figures) },
        texts: Object.fromEntries(said.flatMap(({ text: id }) => (texts(id) === undefined ? [] : [[id, texts(id)]]))),
        ...(own ? { edits: own } : {}),
      }),
    }
  },
}
