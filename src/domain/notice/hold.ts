import { dayOf } from '../calendar/moment.ts'
import { type Register, ruleOn } from '../register.ts'

/** For how many seconds notices wait, and a slip may be taken back by who recorded it; 0 where no rule says. */
export function heldSeconds(register: Register): number {
  const value = ruleOn(register, 'notices-held', dayOf(register.on))?.value.value
  return value?.kind === 'seconds' ? value.seconds : 0
}
