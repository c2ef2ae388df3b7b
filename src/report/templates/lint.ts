import type { ActType } from '../../domain/acting/acts.ts'
import { longDay } from '../../domain/calendar/format.ts'
import { compareText } from '../../domain/calendar/moment.ts'
import { documentsAbout, lastVersion } from '../../domain/document/documents-about.ts'
import type { Found, Register } from '../../domain/register.ts'
import { staleSince } from '../../domain/solution/stale.ts'
import { assessmentName } from '../words/event-sentence.ts'
import type { Names } from '../words/sentence-names.ts'

/** What a paper would go out without, and the act by which that is mended. */
export type Lint = { readonly what: string; readonly mend: ActType; readonly fields: Readonly<Record<string, string>> }

const lint = (what: string, mend: ActType, fields: Lint['fields'] = {}): Lint => ({ what, mend, fields })

/** What is looked at before papers of a modification are issued, as their reader sees it: nothing of it refuses anything. */
export function lintOf(register: Register, { subject, state }: Found<'modification'>, { words }: Names): readonly Lint[] {
  const kept = documentsAbout(register, subject).map((document) => lastVersion(document.state))
  const has = (kind: string, title: RegExp) =>
    kept.some(({ value }) => value.documentKind === kind) || state.listed.some(({ value }) => title.test(value.title))
  const assessments = Object.values(state.assessments).filter(({ status }) => status !== 'cancelled' && status !== 'declined')
  const drafted = Object.values(state.solutions).some(({ versions }) => versions.some(({ value }) => value.document !== undefined))
  return [
    ...(has('legal text', /legal (?:text|drafting)/i) || drafted
      ? []
      : [lint('The legal text is missing', 'ListDocument', { documentKind: 'legal text', title: 'Legal text' })]),
    ...(assessments.some(({ costs }) => costs.length > 0)
      ? []
      : [
          assessments.length > 0
            ? lint('No assessment says what it costs', 'CostAssessment', { assessment: assessments.at(-1)?.id ?? '' })
            : lint('No assessment was asked for: its cost is not known', 'RequestAssessment'),
        ]),
    ...(state.parties && state.parties.value.length > 0 ? [] : [lint('No affected Party category is named', 'SetParties')]),
    ...assessments.flatMap((assessment) => {
      const stale = staleSince(state, assessment)
      const name = assessmentName(assessment.id, words)
      return stale
        ? [
            lint(`The ${name} is of a solution that was changed on ${longDay(stale.on.to)}`, 'RequestAssessmentAgain', {
              assessment: assessment.id,
            }),
          ]
        : []
    }),
    ...reportOutdated(state, kept),
  ]
}

/** A report that is kept here, and older than what its figures rest on. */
function reportOutdated(state: Found<'modification'>['state'], kept: readonly ReturnType<typeof lastVersion>[]): readonly Lint[] {
  const report = kept.filter(({ value }) => value.documentKind === 'report').at(0)
  if (!report) return []
  const since = [
    ...Object.values(state.assessments).flatMap(({ returned, costs }) => [...(returned ? [returned] : []), ...costs]),
    ...Object.values(state.solutions).flatMap(({ versions }) => versions),
  ].toSorted((a, b) => compareText(a.on.to, b.on.to))
  const last = since.at(-1)
  if (!last || last.on.to <= report.on.to) return []
  const what = `The Modification Report of ${longDay(report.on.to)} is older than what it rests on: that was changed on ${longDay(last.on.to)}`
  return [lint(what, 'ListDocument', { documentKind: 'report', title: report.value.title })]
}
