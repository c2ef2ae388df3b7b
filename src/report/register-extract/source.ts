import { isRefused } from '../../domain/refusal.ts'
import { ownWords } from '../change-status/edited.ts'
import { wordingRow } from '../change-status/templates.ts'
import { cutOffOf, isBegun } from '../change-status/window.ts'
import { byId } from '../figures/figure.ts'
import { paperText } from '../paper/text.ts'
import type { PaperMade, PaperSource } from '../paper-source.ts'
import { registerExtract } from './model.ts'
import { extractTitle, registerExtractPaper } from './paper.ts'

/** The register as every Party has it each month. */
export const registerExtractSource: PaperSource = {
  short: 'Register extract',
  isPublic: true,
  cutOff: cutOffOf,
  isBegun,
  isTitled: (title, month) => title === extractTitle(month),
  make: (asked, edits) => {
    const extract = registerExtract(asked)
    if (isRefused(extract)) return extract
    const { report, figures, restsOn, counts, ...told } = extract
    const { window, known, asOf } = report
    const own = ownWords(edits)
    const paper: PaperMade['paper'] = (_texts, links) => registerExtractPaper(extract, own, links)
    return {
      title: extractTitle(window.month),
      window: { from: window.from, to: window.to, timescalesAsAt: window.timescalesAsAt, isSoFar: window.state === 'so far' },
      ...{ known, asOf, figures, restsOn, stated: [], sentences: [], edits: own, warnings: [], texts: [], paper },
      reads: (row) => row.startsWith('words-') || row.startsWith(wordingRow('')),
      text: (texts, links) => paperText(paper(texts, links)),
      json: () => ({
        format: 'register-extract/2',
        ...{ window, known, asOf, ...told },
        counts: counts.map(({ figure, listed, changed, firstListed }) => ({
          ...{ figure: figure.id, listed: listed.id, changed: changed.id, firstListed: firstListed.id },
        })),
        figures: byId(figures),
        ...(own ? { edits: own } : {}),
      }),
    }
  },
}
