import type { Principal } from '../../domain/access.ts'
import { mayUndo, undoneUntil } from '../../domain/acting/undo.ts'
import type { Subject } from '../../domain/entry.ts'
import type { ReferenceGrammar } from '../../domain/modification/reference.ts'
import type { Change, Told } from '../../domain/notice/audience.ts'
import type { Verdict } from '../../domain/refusal.ts'
import type { Register } from '../../domain/register.ts'
import type { Notice } from '../../log/notices.ts'
import type { RecordedActs } from '../acting/record-acts.ts'
import type { App } from '../app.ts'
import { missedBy, sendAgain, tellMissed } from './again.ts'
import { mayTell, willTell } from './audience.ts'
import { type Bounced, type CameBack, cameBack, takeBounce } from './bounces/came-back.ts'
import { collect } from './collect.ts'
import { addContact, type ContactWritten } from './contacts.ts'
import type { Addressed } from './listeners.ts'
import { collectTimed, type ToCome, toCome } from './timed.ts'
import { commandOf, isTakenBack, undo } from './undo.ts'
import { type MailWords, mailOf } from './words.ts'

/** What may still be done about a slip: until when, and whether; undefined for who did not record it, once the time is over, and once it was taken back. */
export type Slip = { readonly until: string; readonly may: Verdict<true> }

/** What pages do with the outbox: none of it gives them an entry. */
export type Telling = {
  readonly collect: () => Promise<void>
  readonly undo: (position: number, principal: Principal, key: string) => Promise<Verdict<RecordedActs>>
  readonly slip: (position: number, principal: Principal, register: Register) => Slip | undefined
  readonly willTell: (changes: readonly Change[], register: Register, account: string | undefined) => Promise<readonly Told<Addressed>[]>
  readonly mayTell: (subject: Subject, account: string | undefined) => Promise<readonly Told<Addressed>[]>
  readonly mailOf: (grammar: ReferenceGrammar, notice: Notice) => Promise<MailWords | undefined>
  /** Whom reminders and the weekly mail will tell, and when. */
  readonly toCome: () => Promise<readonly ToCome[]>
  /** Puts what the day brought into the outbox. */
  readonly collectTimed: () => Promise<void>
  /** What a mail server sent back, as it came; and what who administers says of one that came back. */
  readonly takeBounce: (bytes: Uint8Array) => Promise<Verdict<Bounced>>
  readonly cameBack: (notice: Notice, how: CameBack) => Promise<Verdict<Bounced>>
  readonly sendAgain: (id: string) => Promise<Verdict<true>>
  /** Contacts that what was recorded would tell now, and did not tell. */
  readonly missedBy: (command: string) => Promise<readonly Addressed[]>
  readonly tellMissed: (command: string) => Promise<Verdict<true>>
  readonly addContact: (written: ContactWritten) => ReturnType<typeof addContact>
  /** Whether he recorded what a notice tells of. */
  readonly isRecorder: (notice: Notice, principal: Principal) => boolean
}

export function tellingOf(app: App): Telling {
  return {
    collect: () => collect(app),
    undo: (position, principal, key) => undo(app, position, principal, key),
    slip: (position, principal, register) => {
      const entries = commandOf(app, position)
      const [first] = entries
      const now = app.people.now()
      if (!first || first.recorder !== principal.id || now > undoneUntil(register, first) || isTakenBack(app, entries)) return undefined
      return { until: undoneUntil(register, first), may: mayUndo(register, entries, principal.id, now) }
    },
    willTell: (changes, register, account) => willTell(app, changes, register, account),
    mayTell: (subject, account) => mayTell(app, subject, account),
    toCome: () => toCome(app),
    collectTimed: () => collectTimed(app),
    mailOf: (grammar, notice) => mailOf(app, grammar, notice),
    takeBounce: (bytes) => takeBounce(app, bytes),
    cameBack: (notice, how) => cameBack(app, notice, how),
    sendAgain: (id) => sendAgain(app, id),
    missedBy: (command) => missedBy(app, command),
    tellMissed: (command) => tellMissed(app, command),
    addContact: (written) => addContact(app, written),
    isRecorder: ({ positions: [position = 0] }, principal) => app.live.entries[position - 1]?.recorder === principal.id,
  }
}
