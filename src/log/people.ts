import type { Principal } from '../domain/access.ts'
import type { Subject } from '../domain/entry.ts'
import type { ResponseDrafts } from './response-drafts.ts'
import type { ShareLinks } from './share-links.ts'

/** A UTC instant as ISO text with milliseconds, so that two of them compare as texts. */
export type Instant = string

/** The hex SHA-256 of a secret that was handed out. The secret itself is never kept. */
export type SecretHash = string

/** Who may sign in, and for whom he then acts. It says nothing else: what follows from it is in the register and in the table of access. */
export type Account = Omit<Principal, 'id'> & {
  /** Opaque and random: what the log keeps, sealed, as who recorded an entry. */
  readonly id: string
  /** Named by role, "Change Board member for Large Suppliers"; never a person. */
  readonly label: string
  /** In lower case; of one account only. */
  readonly email?: string
  /** Who he is at the provider of sign-in, once he came from there. */
  readonly oidc?: OidcIdentity
  readonly disabled: boolean
  /** Which of the demonstration's sample accounts it is. */
  readonly sample?: string
}
export type OidcIdentity = { readonly issuer: string; readonly subject: string }

export type Session = {
  readonly hash: SecretHash
  readonly account: string
  /** What each form of the session carries. */
  readonly csrf: string
  readonly startedAt: Instant
  /** When it was last seen, give or take the minutes for which it is not written again. */
  readonly usedAt: Instant
}

/** A link sent by mail: it signs one account in, once, and leads back to a path of ours. */
export type Link = { readonly hash: SecretHash; readonly account: string; readonly back: string; readonly expiresAt: Instant }

/** What lets a program act for an account. */
export type Token = {
  readonly id: string
  readonly account: string
  readonly hash: SecretHash
  readonly name: string
  readonly madeAt: Instant
}

/** What a form held, by the names of its fields. */
export type DraftFields = Readonly<Record<string, string | readonly string[]>>

/** An act that is being written, on a subject; nobody else reads it. */
export type Draft = {
  readonly id: string
  readonly act: string
  readonly subject: Subject
  readonly fields: DraftFields
  readonly savedAt: Instant
}
/** A draft as it is saved: with its id where it was saved before. */
export type DraftToSave = Omit<Draft, 'id' | 'savedAt'> & { readonly id?: string }

/** A seat of a body by its name there: `body/change-board`, `large-supplier-1`. */
export type SeatOfBody = Principal['seats'][number]

/** How a seat is to vote in a ballot that is not open yet. Only who sits in it reads it until it is cast. */
export type Instruction = SeatOfBody & {
  readonly modification: Subject
  /** Which of the ballots on the modification: whatever the caller names it by. */
  readonly ballot: string
  readonly vote: string
  /** May be ''. */
  readonly reason: string
  /** The account that gave it. */
  readonly account: string
  readonly givenAt: Instant
}
export type BallotAhead = { readonly modification: Subject; readonly ballot: string }

/** What of the sessions and links may be swept away: those begun, last used, or ended before these instants. */
export type Expired = { readonly startedBefore: Instant; readonly usedBefore: Instant; readonly linksBefore: Instant }

/**
 * Accounts, and what they do before anything is recorded. Ordinary tables beside the log: rows change and go, and no register is folded
 * from them. Every failure of the database is a `LogError`.
 */
export type People = ResponseDrafts &
  ShareLinks & {
    readonly accounts: () => Promise<readonly Account[]>
    readonly account: (id: string) => Promise<Account | undefined>
    readonly accountOfEmail: (email: string) => Promise<Account | undefined>
    readonly accountOfOidc: (identity: OidcIdentity) => Promise<Account | undefined>
    readonly accountOfSample: (sample: string) => Promise<Account | undefined>
    /** Adds it, or changes the one with its id; 'taken' where another has its address, its identity or its sample. */
    readonly saveAccount: (account: Account) => Promise<'saved' | 'taken'>
    /** Says who an account is at the provider, once and for good; false where it was said before, or the account is disabled. */
    readonly bindOidc: (account: string, identity: OidcIdentity) => Promise<boolean>
    /** Ends what lets an account in: its sessions, links and tokens. */
    readonly shutOut: (account: string) => Promise<void>

    readonly addSession: (session: Session) => Promise<void>
    readonly session: (hash: SecretHash) => Promise<Session | undefined>
    readonly touchSession: (hash: SecretHash, usedAt: Instant) => Promise<void>
    readonly endSession: (hash: SecretHash) => Promise<void>

    readonly addLink: (link: Link) => Promise<void>
    readonly link: (hash: SecretHash) => Promise<Link | undefined>
    /** Gives it once: whoever comes second finds none. */
    readonly takeLink: (hash: SecretHash) => Promise<Link | undefined>
    readonly forgetExpired: (expired: Expired) => Promise<void>

    readonly addToken: (token: Token) => Promise<void>
    readonly tokensOf: (account: string) => Promise<readonly Token[]>
    readonly token: (hash: SecretHash) => Promise<Token | undefined>
    /** Whether the account had it. */
    readonly revokeToken: (account: string, id: string) => Promise<boolean>

    /** The id under which it lies now; undefined where the id given is of no draft of this account, and nothing was saved. */
    readonly saveDraft: (account: string, draft: DraftToSave) => Promise<string | undefined>
    /** The last saved first. */
    readonly draftsOf: (account: string) => Promise<readonly Draft[]>
    /** Undefined for one of another account, as for one that never was. */
    readonly draft: (account: string, id: string) => Promise<Draft | undefined>
    readonly deleteDraft: (account: string, id: string) => Promise<void>

    /** Keeps how the seat is to vote, in place of what it said before. Whether this account sits there is the caller's to ask. */
    readonly instruct: (
      account: string,
      seat: SeatOfBody,
      ahead: BallotAhead,
      vote: { readonly vote: string; readonly reason: string },
    ) => Promise<void>
    /** What one seat said, for who sits in it. */
    readonly instructionOf: (seat: SeatOfBody, ahead: BallotAhead) => Promise<Instruction | undefined>
    /** What every seat of a body said, for the command that casts it when the item opens; a page shows none of it before. */
    readonly instructionsFor: (body: Subject, modification: Subject) => Promise<readonly Instruction[]>
    readonly withdrawInstruction: (seat: SeatOfBody, ahead: BallotAhead) => Promise<void>

    /**
     * Somebody is on his front page, with the log up to this position before him. Gives up to where he had read before; undefined when he
     * looks for the first time. A visit goes on until nothing was looked at for `gap` milliseconds.
     */
    readonly arrived: (account: string, position: number, gap: number) => Promise<number | undefined>
    /** He has read all of it. */
    readonly readUpTo: (account: string, position: number) => Promise<void>

    readonly close: () => Promise<void>
  }
