import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { Moment } from '../domain/calendar/moment.ts'
import type { DutyKind } from '../domain/duty/duty.ts'
import type { Subject } from '../domain/entry.ts'
import type { Why } from '../domain/notice/audience.ts'
import type { Topic } from '../domain/notice/topics.ts'
import type { Instant } from './people.ts'

/** An address of a body or an organisation, and what it wants to be told of. */
export type Contact = {
  readonly id: string
  readonly of: Subject
  /** In lower case. */
  readonly address: string
  readonly wants: readonly Topic[]
  /** Who reads there, and as what: kept here alone, and gone with the contact. */
  readonly name?: string
  readonly role?: string
  readonly addedAt: Instant
  /** Whoever reads there confirmed it, or who administers did. Nothing is sent before. */
  readonly verifiedAt?: Instant
  /** By what who administers knew that it is right; absent where it confirmed by its link. */
  readonly evidence?: string
  /** Mail came back: nothing is sent until it is confirmed again. */
  readonly bouncedAt?: Instant
  /** What the mail server said. */
  readonly bounce?: string
  /** It wants to be told of nothing more. */
  readonly leftAt?: Instant
  /** It wants one mail a week, and nothing else but what is asked of it alone; chosen then, by the log's clock. */
  readonly weeklySince?: Moment
  /** It wants no reminder. */
  readonly unreminded?: boolean
  /** In the links of its mails: whoever has it may confirm, change and leave, and nothing else. */
  readonly secret: string
}

/** `shown`: it has no address, or nothing is sent here. `given up`: tried for long enough. */
export type NoticeState = 'held' | 'sending' | 'sent' | 'shown' | 'refused' | 'given up' | 'dropped'

/** What no entry brings: that a contact is asked to confirm, the mail of a week, or an answer that is due. */
export type Matter =
  | { readonly kind: 'confirm' }
  | { readonly kind: 'weekly'; readonly day: CalendarDate }
  | {
      readonly kind: 'reminder'
      readonly duty: DutyKind
      readonly of: Subject
      readonly subject: Subject
      readonly item: string
      readonly day: CalendarDate
    }

/** What one recipient is told of one command. */
export type Notice = {
  readonly id: string
  readonly command: string
  /** `contact/…` or `account/…`. */
  readonly recipient: string
  readonly listensFor: readonly Subject[]
  readonly address?: string
  readonly why: Why | Matter['kind']
  /** What a mail tells that a day brings; absent where it tells of entries. */
  readonly matter?: Matter
  /** The entries that it tells of. */
  readonly positions: readonly number[]
  readonly heldUntil: Instant
  /** By the log's clock: the end of an embargo. */
  readonly notBefore?: Moment
  readonly state: NoticeState
  readonly tries: number
  readonly nextTry: Instant
  /** What the mail server said, or why nothing was sent. */
  readonly outcome?: string
  readonly doneAt?: Instant
  /** The same by the log's clock. */
  readonly doneMoment?: Moment
  /** As it was sent. */
  readonly subject?: string
  readonly text?: string
  /** What became of it before it was sent again, the oldest first. */
  readonly before: readonly NoticeTry[]
}
export type NoticeTry = Pick<Notice, 'address' | 'state' | 'outcome' | 'doneAt' | 'doneMoment'>
/** A notice as it is made: held. */
export type NewNotice = Omit<
  Notice,
  'id' | 'state' | 'tries' | 'nextTry' | 'outcome' | 'doneAt' | 'doneMoment' | 'subject' | 'text' | 'before'
>
/** What became of a try to send one; `nextTry` where it is tried again. */
export type Delivered = {
  readonly state: NoticeState
  readonly outcome: string
  readonly moment?: Moment
  readonly nextTry?: Instant
  readonly subject?: string
  readonly text?: string
}

/** Up to which position of the log, and which moment, the outbox has been filled. */
export type OutboxCursor = { readonly position: number; readonly moment: Moment }
export type Follower = { readonly account: string; readonly subject: Subject }

/** Who is told, and what was sent. Ordinary tables beside the log. Every failure of the database is a `LogError`. */
export type Notices = {
  readonly contacts: () => Promise<readonly Contact[]>
  readonly contact: (id: string) => Promise<Contact | undefined>
  readonly contactOfSecret: (secret: string) => Promise<Contact | undefined>
  /** Adds it, or changes the one with its id; 'taken' where the same address is a contact of the same one. */
  readonly saveContact: (contact: Contact) => Promise<'saved' | 'taken'>
  readonly deleteContact: (id: string) => Promise<void>
  /** When something was last sent to each recipient, or would have been. */
  readonly lastSent: () => Promise<ReadonlyMap<string, Pick<Notice, 'doneAt' | 'doneMoment'>>>

  readonly follow: (account: string, subject: Subject) => Promise<void>
  readonly unfollow: (account: string, subject: Subject) => Promise<void>
  readonly followers: () => Promise<readonly Follower[]>

  /** Where the outbox begins, on a log that has none yet. */
  readonly begin: (cursor: OutboxCursor) => Promise<void>
  readonly cursor: () => Promise<OutboxCursor | undefined>
  /** Puts notices in, takes these positions out of those that are held still, dropping what tells of nothing more, and moves the cursor; nothing where another process did it first. */
  readonly collect: (from: number, to: OutboxCursor, notices: readonly NewNotice[], struck: readonly number[]) => Promise<boolean>
  /** Puts in what is told of something that was recorded before; not twice to the same recipient. */
  readonly add: (notices: readonly NewNotice[]) => Promise<void>
  /** One that came back or was given up leaves again, to this address; what became of it before is kept. False where it is neither. */
  readonly again: (id: string, address: string) => Promise<boolean>
  /** Those that may leave at this instant and moment. */
  readonly due: (now: Instant, moment: Moment) => Promise<readonly Notice[]>
  /** Takes one for sending: false where it is not held any more. */
  readonly take: (id: string, nextTry: Instant) => Promise<boolean>
  readonly delivered: (id: string, outcome: Delivered) => Promise<void>
  /** Holds one back that has not left. False where it left, or is leaving. */
  readonly drop: (id: string, outcome: string) => Promise<boolean>
  /** One that was sent came back; what the mail server said when it took it is kept. False where it was not sent. */
  readonly cameBack: (
    id: string,
    how: { readonly state: 'refused' | 'given up'; readonly outcome: string; readonly at: Instant },
  ) => Promise<boolean>
  readonly notice: (id: string) => Promise<Notice | undefined>
  /** Of one command, or the latest, the newest first. */
  readonly noticesOf: (command: string) => Promise<readonly Notice[]>
  readonly latest: (most: number) => Promise<readonly Notice[]>
  readonly note: (command: string) => Promise<string | undefined>
  /** '' takes it away. */
  readonly saveNote: (command: string, note: string, account: string) => Promise<void>

  /** Whether this holder has the lease now, and until then. Whoever has it may renew it; another gets it once it has run out. */
  readonly lease: (name: string, holder: string, until: Instant) => Promise<boolean>
  readonly close: () => Promise<void>
}
