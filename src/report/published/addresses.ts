import { idOf, kindOf, type Subject } from '../../domain/entry.ts'
import type { ReferenceGrammar } from '../../domain/modification/reference.ts'
import { type PaperOf, periodId } from '../../domain/publication/kinds.ts'
import { find, type Register } from '../../domain/register.ts'
import { isUnidentified } from '../change-status/model.ts'
import type { Links } from '../change-status/rendering.ts'
import { referenceOf } from '../figures/context.ts'

/**
 * Where the links of a published file lead: from the address of the register, as its proposals were called when it was drawn, so that the
 * same paper has the same bytes for ever. A page of the site keeps the time asked for, and has addresses of its own.
 */
export function publishedAddresses(address: string, of: PaperOf, register: Register, grammar: ReferenceGrammar): Links {
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
  const paper = (each: PaperOf) => `${address}/sec/reports/${each.kind}/${periodId(each)}`
  return {
    subject: (subject) => {
      const found = path(subject)
      return found === undefined ? undefined : `${address}/sec/${found}`
    },
    entry: (_, place) => `${address}/sec/entries/${place}`,
    figure: (id, { month = of.month, part = '' } = {}) => `${paper({ ...of, month })}/figures/${id}${part && `#${part}`}`,
    register: `${address}/sec/register`,
    report: paper({ kind: 'change-status', month: of.month }),
    chart: (id, form) => `${paper(of)}/charts/${id}.${form}`,
    attachment: (name) => (/assessments/i.test(name) ? paper({ kind: 'assessment-update', month: of.month }) : undefined),
  }
}
