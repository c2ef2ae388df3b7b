import type { Source, Subject } from '../../../src/domain/entry.ts'
import type { ImportedFact } from '../../../src/domain/importing/facts.ts'
import { by, packFact } from './pack-fact.ts'
import { sources } from './sources.ts'

type Named = { readonly subject: Subject; readonly name: string; readonly by: string; readonly source: Source; readonly n?: number }

const page = (title: string, slug: string): Source => ({ title, where: `https://smartenergycodecompany.co.uk/modifications/${slug}/` })

/** Each organisation under its name exactly as a source writes it, by the first day on which that source shows it. */
const named: readonly Named[] = [
  {
    subject: 'organisation/authority',
    name: 'Authority (Ofgem)',
    by: '2017-01-26',
    source: { ...sources.newsletterJanuary2017, reading: 'its approval of SECMP0016 on 26 January 2017' },
  },
  {
    subject: 'organisation/secretary-of-state',
    name: 'Secretary of State',
    by: '2014-02-13',
    source: { ...sources.sosVariations, reading: 'its first notice listed there, of 13 February 2014' },
  },
  {
    subject: 'organisation/dcc',
    name: 'Smart DCC Ltd',
    by: '2017-01-04',
    source: page('Demand Management of DCC Systems', 'demand-management-of-dcc-systems'),
  },
  {
    subject: 'organisation/dcc',
    n: 2,
    name: 'DCC',
    by: '2019-03-29',
    source: {
      ...page('Second-Comer Charging', 'second-comer-charging'),
      reading: 'the same organisation: sources write both names, and nothing was renamed',
    },
  },
  {
    subject: 'organisation/energy-savings-trust',
    name: 'Energy Savings Trust',
    by: '2019-09-10',
    source: { ...sources.paper, reading: 'as printed; probably the Energy Saving Trust' },
  },
  { subject: 'organisation/northern-powergrid', name: 'Northern Powergrid', by: '2019-09-12', source: sources.paper },
  { subject: 'organisation/shell-energy', name: 'Shell Energy', by: '2019-09-17', source: sources.paper },
  { subject: 'organisation/british-gas', name: 'British Gas', by: '2017-04-05', source: sources.dccAnalysis },
  {
    subject: 'organisation/e-on',
    name: 'E.ON',
    by: '2018-12-06',
    source: page(
      'Alt HAN Company Third Party Rights to enable External Financing Arrangements',
      'alt-han-company-third-party-rights-to-enable-external-financing-arrangements',
    ),
  },
  {
    subject: 'organisation/utilita-energy',
    name: 'Utilita Energy',
    by: '2017-06-01',
    source: page('Pairing Local PPMIDs', 'pairing-local-ppmids'),
  },
  {
    subject: 'organisation/siemens-plc',
    name: 'Siemens Plc',
    by: '2016-05-05',
    source: {
      title: 'SECMP0012 Modification Proposal',
      where: 'https://pdfslide.us/download/link/draft-modification-report-dcc-dcc-users-secmp0012-modification-proposal-06052016.html',
    },
  },
  {
    subject: 'organisation/e-gas-and-electricity',
    name: 'E Gas & Electricity',
    by: '2024-02-13',
    source: { title: 'DP266', where: 'https://www.doloop.energy/item/d0d8dbd992a0d80b' },
  },
  {
    subject: 'organisation/secas-sec-change',
    name: 'SEC Change',
    by: '2019-01-23',
    source: {
      ...page(
        'Amendment to SMKI Services to provide ARO Statistics and Information',
        'amendment-to-smki-services-to-provide-dcc-users-and-or-smki-participants-with-authorised-responsible-officer-aro-statistics-and-information',
      ),
      reading: "the administrator's team, shown as Lead Analyst on a page last updated on 23 January 2019",
    },
  },
]

export const organisations: readonly ImportedFact[] = named.map(({ subject, name, by: day, source, n }) =>
  packFact(subject, { type: 'OrganisationNamed', v: 1, name }, by(day), source, n),
)
