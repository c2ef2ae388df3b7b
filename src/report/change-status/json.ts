import type { Subject } from '../../domain/entry.ts'
import type { ChangeStatusModel } from './model.ts'
import type { Links, TextOf } from './rendering.ts'

/** The model as it is, with the texts in clear where the reader may have them, and the addresses of what it names. */
export type ChangeStatusJson = Omit<ChangeStatusModel, 'define'> & {
  readonly format: 'change-status/1'
  readonly define: Omit<ChangeStatusModel['define'], 'proposals'> & {
    readonly proposals: readonly (ChangeStatusModel['define']['proposals'][number] & { readonly issueText: string | 'unknown' })[]
  }
  readonly links?: Readonly<Record<Subject, string>>
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

function addresses(model: ChangeStatusModel, links: Links): Readonly<Record<Subject, string>> {
  return Object.fromEntries(
    model.named.flatMap(({ subject }) => {
      const address = links.subject(subject)
      return address ? [[subject, address]] : []
    }),
  )
}
