import { type ActOf, broken, fits, type Given, type Rules, type Telling, unfit, wordOf } from '../acting/act.ts'
import type { Subject } from '../entry.ts'
import { refused, type Verdict } from '../refusal.ts'
import type { Path } from './events.ts'
import { modificationOf, standsIn } from './standing-of.ts'

/** It describes its problem well enough to be presented for conversion. */
export type DetermineReady = ActOf<'DetermineReady', { readonly meeting?: Subject }>
/** It becomes a Modification Proposal, on a path, and enters the Refinement Process or goes straight to its report. */
export type Convert = ActOf<'Convert', { readonly path: Path; readonly route: 'refinement' | 'report'; readonly meeting?: Subject }>
export type DefineAct = DetermineReady | Convert

const inDefine = (given: Given, subject: Subject) => standsIn(given, subject, 'define')

export const defineRules: Rules<DefineAct> = {
  DetermineReady: {
    row: 'readiness-determined-by',
    fits: (given, subject) => {
      const there = inDefine(given, subject)
      if (there !== true) return there
      return modificationOf(given, subject)?.determinedReady ? unfit('it was determined ready before', 'present it for conversion') : fits
    },
    tells: (given, { meeting }) => by(given, (body) => [{ event: { type: 'DeterminedReady', v: 1, by: body, ...at(meeting) } }]),
  },
  Convert: {
    row: 'conversion-by',
    fits: inDefine,
    breaks: (_given, { path, route }) =>
      route === 'refinement' && path === 'fast-track'
        ? [
            broken(
              'fast-track-no-refinement',
              'a Fast-Track Modification is not refined',
              'choose the route to the report, or another path',
            ),
          ]
        : [],
    tells: (given, { path, route, meeting }) =>
      by(given, (body) => [
        { event: { type: 'PathSet', v: 1, path, by: body } },
        { event: { type: 'Converted', v: 1, by: body, route, ...at(meeting) } },
      ]),
  },
}

const at = (meeting: Subject | undefined) => (meeting === undefined ? {} : { meeting })

/** What a body does is told of that body. */
function by(given: Given, tellings: (body: Subject) => readonly Telling[]): Verdict<readonly Telling[]> {
  if (given.by !== 'unknown') return tellings(given.by)
  return refused('it is not said who did it', ['by'], [`say which body, such as ${wordOf(given, 'conversion-by') ?? 'body/panel'}`])
}
