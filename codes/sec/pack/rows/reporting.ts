import { type PackRow, recalled, table, word, yes } from '../row.ts'
import { sources } from '../sources.ts'

/** How days are counted, what a report counts, and how information is classified. */
export const reporting: readonly PackRow[] = [
  {
    id: 'report-duration-method',
    title: 'How the report counts a duration',
    value: word('weekdays'),
    certainty: 'inferred',
    enforcement: 'inform',
    source: {
      ...sources.paper,
      title: `${sources.paper.title}: four of its four open durations are the weekdays with both ends, bank holidays not taken out`,
    },
  },
  {
    id: 'average-rounding',
    title: 'How the report rounds an average',
    value: word('half up, to whole Working Days'),
    certainty: 'inferred',
    enforcement: 'inform',
    source: { ...sources.paper, title: `${sources.paper.title}: 83.5 is printed as 84, 70.5 as 71` },
  },
  {
    id: 'reporting-year',
    title: 'The Regulatory Year, first and last day (MM-DD)',
    value: table({ begins: '04-01', ends: '03-31' }),
    certainty: 'found',
    enforcement: 'inform',
    source: sources.aboutTheSec,
  },
  {
    id: 'reporting-year-counted-by',
    title: 'An assessment counts in the year of the day on which it was',
    value: word('returned'),
    certainty: 'inferred',
    enforcement: 'inform',
    source: sources.paper,
  },
  {
    id: 'working-day-calendar',
    title: 'Whose bank holidays are no Working Days',
    value: word('england-and-wales'),
    certainty: 'inferred',
    enforcement: 'inform',
    source: {
      ...sources.emrSettlement,
      title: `${sources.emrSettlement.title}, of a comparable scheme; which list the Code means is not known`,
    },
  },
  recalled(
    'working-day',
    'What is no Working Day',
    word('Saturday, Sunday, Christmas Day, Good Friday, and a bank holiday under the Banking and Financial Dealings Act 1971'),
  ),
  recalled('deadline-first-day', 'Whether the day of the event counts towards a deadline', word('not counted')),
  recalled(
    'report-published',
    'The monthly report is drafted by the code administrator, approved by a second person, and published; what is published is never changed',
    yes,
  ),
  recalled(
    'report-values-locked',
    'An author may reword the monthly report, and may not change a value that is derived from the register',
    yes,
  ),
  {
    id: 'information-classified',
    title: 'Information is classified, labelled, handled and stored by the Panel Information Policy',
    value: yes,
    certainty: 'found',
    enforcement: 'refuse',
    source: sources.panelInformationPolicy,
    clause: 'M4.13',
    appliesTo: 'everything live',
  },
  recalled('register-to-parties', 'How often the register is sent to each Party', word('monthly')),
  {
    id: 'metrics-to-authority',
    title: 'How often the administrator reports its metrics to the Authority',
    value: word('quarterly'),
    certainty: 'found',
    enforcement: 'inform',
    source: sources.metrics,
    inForce: { from: '2016-01-01' },
  },
  {
    id: 'prioritisation',
    title: 'Proposals are given a priority by the harmonised process of all codes; the names of its categories were not found',
    value: yes,
    certainty: 'found',
    enforcement: 'inform',
    source: sources.prioritisation,
    inForce: { from: '2026-05-29' },
    appliesTo: 'everything live',
  },
]
