import { dated } from '../../../domain/calendar/format.ts'
import { find } from '../../../domain/register.ts'
import type { ReportContext } from '../../change-status/report-context.ts'
import type { Claim, Judged } from '../claim.ts'
import { type Finding, finding } from '../finding.ts'
import { daysIn } from '../reading/days.ts'
import { mentionsIn } from '../reading/mentions.ts'
import type { PaperRead } from '../reading/read-paper.ts'
import { judgeAssessmentDay, judgeDuration, judgeTarget } from './assessments.ts'
import { judgeHeld, judgeLink, judgeOutcome, judgePaper, judgeRaised, judgeRaiser, judgeReference, judgeTitle } from './facts.ts'
import { judgeFigure } from './figures.ts'
import { judgeMember } from './members.ts'
import { judgeDateRequest, judgeReleaseDate } from './releases.ts'

/** One claim against the register, at the paper's own days. */
export function judge({ about, value }: Claim, context: ReportContext): Judged {
  switch (about.is) {
    case 'paper':
      return judgePaper(about, value, context)
    case 'reference':
      return judgeReference(about, context)
    case 'title':
      return judgeTitle(about, context)
    case 'raiser':
      return judgeRaiser(about, context)
    case 'raised':
      return judgeRaised(about, context)
    case 'figure':
      return judgeFigure(about, context)
    case 'member':
      return judgeMember(about, context)
    case 'day':
      return judgeAssessmentDay(about, context)
    case 'target':
      return judgeTarget(about, context)
    case 'duration':
      return judgeDuration(about, context)
    case 'outcome':
      return judgeOutcome(about, context)
    case 'held':
      return judgeHeld(about, context)
    case 'release date':
      return judgeReleaseDate(about, context)
    case 'date request':
      return judgeDateRequest(about, context)
    case 'link':
      return judgeLink(about, context)
  }
}

/** What another source tells of the same, kept beside the one that was chosen; unless the paper says so itself. */
export function otherSources({ assessments, blocks }: PaperRead, { register, window, grammar }: ReportContext): readonly Finding[] {
  return assessments.flatMap((row) => {
    const found = find(register, 'modification', row.mention.id)
    const told = Object.values(found?.state.assessments ?? {}).find(({ assessmentKind }) => assessmentKind === row.assessmentKind)
    const place = row.table === 'completed' ? told?.returned?.place : told?.accepted?.place
    const others = register.noted.filter(({ beside, on }) => beside !== undefined && beside === place && on.to <= window.to)
    return others.flatMap(({ on, source }) => {
      const said = blocks.some((block) => {
        const names = mentionsIn(block, grammar).some(({ id }) => id === row.mention.id)
        return names && daysIn(block.text).some(({ day }) => day === on.to)
      })
      if (said || (row.day !== undefined && on.from <= row.day && row.day <= on.to)) return []
      const message = `Of the ${row.assessmentKind} of ${row.mention.canonical} another source tells ${dated(on)}: ${source?.title ?? 'unknown'}.`
      return [finding('other source', ['note', 'possible'], message, row.place)]
    })
  })
}
