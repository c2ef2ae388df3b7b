import type { Subject } from '../domain/entry.ts'
import type { DraftFields, Instant } from './people.ts'

/** Whose response to which consultation: an organisation, and the id of the consultation, `84/report/1`. */
export type ResponseKey = { readonly organisation: Subject; readonly consultation: string }

/** One saving of the response that an organisation writes. Each is kept; the highest that is not `beside` is the present one. */
export type Revision = {
  readonly revision: number
  readonly answers: DraftFields
  /** The account that saved it. */
  readonly account: string
  readonly savedAt: Instant
  /** Saved by somebody who had not seen what a colleague saved meanwhile; `merged` once what it says was looked at. */
  readonly stands: 'present' | 'beside' | 'merged'
}
/** What a colleague is asked to do. */
export type Task = 'draft' | 'sign off'
export type Invitation = { readonly account: string; readonly task: Task; readonly by: string; readonly askedAt: Instant }
export type SignOff = { readonly revision: number; readonly account: string; readonly signedAt: Instant }

/** What an organisation has of a response that is being written. */
export type ResponseDraft = {
  readonly present: Revision | undefined
  /** What was saved beside it and is not merged yet, the oldest first. */
  readonly beside: readonly Revision[]
  readonly invitations: readonly Invitation[]
  readonly signOffs: readonly SignOff[]
}

/** What is saved, from which revision it was written (0: from none), and which one beside it is merged with it. */
export type RevisionToSave = { readonly answers: DraftFields; readonly basedOn: number; readonly merges?: number | undefined }

/** Responses that are being written, shared by who acts for an organisation. Whether an account does is the caller's to ask. */
export type ResponseDrafts = {
  readonly draftOf: (key: ResponseKey) => Promise<ResponseDraft>
  /** The revision under which it lies now: `beside`, where another was saved since the one it was written from. The same again is not saved twice. */
  readonly saveRevision: (account: string, key: ResponseKey, saved: RevisionToSave) => Promise<Revision>
  readonly invite: (by: string, key: ResponseKey, asked: { readonly account: string; readonly task: Task }) => Promise<void>
  /** Asks nobody any more to do this. */
  readonly askNobody: (key: ResponseKey, task: Task) => Promise<void>
  /** What an account is asked to do, for every response. */
  readonly askedOf: (account: string) => Promise<readonly (ResponseKey & Invitation)[]>
  /** False where the revision is not the present one, or the account saved it itself. */
  readonly signOff: (account: string, key: ResponseKey, revision: number) => Promise<boolean>
}
