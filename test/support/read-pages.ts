import { publicationKinds } from '../../src/domain/publication/kinds.ts'

/** Who reads a page: everybody, whoever signed in, or only those who are named. By hand. */
export type Readers = 'everybody' | 'who signed in' | readonly string[]
export const administrators = ['administrator', 'second-administrator']
const respondents = ['party', 'party-colleague', 'party-legal', 'dcc']
const memberSeats = ['large-supplier-member', 'small-supplier-member']

/** The route of any paper, as the router has it. */
const paper = `/sec/reports/:kind{${publicationKinds.join('|')}}/:period`

/** Every page that is read, at an address that it has in the demonstration. */
export const pages: Readonly<Record<string, { readonly at: string; readonly readers: Readers }>> = {
  '/': { at: '/', readers: 'everybody' },
  '/sec/': { at: '/sec/', readers: 'everybody' },
  '/sec': { at: '/sec', readers: 'everybody' },
  '/sec/mine': { at: '/sec/mine', readers: 'who signed in' },
  '/sec/register': { at: '/sec/register', readers: 'everybody' },
  '/sec/register/compared': { at: '/sec/register/compared?asof=2019-09-30', readers: 'everybody' },
  '/sec/register/compared.csv': { at: '/sec/register/compared.csv?asof=2019-09-30', readers: 'everybody' },
  '/sec/register.csv': { at: '/sec/register.csv', readers: 'everybody' },
  '/sec/assessments': { at: '/sec/assessments', readers: 'everybody' },
  '/sec/assessments.csv': { at: '/sec/assessments.csv', readers: 'everybody' },
  '/sec/releases': { at: '/sec/releases', readers: 'everybody' },
  '/sec/releases.csv': { at: '/sec/releases.csv', readers: 'everybody' },
  '/sec/releases/:release': { at: '/sec/releases/2019-11', readers: 'everybody' },
  '/sec/meetings': { at: '/sec/meetings', readers: 'everybody' },
  '/sec/meetings/:meeting': { at: '/sec/meetings/change-board-2019-09-18', readers: 'everybody' },
  '/sec/meetings/file': { at: '/sec/meetings/file', readers: administrators },
  '/sec/meetings/:meeting/agenda': { at: '/sec/meetings/panel-2019-10-11/agenda', readers: administrators },
  '/sec/meetings/:meeting/run': { at: '/sec/meetings/panel-2019-10-11/run', readers: [...administrators, 'panel'] },
  '/sec/meetings/:meeting/pack': { at: '/sec/meetings/panel-2019-10-11/pack', readers: 'everybody' },
  '/sec/meetings/:meeting/minutes': { at: '/sec/meetings/panel-2019-06-14/minutes', readers: 'everybody' },
  '/sec/meetings/:meeting/pack.pdf': { at: '/sec/meetings/panel-2019-10-11/pack.pdf', readers: 'everybody' },
  '/sec/meetings/:meeting/pack-with-papers.pdf': { at: '/sec/meetings/panel-2019-10-11/pack-with-papers.pdf', readers: 'everybody' },
  '/sec/meetings/:meeting/minutes.pdf': { at: '/sec/meetings/panel-2019-06-14/minutes.pdf', readers: 'everybody' },
  '/sec/meetings/:meeting/minutes.docx': { at: '/sec/meetings/panel-2019-06-14/minutes.docx', readers: 'everybody' },
  '/sec/meetings/:meeting/ballots': {
    at: '/sec/meetings/change-board-2019-09-18/ballots',
    readers: [...administrators, 'change-board-chair'],
  },
  '/sec/actions': { at: '/sec/actions', readers: 'everybody' },
  '/sec/reports': { at: '/sec/reports', readers: 'everybody' },
  '/sec/reports/change-status/:period/charts/:chart': { at: '/sec/reports/change-status/2019-10/charts/stages.svg', readers: 'everybody' },
  [paper]: { at: '/sec/reports/change-status/2019-10', readers: 'everybody' },
  '/sec/reports/change-status/:period/changes': { at: '/sec/reports/change-status/2019-10/changes', readers: 'everybody' },
  '/sec/reports/change-status/:period/changes.json': { at: '/sec/reports/change-status/2019-10/changes.json', readers: 'everybody' },
  [`${paper}/figures/:figure`]: {
    at: '/sec/reports/change-status/2019-10/figures/stage.refine',
    readers: 'everybody',
  },
  '/sec/reports/reconcile': { at: '/sec/reports/reconcile', readers: 'everybody' },
  [`${paper}/draft`]: { at: '/sec/reports/change-status/2019-10/draft', readers: administrators },
  [`${paper}/manifest.json`]: { at: '/sec/reports/change-status/2019-09/manifest.json', readers: 'everybody' },
  '/sec/rulebook': { at: '/sec/rulebook', readers: 'everybody' },
  '/sec/rulebook.json': { at: '/sec/rulebook.json', readers: 'everybody' },
  '/sec/rulebook/rows/:row{.+}': { at: '/sec/rulebook/rows/mrc-length', readers: 'everybody' },
  '/sec/rulebook/file': { at: '/sec/rulebook/file', readers: administrators },
  '/sec/bodies': { at: '/sec/bodies', readers: 'everybody' },
  '/sec/bodies/:body': { at: '/sec/bodies/panel', readers: 'everybody' },
  '/sec/organisations/:organisation': { at: '/sec/organisations/dcc', readers: 'everybody' },
  '/sec/glossary': { at: '/sec/glossary', readers: 'everybody' },
  '/sec/acts/:verb': { at: '/sec/acts/plan-meeting', readers: administrators },
  '/sec/acts/:verb/:kind/:id{.+}': { at: '/sec/acts/convert/modification/DP084', readers: [...administrators, 'panel'] },
  '/sec/api/acts': { at: '/sec/api/acts', readers: 'everybody' },
  '/sec/drafts': { at: '/sec/drafts', readers: 'who signed in' },
  '/sec/submissions': { at: '/sec/submissions', readers: 'who signed in' },
  '/sec/submissions/:submission': { at: '/sec/submissions/1', readers: [...administrators, 'party', 'party-colleague', 'party-legal'] },
  '/sec/entries/:place': { at: '/sec/entries/1', readers: 'everybody' },
  '/sec/data-quality': { at: '/sec/data-quality', readers: 'everybody' },
  '/sec/workload': { at: '/sec/workload', readers: administrators },
  '/sec/outbox': { at: '/sec/outbox', readers: 'who signed in' },
  '/sec/outbox/came-back': { at: '/sec/outbox/came-back', readers: administrators },
  '/sec/contacts/file': { at: '/sec/contacts/file', readers: administrators },
  '/sec/contacts': { at: '/sec/contacts', readers: administrators },
  '/sec/queue': { at: '/sec/queue', readers: administrators },
  '/sec/sign-in': { at: '/sec/sign-in', readers: 'everybody' },
  '/sec/shared': { at: '/sec/shared', readers: 'who signed in' },
  '/sec/account': { at: '/sec/account', readers: 'who signed in' },
  '/sec/accounts': { at: '/sec/accounts', readers: administrators },
  '/sec/:reference': { at: '/sec/DP084', readers: 'everybody' },
  '/sec/:reference/consultations/:kind/:number': { at: '/sec/MP079/consultations/refinement/1', readers: 'everybody' },
  '/sec/:reference/consultations/:kind/:number/responses.csv': {
    at: '/sec/MP079/consultations/refinement/1/responses.csv',
    readers: 'everybody',
  },
  '/sec/:reference/consultations/:kind/:number/matrix.csv': {
    at: '/sec/MP079/consultations/refinement/1/matrix.csv',
    readers: 'everybody',
  },
  '/sec/:reference/consultations/:kind/:number/respond': { at: '/sec/MP079/consultations/refinement/1/respond', readers: respondents },
  '/sec/:reference/consultations/:kind/:number/colleagues': {
    at: '/sec/MP079/consultations/refinement/1/colleagues',
    readers: respondents,
  },
  '/sec/:reference/consultations/:kind/:number/receipt': {
    at: '/sec/MP079/consultations/refinement/1/receipt?response=northern-powergrid',
    readers: [...administrators, 'party', 'party-colleague', 'party-legal'],
  },
  '/sec/:reference/consultations/:kind/:number/receipt.pdf': {
    at: '/sec/MP079/consultations/refinement/1/receipt.pdf?response=northern-powergrid',
    readers: [...administrators, 'party', 'party-colleague', 'party-legal'],
  },
  '/sec/:reference/papers': { at: '/sec/MP079/papers', readers: 'everybody' },
  '/sec/:reference/papers/:paper': { at: '/sec/MP079/papers/modification-report.docx', readers: 'everybody' },
  '/sec/meetings/:meeting/papers': { at: '/sec/meetings/panel-2019-10-11/papers', readers: 'everybody' },
  '/sec/meetings/:meeting/papers/:paper': { at: '/sec/meetings/panel-2019-10-11/papers/agenda.docx', readers: 'everybody' },
  '/sec/:reference/vote': { at: '/sec/MP084/vote', readers: memberSeats },
}

/** The other papers at the routes of the report. */
const others = [
  'assessment-update/2019-10',
  'assessment-update/2019-10/figures/update.lines',
  'register-extract/2019-10',
  'register-extract/2019-10/figures/extract.refine.listed',
  'kpi-return/2019-q3',
  'kpi-return/2019-q3/figures/kpi.papers.meetings.late',
]
export const morePages: typeof pages = Object.fromEntries(
  others.map((other) => [`/sec/reports/${other}`, { at: `/sec/reports/${other}`, readers: 'everybody' }]),
)

/** Answered by another suite, since they need a secret, a provider, or an account that is made there; or they only say what is allowed. */
export const elsewhere = [
  '/sec/reports/reconcile/take',
  '/sec/demo',
  '/sec/documents/:document',
  '/sec/share/:secret',
  '/sec/documents/:document/:version/:name',
  '/sec/follow',
  '/sec/contacts/:id',
  '/sec/told/:secret',
  '/sec/sign-in/link/:secret',
  '/sec/sign-in/provider',
  '/sec/sign-in/return',
  '/sec/sign-in/sample',
  '/sec/sign-in/link',
  '/sec/sign-out',
  '/sec/accounts/:id',
]
