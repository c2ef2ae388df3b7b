import type { YearMonth } from '../../domain/calendar/calendar-date.ts'
import { idOf, kindOf, type Subject } from '../../domain/entry.ts'
import type { ReferenceGrammar } from '../../domain/modification/reference.ts'
import { find, type Register } from '../../domain/register.ts'
import { isUnidentified } from '../change-status/model.ts'
import type { Links } from '../change-status/rendering.ts'
import { referenceOf } from '../figures/context.ts'
import { inMonth } from '../figures/figure.ts'

/**
 * Where the links of a published file lead: from the address of the register, as its proposals were called when it was drawn, so that the
 * same paper has the same bytes for ever. A page of the site keeps the time asked for, and has addresses of its own.
 */
export function publishedAddresses(address: string, month: YearMonth, register: Register, grammar: ReferenceGrammar): Links {
  const path = (subject: Subject): string | undefined => {
    const id = idOf(subject)
    switch (kindOf(subject)) {
      case 'modification': {
        const found = isUnidentified(subject) ? undefined : find(register, 'modification', id)
        return found && referenceOf(grammar, found)
      }
      case 'release':
        return `releases/${id}`
      case 'meeting':
        return `meetings/${id}`
      default:
        return undefined
    }
  }
  return {
    subject: (subject) => {
      const found = path(subject)
      return found === undefined ? undefined : `${address}/sec/${found}`
    },
    entry: (_, place) => `${address}/sec/entries/${place}`,
    figure: (id, of) => `${address}/sec/reports/change-status/${of?.month ?? month}/figures/${id}${of?.part ? `#${inMonth(of.part)}` : ''}`,
    register: `${address}/sec/register`,
    chart: (id, form) => `${address}/sec/reports/change-status/${month}/charts/${id}.${form}`,
    attachment: (name) => (/assessments/i.test(name) ? `${address}/sec/reports/assessment-update/${month}` : undefined),
  }
}
