import type { ClaimKind, JudgedClaim } from './claim.ts'
import { claimName } from './claim-name.ts'
import { type Finding, type FindingKind, finding } from './finding.ts'

/** One fault is one finding: what the register says of a thing that does not tie in the paper itself is said with it. */
export function together(itself: readonly Finding[], claims: readonly JudgedClaim[]): readonly Finding[] {
  const findings = oneByOne(itself)
  for (const all of ofOneRow(claims.filter(({ verdict }) => verdict === 'contradicted'))) {
    const at = findings.findIndex((each) => all.some((claim) => isOf(each, claim)))
    const own = findings[at]
    if (own) findings[at] = withRegister(own, all)
    else findings.push(contradiction(all))
  }
  return findings
}

function withRegister(own: Finding, claims: readonly JudgedClaim[]): Finding {
  const severity = claims.every(({ certainty }) => certainty === 'possible') ? own.severity : 'error'
  return { ...own, severity, message: `${own.message} Against the register, ${saidOf(claims)}.` }
}

/** An assessment that stands in another table is told of each of its cells in the same words: once is enough. */
const ofOneRow = (claims: readonly JudgedClaim[]): readonly (readonly JudgedClaim[])[] => [
  ...Map.groupBy(claims, ({ place, detail }) => `${place.line} ${detail}`).values(),
]

const saidOf = (claims: readonly JudgedClaim[]): string => `${claims.map(claimName).join(' and ')}: ${claims[0]?.detail}`

function contradiction(claims: readonly JudgedClaim[]): Finding {
  const [claim] = claims as readonly [JudgedClaim]
  return finding('contradicted', ['error', claim.certainty ?? 'certain'], `${saidOf(claims)}.`, claim.place)
}

/** The kinds of finding that question a claim of a kind. */
const questions: Readonly<Record<ClaimKind, readonly FindingKind[]>> = {
  paper: ['date', 'addressee'],
  reference: ['reference', 'title'],
  title: ['title'],
  raiser: ['name'],
  date: ['date', 'duration', 'convention'],
  stage: ['count', 'sum'],
  list: ['lists', 'stage', 'reference', 'term', 'repetition'],
  count: ['count', 'sum', 'repetition'],
  duration: ['duration', 'convention'],
  target: ['target'],
  average: ['average', 'rounding'],
  vote: ['lists', 'stage'],
  'release date': ['date'],
  link: ['link'],
}

function isOf({ kind, places, message }: Finding, claim: JudgedClaim): boolean {
  const names = namedIn(claim)
  return (
    questions[claim.kind].includes(kind) &&
    places.some(({ line }) => line === claim.place.line) &&
    (names === undefined || message.includes(names))
  )
}

/** What a finding of the same line has to name to be of the claim: lines may hold several things. */
function namedIn({ kind, subject, value }: JudgedClaim): string | undefined {
  switch (kind) {
    case 'stage':
      return subject.replace(/^stage\.(.)/, (_, letter: string) => letter.toUpperCase())
    case 'list':
      return String(value)
    case 'duration':
    case 'target':
    case 'vote':
      return subject.split(' ')[0]
    case 'date':
      return /\d/.test(subject) ? subject.split(' ')[0] : undefined
    default:
      return undefined
  }
}

/** What a fault of the paper brings about besides is said with it. */
function oneByOne(findings: readonly Finding[]): Finding[] {
  let kept: Finding[] = []
  for (const each of findings) {
    const related = kept.filter((other) => follows(each, other) || follows(other, each))
    if (related.length === 0) {
      kept.push(each)
      continue
    }
    const all = [...related, each]
    const main = all.find((one) => all.every((other) => other === one || follows(other, one))) ?? (related[0] as Finding)
    const one = all.filter((other) => other !== main).reduce(joined, main)
    kept = kept.flatMap((other) => (other === related[0] ? [one] : related.includes(other) ? [] : [other]))
  }
  return kept
}

const ranks = { severity: ['error', 'warning', 'note'], certainty: ['certain', 'likely', 'possible'] } as const
const worst = <T extends string>(rank: readonly T[], a: T, b: T): T => (rank.indexOf(a) <= rank.indexOf(b) ? a : b)

const joined = (main: Finding, besides: Finding): Finding => ({
  ...main,
  severity: worst(ranks.severity, main.severity, besides.severity),
  certainty: worst(ranks.certainty, main.certainty, besides.certainty),
  message: `${main.message} ${besides.message}`,
  places: [
    ...main.places,
    ...besides.places.filter(({ line, text }) => !main.places.some((one) => one.line === line && one.text === text)),
  ],
})

/** What a wrong reference, a wrong heading or a wrong day of one line brings about. */
const consequences: readonly { readonly of: readonly FindingKind[]; readonly is: FindingKind }[] = [
  { of: ['stage', 'reference', 'lists', 'repetition', 'title', 'term'], is: 'order' },
  { of: ['reference'], is: 'term' },
  { of: ['heading'], is: 'title' },
  { of: ['heading'], is: 'date' },
  { of: ['date'], is: 'date' },
]

function follows(each: Finding, first: Finding): boolean {
  if (!consequences.some(({ of, is }) => of.includes(first.kind) && is === each.kind)) return false
  if (!each.places.some(({ line }) => first.places.some((place) => place.line === line))) return false
  const words = each.kind === 'date' && first.kind === 'date' ? DAY : REFERENCE
  const named = new Set(first.message.match(words))
  return (each.message.match(words) ?? []).some((name) => named.has(name))
}

const DAY = /\b\d{1,2} \p{Lu}\p{Ll}+ \d{4}\b/gu
const REFERENCE = /\b\p{Lu}{2,5} ?\d{2,4}\p{Lu}?\b/gu
