import { wrap } from '../paper/layout.ts'
import { type JudgedClaim, type Verdict, verdicts } from './claim.ts'
import type { Finding } from './finding.ts'
import type { Place } from './paper.ts'
import type { Reconciliation } from './reconcile.ts'

/** What was found, as plain text: each finding with its places, then what became of the claims. */
export function reconciliationText({ paper, remark, notCompared, claims, findings }: Reconciliation): string {
  return [
    wrap(`${paper}: ${claims.length} claims, ${numbered(findings.length, 'finding')}.`),
    ...(remark === undefined ? [] : [wrap(remark)]),
    ...(notCompared === undefined ? [] : [wrap(`It was held against itself alone: ${notCompared}.`)]),
    ...findings.map(findingText),
    wrap(claimsText(claims)),
    ...(notCompared === undefined ? notHolding(claims) : []),
  ].join('\n\n')
}

const numbered = (count: number, what: string) => `${count === 0 ? 'no' : count} ${what}${count === 1 ? '' : 's'}`

function findingText({ severity, certainty, kind, message, places }: Finding): string {
  return [wrap(`${severity} (${kind}, ${certainty}): ${message}`, '  ', ''), ...places.map(placeText)].join('\n')
}

/** 'line 72: • SECMP053 …' */
export const placeText = ({ page, line, text }: Place): string =>
  wrap(`${page === undefined ? '' : `page ${page}, `}line ${line}: ${text}`, '      ', '    ')

export function claimsText(claims: readonly JudgedClaim[]): string {
  const counted = verdicts.map((verdict) => `${claims.filter((claim) => claim.verdict === verdict).length} ${verdictWords[verdict]}`)
  return `Against the register: ${counted.join(', ')}.`
}
export const verdictWords: Readonly<Record<Verdict, string>> = {
  holds: 'hold',
  contradicted: 'are contradicted',
  'not supported': 'are not supported by what is known',
}

/** What is not supported, each with its id, by which it can be taken in. */
function notHolding(claims: readonly JudgedClaim[]): readonly string[] {
  const open = claims.filter(({ verdict }) => verdict === 'not supported')
  if (open.length === 0) return []
  const lines = open.map(({ id, value, detail, place }) => wrap(`${id} = ${value} (line ${place.line}): ${detail}`, '    ', '  '))
  return [['Not supported by what is known:', ...lines].join('\n')]
}
