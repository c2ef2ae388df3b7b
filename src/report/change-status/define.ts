import type { TextId } from '../../domain/entry.ts'
import { entryAt } from '../../domain/register.ts'
import { modificationOf } from '../figures/context.ts'
import type { Member } from '../figures/figure.ts'
import { type Line, type Listing, line, named, nameOf, type ReportContext, when } from './report-context.ts'
import { listing } from './summary.ts'
import type { Said } from './wording.ts'

/** Section 2. `issue` is the text in the words of its proposal; who may read it finds the bytes by it. */
export type Define = {
  /** Said when nothing was raised. */
  readonly none?: Line
  readonly proposals: readonly {
    readonly member: Member
    readonly line: Line
    readonly issue: TextId | 'unknown'
    readonly issueUnknown: string
  }[]
  readonly ready: Listing
}

export function define(context: ReportContext): Define {
  const { members } = context.figures['proposals.new']
  const proposals = members.map((member) => ({
    member,
    line: line(raised(context, member), 'proposals.new'),
    issue: modificationOf(context.register, member.subject)?.state.issue?.value ?? ('unknown' as const),
    issueUnknown: context.words.say('define.issueUnknown', {}),
  }))
  return {
    ...(members.length === 0 ? { none: line(context.words.tell('define.none', {}), 'proposals.new') } : {}),
    proposals,
    ready: listing(context, 'define.ready', 'readiness.determined'),
  }
}

function raised(context: ReportContext, member: Member): Said {
  const { words, register } = context
  const found = modificationOf(register, member.subject)
  const entry = found && entryAt(found, member.places[0] ?? 0)
  const told = { proposal: named(member), when: entry ? when(words, entry.on) : '' }
  const proposer = found?.state.proposer?.value
  return proposer
    ? words.tell('define.raised', { ...told, proposer: nameOf(context, proposer) }, member.label)
    : words.tell('define.raisedByUnknown', told, member.label)
}
