import type { Dated } from '../../../src/domain/calendar/calendar-date.ts'
import { inMonth, yearMonth } from '../../../src/domain/calendar/calendar-date.ts'
import type { Source, Subject } from '../../../src/domain/entry.ts'
import type { ImportedFact } from '../../../src/domain/importing/facts.ts'
import type { BodyCapacity } from '../../../src/domain/organisation/body.ts'
import { by, packFact } from './pack-fact.ts'
import { sources } from './sources.ts'

type Told = {
  readonly subject: Subject
  readonly name: string
  readonly abbreviation?: string
  readonly capacities: readonly BodyCapacity[]
  readonly on: Dated
  readonly source: Source
}

/** A body of which no source tells when it was set up stands at the latest on the first day on which a source shows it. */
const shown = (source: Source, what: string): Source => ({
  ...source,
  reading: `no source tells when it was set up; first shown by ${what}`,
})

const told: readonly Told[] = [
  {
    subject: 'body/panel',
    name: 'SEC Panel',
    capacities: ['convert', 'approve report', 'decide'],
    on: by('2013-12-31'),
    source: shown(sources.changeBoard, 'the Change Board, which it set up in December 2013'),
  },
  {
    subject: 'body/change-board',
    name: 'Change Board',
    capacities: ['approve request', 'recommend', 'decide'],
    on: inMonth(yearMonth('2013-12'), 'stated'),
    source: sources.changeBoard,
  },
  {
    subject: 'body/change-sub-committee',
    name: 'Change Sub-Committee',
    abbreviation: 'CSC',
    capacities: ['determine readiness', 'advise'],
    on: inMonth(yearMonth('2018-11'), 'inferred'),
    source: {
      ...sources.newsletterAugust2018,
      reading: 'the new process was to start at the beginning of November 2018; the Panel acted in its place until it was stood up',
    },
  },
  {
    subject: 'body/working-group',
    name: 'Working Group',
    capacities: ['advise'],
    on: by('2017-08-08'),
    source: shown(
      { title: 'Sending Commands via PPMIDs', where: 'https://smartenergycodecompany.co.uk/modifications/sending-commands-via-ppmids/' },
      'its meeting of 8 August 2017',
    ),
  },
  {
    subject: 'body/tabasc',
    name: 'Technical Architecture and Business Architecture Sub-Committee',
    abbreviation: 'TABASC',
    capacities: ['advise'],
    on: by('2019-10-04'),
    source: shown(sources.paper, "the paper's reference, which names its 47th meeting"),
  },
  {
    subject: 'body/ssc',
    name: 'Security Sub-Committee',
    abbreviation: 'SSC',
    capacities: ['advise'],
    on: by('2017-02-22'),
    source: shown(
      {
        title: 'SEC 5.5 Designation – 15th March 2017',
        where:
          'https://smartenergycodecompany.co.uk/news-and-useful-links/latest-news/news-detail/2017/03/15/sec-5.5-designation---15th-march-2017',
      },
      'the title of a modification approved on 22 February 2017',
    ),
  },
  {
    subject: 'body/smki-pma',
    name: 'Smart Metering Key Infrastructure Policy Management Authority',
    abbreviation: 'SMKI PMA',
    capacities: ['advise'],
    on: by('2019-01-15'),
    source: shown(
      {
        title: 'Amendment to SMKI Services to provide ARO Statistics and Information',
        where:
          'https://smartenergycodecompany.co.uk/modifications/amendment-to-smki-services-to-provide-dcc-users-and-or-smki-participants-with-authorised-responsible-officer-aro-statistics-and-information/',
      },
      'what it considered on 15 January 2019',
    ),
  },
  {
    subject: 'body/operations-group',
    name: 'Operations Group',
    capacities: ['advise'],
    on: inMonth(yearMonth('2017-07'), 'stated'),
    source: sources.newsletterAugust2017,
  },
  {
    subject: 'body/secas',
    name: 'Smart Energy Code Administrator and Secretariat',
    abbreviation: 'SECAS',
    capacities: ['administer'],
    on: by('2017-01-30'),
    source: shown(sources.newsletterJanuary2017, 'its newsletter sent on 30 January 2017'),
  },
]

const established: readonly ImportedFact[] = told.map(({ subject, on, source, ...body }) =>
  packFact(subject, { type: 'BodyEstablished', v: 1, ...body }, on, source),
)

/**
 * The seats of the Change Board whose number a source tells. Of the Large Suppliers there is one for each Voting Group, and no source tells
 * how many these were: three are here, as the quorum needs three; who administers sets up the others.
 */
const seatsOfBlocks: readonly (readonly [prefix: string, block: string, number: number])[] = [
  ['large-supplier', 'Large Suppliers', 3],
  ['small-supplier', 'Small Suppliers', 3],
  ['network', 'Networks', 3],
  ['other-party', 'Other SEC Parties', 3],
  ['consumer', 'Consumers', 1],
]

const seats: readonly ImportedFact[] = seatsOfBlocks
  .flatMap(([prefix, block, number]) => Array.from({ length: number }, (_, index) => ({ seat: `${prefix}-${index + 1}`, block })))
  .map(({ seat, block }, index) =>
    packFact(
      'body/change-board',
      { type: 'SeatSet', v: 1, seat, block },
      inMonth(yearMonth('2013-12')),
      {
        ...sources.newsletterDecember2021,
        reading:
          block === 'Large Suppliers'
            ? 'one seat for each Voting Group; how many there were is not told, and the quorum, as recalled, needs three'
            : 'the seats of December 2021; no source tells since when there are as many',
      },
      index + 1,
    ),
  )

export const bodies: readonly ImportedFact[] = [...established, ...seats]
