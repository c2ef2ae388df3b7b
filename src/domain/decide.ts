import { on } from './calendar/calendar-date.ts'
import { dayOf } from './calendar/moment.ts'
import type { Command, Decided, OpenRegister } from './commands.ts'
import { decideImport, type ImportContext } from './importing/decide-import.ts'
import { refused, type Verdict } from './refusal.ts'

/** Hands a command to its rule. The only function that may read rulebook and calendar, from the register. */
export function decide(command: Command, context: ImportContext): Verdict<Decided> {
  switch (command.type) {
    case 'OpenRegister':
      return openRegister(command, context)
    case 'InstallPack':
      return decideImport(command.facts, 'refuse', context)
    case 'ImportFacts':
      return decideImport(command.facts, command.whenMisfit, context)
  }
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
