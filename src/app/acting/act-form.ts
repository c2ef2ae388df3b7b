import { z } from 'zod'
import type { ActOf } from '../../domain/acting/act.ts'
import type { Act, Acting, ActType } from '../../domain/acting/acts.ts'
import type { SubjectKind } from '../../domain/entry.ts'
import type { Plain } from '../importing/plain-fact.ts'

/** The fields of an act as they are written: each `TextId` in clear. */
export type FieldsOf<T extends ActType> = Plain<Omit<Acting<T>, keyof ActOf<T>>>

/** How an act is asked for: by a form, by JSON, on the command line. All three have these fields and no other. */
export type ActForm<T extends ActType = ActType> = {
  /** What the page, the button and the help say: "Convert to a Modification Proposal". */
  readonly title: string
  /** Its word in addresses and on the command line: `convert`. */
  readonly verb: string
  /** What it is done to; `founds` where it begins one. */
  readonly on: SubjectKind
  readonly founds?: true
  /** Done to an entry, of whatever subject: offered with the entry. */
  readonly onEntry?: true
  /** Done to subjects of several kinds: its rule says to which. */
  readonly onAny?: true
  /** What it does, in a sentence or two, above the form. */
  readonly about?: string
  readonly schema: z.ZodType<FieldsOf<T>> & { readonly shape: Readonly<Record<string, z.ZodType>> }
}

/** The forms of the acts of one area. */
export type Forms<A extends Act> = { readonly [T in A['act']]: ActForm<T> }

/** The fields of an act, in the order in which they are asked. */
export const fields = <S extends z.core.$ZodShape>(shape: S) => z.strictObject(shape)
