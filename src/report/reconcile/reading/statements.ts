import type { CalendarDate, YearMonth } from '../../../domain/calendar/calendar-date.ts'
import { type Block, type Place, placeIn } from '../paper.ts'
import { daysIn } from './days.ts'
import type { Mention } from './mentions.ts'
import { sentencesOf } from './topics.ts'

/** 'DP084 ‘…’ was raised by the Energy Savings Trust on 10 September 2019.' */
export type Raised = { readonly mention: Mention; readonly by?: string; readonly day?: CalendarDate; readonly place: Place }
/** 'MP076 ‘…’ was recommended for approval as an Authority Determined Modification.' */
export type Outcome = {
  readonly mention: Mention
  readonly outcome: 'recommended for approval' | 'recommended for rejection' | 'approved' | 'rejected'
  readonly path?: string
  readonly by?: string
  readonly day?: CalendarDate
  readonly place: Place
}
/** 'On 1 October 2019, the Panel wrote to the Authority to request a revised implementation date of 24 November 2019.' */
export type DateRequest = { readonly on?: CalendarDate; readonly to: CalendarDate; readonly release?: string; readonly place: Place }

type MentionsOf = (block: Block) => readonly Mention[]

export function raisedIn(blocks: readonly Block[], mentions: MentionsOf, month?: YearMonth): readonly Raised[] {
  return blocks.flatMap((block) => {
    const [whole, by, rest = ''] = /\bwas raised(?: by (.+?))? (?:on|in|between|by) (?=\d|the |[A-Z])(.+?)(?:\.|;|$)/.exec(block.text) ?? []
    const [mention] = whole === undefined ? [] : mentions(block)
    if (!mention) return []
    const days = daysIn(rest, month)
    const day = days.length === 1 ? days[0]?.day : undefined
    return [{ mention, ...(by === undefined ? {} : { by }), ...(day ? { day } : {}), place: placeIn(block) }]
  })
}

export function outcomesIn(blocks: readonly Block[], mentions: MentionsOf, month?: YearMonth): readonly Outcome[] {
  return blocks.flatMap((block) => {
    const [mention] = mentions(block)
    if (mention && !block.text.startsWith(mention.written)) return []
    const told = /\bwas (recommended for approval|recommended for rejection|approved|rejected)\b(?: by (.+?))?(?= as | on |\.|$)/.exec(
      mention?.rest ?? '',
    )
    if (!mention || !told) return []
    const [, outcome, by] = told
    const [, path] = /\bas an? (.+?) Modification\b/.exec(mention.rest) ?? []
    const day = daysIn(mention.rest, month)[0]?.day
    return [
      {
        mention,
        outcome: outcome as Outcome['outcome'],
        ...(path === undefined ? {} : { path }),
        ...(by === undefined ? {} : { by }),
        ...(day ? { day } : {}),
        place: placeIn(block),
      },
    ]
  })
}

export function dateRequestsIn(blocks: readonly Block[], month?: YearMonth): readonly DateRequest[] {
  let release: string | undefined
  return blocks.flatMap((block) =>
    sentencesOf(block.text).flatMap((sentence) => {
      release =
        (/\bapproved for implementation in (?:the )?(.+?)\s*\(/i.exec(sentence) ?? /^([^.:]+ Release):/.exec(sentence))?.[1] ?? release
      if (!/\brequest\w*\b.*\b(?:implementation|release) date\b/i.test(sentence)) return []
      const days = daysIn(sentence, month).flatMap(({ day }) => day ?? [])
      const to = days.at(-1)
      const on = days.length > 1 ? days[0] : undefined
      return to ? [{ to, ...(on ? { on } : {}), ...(release === undefined ? {} : { release }), place: placeIn(block, sentence) }] : []
    }),
  )
}
