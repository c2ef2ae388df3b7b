import { list, type PackRow, recalled, word, yes } from '../row.ts'
import { sources } from '../sources.ts'

/** Releases, their scope and their dates. */
export const release: readonly PackRow[] = [
  {
    id: 'release-months',
    title: 'The scheduled SEC Releases of a year',
    value: list('February', 'June', 'November'),
    certainty: 'found',
    enforcement: 'inform',
    source: sources.releases,
  },
  {
    id: 'release-weekday',
    title: 'The usual day of a scheduled SEC Release',
    value: word('Thursday'),
    certainty: 'inferred',
    enforcement: 'inform',
    source: sources.paper,
  },
  {
    id: 'release-baselined-by',
    title: 'Who baselines the scope of a SEC Release',
    value: word('body/panel'),
    certainty: 'found',
    enforcement: 'ask a reason',
    source: sources.november2021Release,
  },
  {
    id: 'release-exception-by',
    title: 'Who may let a modification join a SEC Release after its baseline',
    value: word('body/panel'),
    certainty: 'found',
    enforcement: 'ask a reason',
    source: sources.november2021Release,
  },
  {
    id: 'date-change-requested-by',
    title: 'Who asks for another implementation date',
    value: word('body/panel'),
    certainty: 'found',
    enforcement: 'ask a reason',
    source: sources.november2019Release,
  },
  {
    id: 'date-change-decided-by',
    title: 'Who decides on another implementation date, and may leave bounded discretion to the Panel',
    value: word('organisation/authority'),
    certainty: 'found',
    enforcement: 'refuse',
    source: sources.november2019Release,
  },
  {
    id: 'variation-outside-section-d',
    title: 'Variations by the Secretary of State make a version of the Code without a modification',
    value: yes,
    certainty: 'found',
    enforcement: 'inform',
    source: sources.sosVariations,
  },
  recalled('release-in-force', 'A release comes into force as a whole, with a version of the Code', yes),
  recalled('reversal-after-appeal', 'A modification in force is reversed when an appeal finally rejects it', yes),
]
