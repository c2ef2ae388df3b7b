import { firstOf } from '../../domain/calendar/calendar-date.ts'
import { periodName } from '../../domain/publication/kinds.ts'
import { isRefused } from '../../domain/refusal.ts'
import { ownWords } from '../change-status/edited.ts'
import { wordingRow } from '../change-status/templates.ts'
import { byId } from '../figures/figure.ts'
import { paperText } from '../paper/text.ts'
import type { PaperMade, PaperSource } from '../paper-source.ts'
import { kpiReturn } from './model.ts'
import { kpiReturnPaper, returnTitle } from './paper.ts'
import { endOfQuarter } from './quarter.ts'

/** The code administrator's return of a quarter. */
export const kpiReturnSource: PaperSource = {
  short: 'KPI return of the quarter',
  isPublic: true,
  isBegun: (_register, month, asOf) => firstOf(month) <= asOf,
  cutOff: (_register, month) => endOfQuarter(month),
  isTitled: (title, month) => title === returnTitle(periodName({ kind: 'kpi-return', month })),
  make: (asked, edits) => {
    const made = kpiReturn(asked)
    if (isRefused(made)) return made
    const { quarter, figures, known, asOf } = made
    const own = ownWords(edits)
    const classification = asked.own?.classification ?? 'white'
    const paper: PaperMade['paper'] = (_texts, links) => kpiReturnPaper(made, classification, own, links)
    return {
      title: returnTitle(quarter.name),
      window: { from: quarter.from, to: quarter.to, isSoFar: !quarter.isOver },
      ...{ known, asOf, figures, stated: [], sentences: [], edits: own, warnings: [], texts: [], restsOn: [], paper },
      reads: (row) => row === wordingRow('bodies'),
      text: (texts, links) => paperText(paper(texts, links)),
      json: () => ({ format: 'kpi-return/2', ...made, figures: byId(figures), ...(own ? { edits: own } : {}) }),
    }
  },
}
