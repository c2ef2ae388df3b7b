import { type Principal, readerOf } from './access.ts'
import { type ActLog, actLog } from './acting/act-log.ts'
import { type ActContext, type DecidedActs, decideActs } from './acting/decide-acts.ts'
import { decideInView } from './acting/in-view.ts'
import { confirmWaiting, dropWaiting } from './acting/waiting.ts'
import type { Recorded } from './admit.ts'
import { on } from './calendar/calendar-date.ts'
import { dayOf, type Moment } from './calendar/moment.ts'
import type { Command, Decided, OpenRegister } from './commands.ts'
import { decideImport, type ImportContext } from './importing/decide-import.ts'
import { type Reader, seenBy, seesAll } from './reader.ts'
import { isRefused, refused, type Verdict } from './refusal.ts'
import type { Register } from './register.ts'

export type DecideContext = ImportContext & {
  readonly principal: Principal
  /** The idempotency key of the command. */
  readonly key: string
  /** The real instant of the recording (UTC). */
  readonly instant?: string | undefined
  /** The register of now, with all that is known and nothing hidden; or as a reader may see it. */
  readonly present: (reader?: Reader) => Register
  /** It is only asked what would be recorded. */
  readonly dryRun?: boolean
}

/** Hands a command to its rule. The only function that may read rulebook and calendar, from the register. */
export function decide(command: Command, context: DecideContext): Verdict<Decided> {
  switch (command.type) {
    case 'OpenRegister':
      return openRegister(command, context)
    case 'InstallPack':
      return decideImport(command.facts, 'refuse', context)
    case 'ImportFacts':
      return decideImport(command.facts, command.whenMisfit, context)
    case 'RecordActs': {
      const decided = recordActs(command, context)
      return isRefused(decided) ? decided : { proposed: decided.proposed, acts: decided.outcomes }
    }
    case 'ConfirmWaiting':
      return confirmWaiting(command.waiting, { ...context, actLog: () => judgedIn(context) })
    case 'DropWaiting':
      return dropWaiting(command.waiting, context)
  }
}

/** What waits is judged by the whole: who looks after it administers. */
const judgedIn = ({ log, now, nextPosition, stamp, present }: DecideContext): ActLog => actLog(log, now, nextPosition, stamp, present())

/** A preview is of what he sees alone: else he could ask, as often as he likes, whether something is hidden. */
function recordActs({ acts, whenUnfit }: Extract<Command, { readonly type: 'RecordActs' }>, context: DecideContext): Verdict<DecidedActs> {
  const { now, nextPosition, stamp, principal, key, instant } = context
  const reader = readerOf(principal)
  const judged = (log: Recorded, present: Register): ActContext => ({
    log: actLog(log, now, nextPosition, stamp, present),
    now,
    principal,
    key,
    instant,
  })
  if (seesAll(reader)) return decideActs(acts, whenUnfit, judged(context.log, context.present()))
  const view = judged(asSeen(context.log, reader, now), context.present(reader))
  return context.dryRun
    ? decideActs(acts, whenUnfit, view)
    : decideInView(acts, whenUnfit, { view, whole: judged(context.log, context.present()), reader })
}

/** The log without what a reader may not see. */
function asSeen({ entries, lists }: Recorded, reader: Reader, now: Moment): Recorded {
  const seen = [...lists].map(([subject, list]) => [subject, seenBy(list, reader, now)] as const)
  return { entries: seenBy(entries, reader, now), lists: new Map(seen.filter(([, list]) => list.length > 0)) }
}

function openRegister(command: OpenRegister, context: ImportContext): Verdict<Decided> {
  if (context.log.entries.length > 0)
    return refused('this log is a register already', [], ['choose another data directory for another register'])
  const { type, ...opened } = command
  const event = { type: 'RegisterOpened', v: 1, ...opened } as const
  return {
    proposed: [
      {
        on: on(dayOf(context.now)),
        receivedAt: context.now,
        capacity: { by: 'unknown' },
        subject: `log/${command.code}`,
        event,
        class: 'white',
      },
    ],
  }
}
