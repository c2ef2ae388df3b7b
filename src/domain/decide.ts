import type { Principal } from './access.ts'
import { type ActLog, actLog } from './acting/act-log.ts'
import { decideActs } from './acting/decide-acts.ts'
import { confirmWaiting, dropWaiting } from './acting/waiting.ts'
import { on } from './calendar/calendar-date.ts'
import { dayOf } from './calendar/moment.ts'
import type { Command, Decided, OpenRegister } from './commands.ts'
import { decideImport, type ImportContext } from './importing/decide-import.ts'
import { isRefused, refused, type Verdict } from './refusal.ts'
import type { Register } from './register.ts'

export type DecideContext = ImportContext & {
  readonly principal: Principal
  /** The idempotency key of the command. */
  readonly key: string
  /** The register of now, with all that is known and nothing hidden. */
  readonly present: () => Register
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
      const { now, principal, key } = context
      const decided = decideActs(command.acts, command.whenUnfit, { log: judgedIn(context), now, principal, key })
      return isRefused(decided) ? decided : { proposed: decided.proposed, acts: decided.outcomes }
    }
    case 'ConfirmWaiting':
      return confirmWaiting(command.waiting, { ...context, actLog: () => judgedIn(context) })
    case 'DropWaiting':
      return dropWaiting(command.waiting, context)
  }
}

const judgedIn = ({ log, now, nextPosition, stamp, present }: DecideContext): ActLog => actLog(log, now, nextPosition, stamp, present())

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
