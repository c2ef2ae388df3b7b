import { dated } from '../../../domain/calendar/format.ts'
import { find } from '../../../domain/register.ts'
import type { ReportContext } from '../../change-status/report-context.ts'
import type { DerivedFigure } from '../../figures/figure.ts'
import { pendingScope, releasesToCome } from '../../figures/releases.ts'
import type { About, Judged } from '../claim.ts'
import { contradicted, holds, notSupported } from './judged.ts'
import { releaseNamed } from './releases.ts'

type MemberClaim = Extract<About, { is: 'member' }>

/** That a proposal is in a list: the members of a figure, or the scope of a release, at the paper's own day. */
export function judgeMember({ figure, id, release }: MemberClaim, context: ReportContext): Judged {
  const subject = `modification/${id}`
  const found = find(context.register, 'modification', id)
  if (!found) return notSupported('the register does not know this proposal at that day')
  const members = release === undefined ? membersOf(context, figure) : scopeOf(context, release)
  if (members?.some((member) => member.subject === subject)) return holds('the register has it in the same list')
  const { value, on } = found.state.standing
  const where = value.stage === 'unknown' ? 'no source tells where it stood' : `it stood in ${value.stage}, since ${dated(on)}`
  const stages = stagesOf[figure]
  const stands = value.stage === 'ended' ? `ended (${value.outcome})` : value.stage
  if (stages && value.stage !== 'unknown' && !stages.includes(value.stage)) {
    const from = on.basis === 'stated' ? undefined : ('possible' as const)
    return contradicted(`the list is of ${stages.join(' or ')}, and in the register it is ${stands}, since ${dated(on)}`, from ?? 'likely')
  }
  return notSupported(`the register does not have it in this list; ${where}`)
}

/** Where a proposal stands that is in a list which says where. */
const stagesOf: Readonly<Record<string, readonly string[]>> = {
  'conversions.before': ['define'],
  'reports.before': ['refine'],
  'consultations.refinement.open': ['refine'],
  'consultations.report.open': ['opine'],
  'authority.pending': ['opine'],
  'releases.standalone': ['release'],
  'releases.scheduled': ['release'],
  'releases.unscheduled': ['release'],
  'stage.release.standalone': ['release'],
}

const membersOf = ({ figures }: ReportContext, id: string) => (figures as Readonly<Record<string, DerivedFigure>>)[id]?.members

function scopeOf(context: ReportContext, name: string) {
  const release = releasesToCome(context, 'scheduled').find(({ state }) => releaseNamed(state.name, name))
  return release && pendingScope(context, release)
}
