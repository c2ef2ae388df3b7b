import type { Convention } from '../../../domain/calendar/working-days.ts'
import type { PaperRead } from '../reading/read-paper.ts'
import type { StageName } from '../reading/strip.ts'

export type Rounding = 'half up' | 'half to even' | 'down' | 'up' | 'nearest'

/**
 * What the paper itself explains. A number that a stated definition explains is never called wrong, whatever another definition would
 * give; the same number without a definition is asked about.
 */
export type Explained = {
  /** Which proposals are open before a decision. */
  readonly preDecision: boolean
  /** That what is approved for standalone releases is counted beside Release. */
  readonly standaloneBeside: boolean
  /** Stages of which it says what they count. */
  readonly defined: ReadonlySet<StageName>
  /** Those, and stages of which it says that they hold more than it names. */
  readonly stages: ReadonlySet<StageName>
  /** Which Modification Reports are listed as before the Panel. */
  readonly reports: boolean
  /** That the paper says how durations are counted; which way, where it says one way and no other. */
  readonly convention: boolean
  readonly statedConvention?: Convention
  /** That the paper says how averages are rounded; in which way, where it says one. */
  readonly rounding: boolean
  readonly statedRounding?: Rounding
  /** From when to when "this month" is. */
  readonly period: boolean
  /** That Draft Proposals named among Modification Proposals become such. */
  readonly drafts: boolean
  /** Text of the paper, for what one check asks alone. */
  readonly says: (pattern: RegExp) => boolean
}

export function explainedIn({ blocks, cover, definitions }: PaperRead): Explained {
  const says = (pattern: RegExp) => pattern.test(definitions) || blocks.some(({ text }) => pattern.test(text))
  const sentences = [definitions, ...blocks.map(({ text }) => text)].flatMap((text) => text.split(/(?<=[.;])\s+/))
  const defined = new Set(stageNames.filter((stage) => says(definitionOf(stage))))
  const statedConvention = conventionIn(sentences)
  const statedRounding = roundingIn(sentences)
  return {
    preDecision: says(
      /\b(?:pre-?decision|open)\b[^.;]*\bDefine(?: (?:or|and|\+|&) |, )Refine\b|\bDefine(?: (?:or|and|\+|&) |, )Refine\b[^.;]*\bpre-?decision\b|\bbefore the (?:Change )?Board[’']s vote\b|\bDefine or Refine\b/i,
    ),
    standaloneBeside: says(
      /\bcounted beside Release\b|\bstandalone\b[^.]{0,60}\b(?:not (?:counted|included)|excluded|left out|counted apart)\b|\b(?:without|excluding|excludes|excl\.|leaves? out) [^.]{0,40}\bstandalone\b/i,
    ),
    defined,
    stages: new Set([...defined, ...unnamedIn(sentences)]),
    reports: says(/\blisted for conversion, not here\b|\breports? that come with (?:their|its|a) conversion\b/i),
    convention: statedConvention !== undefined || sentences.some((each) => WITH.test(each) || WITHOUT.test(each)),
    ...(statedConvention === undefined ? {} : { statedConvention }),
    rounding: sentences.some((each) => ROUNDS.test(each)),
    ...(statedRounding === undefined ? {} : { statedRounding }),
    period: cover.window !== undefined || says(/[“‘]?this month[”’]? (?:is|means|runs)\b|\bby [“‘]this month[”’]/i),
    drafts: says(/\bbecomes? (?:a )?Modification Proposals? (?:if|when|once)\b/i),
    says,
  }
}

const stageNames = ['Define', 'Refine', 'Opine', 'Release'] as const
/** In a table, the name of the stage may stand on the line below: after the number, then. */
const definitionOf = (stage: StageName) =>
  new RegExp(
    `^(?:${stage}: \\p{L}{4,}|stage\\.${stage.toLowerCase()}: )|\\bProposals in (?:${stage} \\d+ modifications? |\\d+ modifications? [^.;:]{0,120}\\b${stage}\\b)`,
    'u',
  )
/** 'Not every proposal in Define is named', 'the stages hold more than this report names', 'of which three are named below'. */
const UNNAMED =
  /\b(?:not|more|others?|only|some|of which|of whom)\b.{0,90}\b(?:named?|names|naming|mentions?|mentioned|lists?|listed|shown|shows|identified|by name)\b/i
const ABOUT_PROPOSALS = /\b(?:[Pp]roposals?|[Mm]odifications?|[Ss]tages?|Define|Refine|Opine)\b/

/** What a sentence says of all stages holds for each; where it names stages, for those. */
function unnamedIn(sentences: readonly string[]): readonly StageName[] {
  const unnamed = sentences.filter((each) => UNNAMED.test(each) && ABOUT_PROPOSALS.test(each) && !/\b(?:release|source)\b/.test(each))
  return stageNames.filter((stage) => unnamed.some((each) => each.includes(stage) || !stageNames.some((other) => each.includes(other))))
}

const WITH =
  /\bbank holidays?\b[^.;]{0,200}\b(?:not (?:taken out|excluded|deducted|left out)|included|counted)\b|\b(?:including|with|counting) (?:the )?bank holidays\b|\bweekdays\b[^.;]{0,60}\bboth\b|\bMonday to Friday\b/i
const WITHOUT =
  /\bbank holidays?\b[^.;]{0,200}\b(?:taken out|excluded|deducted|left out|not counted|not included)\b|\b(?:excluding|without|less) (?:the )?bank holidays\b|\bWorking Days?\b[^.;]{0,40}\b(?:as|of) the (?:Code|SEC)\b|\b(?:durations?|days?|WD)\b[^.;]{0,30}\b(?:is|are|in|means?)\b[^.;]{0,20}\bWorking Days?\b/i
const WITH_NEGATED = /\bbank holidays?\b[^.;]{0,200}\bnot (?:taken out|excluded|deducted|left out)\b/i
const WITHOUT_NEGATED = /\bbank holidays?\b[^.;]{0,200}\bnot (?:counted|included)\b/i
const THE_FIRST = '(?:first day|days? (?:of|on which)[^.;]{0,40}?\\b(?:acceptance|accepted))'
const FIRST_OUT = new RegExp(
  `${THE_FIRST}[^.;]{0,20}\\b(?:not (?:counted|included)|excluded|left out|day (?:0|zero|nought))|\\bfrom the day after\\b|\\b(?:excluding|without) the ${THE_FIRST}`,
  'i',
)
const FIRST_IN = new RegExp(
  `\\bboth\\b|\\bincluding (?:of )?the ${THE_FIRST}|${THE_FIRST}[^.;]{0,20}\\b(?:counted|included|day (?:1|one))\\b|\\b(?:begins?|starts?|counted) (?:with|on|from) the ${THE_FIRST}`,
  'i',
)

/** The one convention that the sentences name; undefined where they name none, or more than one. */
function conventionIn(sentences: readonly string[]): Convention | undefined {
  const about = sentences.filter((each) => WITH.test(each) || WITHOUT.test(each) || FIRST_IN.test(each) || FIRST_OUT.test(each))
  const within = about.some((each) => WITH.test(each) && !WITHOUT_NEGATED.test(each))
  const without = about.some((each) => WITHOUT.test(each) && !WITH_NEGATED.test(each) && !/\bMonday to Friday\b/i.test(each))
  const firstOut = about.some((each) => FIRST_OUT.test(each))
  const firstIn = about.some((each) => FIRST_IN.test(each) && !FIRST_OUT.test(each))
  if (within === without || firstIn === firstOut) return undefined
  if (within) return firstIn ? 'weekdays' : undefined
  return firstIn ? 'working days' : 'working days, first day not counted'
}

const ROUNDS = /\bround(?:ed|ing)\b|\bnearest (?:whole|full|Working Day|day|integer|WD)\b/i
const ways: readonly (readonly [Rounding, RegExp])[] = [
  [
    'half up',
    /\bhalf(?:s| is| are)? (?:rounded )?up\b|\bhalves (?:are )?(?:rounded )?up\b|\b(?:ends? in a|\.5|a) half\b[^.;]{0,30}\bup\b/i,
  ],
  ['half to even', /\bhalf[- ]to[- ]even\b|\bto the nearest even\b|\bbankers?[’']? rounding\b/i],
  ['down', /\brounded down\b|\bround(?:ing)? down\b/i],
  ['up', /\brounded up\b|\bround(?:ing)? up\b/i],
  ['nearest', /\bnearest\b/i],
]

/** The one way of rounding that the sentences name; undefined where they name none, or ways that differ. */
function roundingIn(sentences: readonly string[]): Rounding | undefined {
  const found = new Set(
    sentences.filter((each) => ROUNDS.test(each)).flatMap((each) => ways.find(([, pattern]) => pattern.test(each))?.[0] ?? []),
  )
  const [way] = found
  return found.size === 1 ? way : undefined
}
