import { longDay } from '../../../domain/calendar/format.ts'
import type { ReportContext } from '../../change-status/report-context.ts'
import { completedAssessments, openAssessments, requestedAssessments } from '../../figures/assessments.ts'
import type { DerivedFigure, FigureId } from '../../figures/figure.ts'
import { type Finding, finding } from '../finding.ts'
import type { Place } from '../paper.ts'
import { mentionsIn } from '../reading/mentions.ts'
import type { PaperRead } from '../reading/read-paper.ts'
import type { AssessmentTable } from '../reading/tables.ts'
import { isNamed } from './figures.ts'

/** What the register has at the paper's day, and the paper does not list where it would stand. */
export function omissions(read: PaperRead, context: ReportContext): readonly Finding[] {
  return [...ofLists(read, context), ...ofAssessments(read, context)]
}

const listed: readonly FigureId[] = [
  'conversions.before',
  'reports.before',
  'consultations.refinement.open',
  'consultations.report.open',
  'ballots.held',
  'authority.decisions',
  'authority.pending',
  'releases.standalone',
]

function ofLists({ listings }: PaperRead, { figures }: ReportContext): readonly Finding[] {
  return listed.flatMap((id) => {
    const of = listings.filter(({ topic }) => topic?.id === id)
    const [first] = of
    if (!first) return []
    const ids = new Set(of.flatMap(({ items }) => items.flatMap(({ mention }) => (mention ? [`modification/${mention.id}`] : []))))
    const missing = ((figures as Readonly<Record<string, DerivedFigure>>)[id]?.members ?? []).filter(
      (member) => isNamed(member) && !ids.has(member.subject),
    )
    if (missing.length === 0) return []
    const names = missing.map(({ label }) => label).join(', ')
    return [
      finding('omitted', ['warning', 'likely'], `The register has ${names} in this list at that day, and the paper does not.`, first.place),
    ]
  })
}

const tables: Readonly<Record<AssessmentTable, typeof openAssessments>> = {
  open: openAssessments,
  completed: completedAssessments,
  requested: requestedAssessments,
}
const words: Readonly<Record<AssessmentTable, string>> = {
  open: 'open',
  completed: 'completed in the year',
  requested: 'requested and not yet accepted',
}

function ofAssessments({ assessments, listings, cover, blocks }: PaperRead, context: ReportContext): readonly Finding[] {
  if (assessments.length === 0) return []
  // 'The Preliminary Assessments of MP078 and MP090 are requested and not yet accepted.'
  const inWords = blocks.filter(
    ({ text }) => /\bassessments?\b|\b[PI]A\b/i.test(text) && /\b(?:requested|not (?:yet )?accepted|waiting)\b/i.test(text),
  )
  const isToldInWords = (id: string) => inWords.some((block) => mentionsIn(block, context.grammar).some((each) => each.id === id))
  const showsRequests = listings.some(({ topic }) => topic?.id === 'assessment.requested')
  return (['open', 'completed', 'requested'] as const).flatMap((table) => {
    const rows = assessments.filter((row) => row.table === table)
    const missing = tables[table](context).filter(
      ({ found, assessment }) =>
        !rows.some(({ mention, assessmentKind }) => mention.id === found.id && assessmentKind === assessment.assessmentKind) &&
        !(table === 'requested' && isToldInWords(found.id)),
    )
    const place: Place | undefined = rows[0]?.place ?? cover.timescales[0]?.place ?? assessments[0]?.place
    if (missing.length === 0 || !place) return []
    const names = missing.map(({ member, assessment, duration }) => {
      const wait = table === 'requested' && duration ? `, ${duration.value} WD` : ''
      return `${member.label} (${assessment.assessmentKind}${wait})`
    })
    const no = table === 'requested' && !showsRequests ? 'no table of the paper shows' : 'the table does not have'
    const message = `As at ${longDay(context.window.timescalesAsAt)} the register has ${missing.length} ${words[table]} that ${no}: ${names.join(', ')}.`
    return [finding('omitted', [table === 'requested' ? 'note' : 'warning', 'likely'], message, place)]
  })
}
