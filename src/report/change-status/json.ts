import type { ChangeStatusModel } from './model.ts'
import type { Links, TextOf } from './rendering.ts'

/** The model as it is, with the texts in clear where the reader may have them, and the addresses of what it names. */
export type ChangeStatusJson = Omit<ChangeStatusModel, 'define'> & {
  readonly format: 'change-status/1'
  readonly define: Omit<ChangeStatusModel['define'], 'proposals'> & {
    readonly proposals: readonly (ChangeStatusModel['define']['proposals'][number] & { readonly issueText: string | 'unknown' })[]
  }
  /** By subject, and by the id of a figure. */
  readonly links?: Readonly<Record<string, string>>
}

export function changeStatusJson(model: ChangeStatusModel, texts: TextOf, links?: Links): ChangeStatusJson {
  const proposals = model.define.proposals.map((proposal) => ({
    ...proposal,
    issueText: (proposal.issue === 'unknown' ? undefined : texts(proposal.issue)) ?? 'unknown',
  }))
  return {
    format: 'change-status/1',
    ...model,
    define: { ...model.define, proposals },
    ...(links ? { links: addresses(model, links) } : {}),
  }
}

function addresses(model: ChangeStatusModel, links: Links): Readonly<Record<string, string>> {
  const subjects = model.named.map(({ subject }) => [subject, links.subject(subject)] as const)
  const figures = Object.values(model.figures).map(({ id }) => [id, links.figure?.(id)] as const)
  return Object.fromEntries([...subjects, ...figures].flatMap(([of, address]) => (address ? [[of, address]] : [])))
}
