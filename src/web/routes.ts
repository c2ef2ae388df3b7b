import type { Hono } from 'hono'
import { publicationKinds } from '../domain/publication/kinds.ts'
import { actByJson, actsByJson, actsReference } from './api/acts.ts'
import type { Env } from './context.ts'
import { accountPage, changeTokens } from './pages/account.tsx'
import { accountsPage, oneAccountPage, takeAccount, takeNewAccount } from './pages/accounts.tsx'
import { actPage, takeAct } from './pages/act.tsx'
import { actionsPage } from './pages/actions.tsx'
import { assessmentsCsv, assessmentsPage } from './pages/assessments.tsx'
import { ballotGridPage, takeBallots } from './pages/ballot-grid.tsx'
import { bodiesPage, bodyPage, organisationPage } from './pages/bodies.tsx'
import { cameBackPage, takeCameBack } from './pages/came-back.tsx'
import { changesPage } from './pages/changes.tsx'
import { chartFile } from './pages/chart.tsx'
import { colleaguesPage, takeColleagues } from './pages/colleagues.tsx'
import { consultationPage } from './pages/consultation.tsx'
import { matrixCsv, responsesCsv } from './pages/consultation-files.ts'
import { contactPage, takeContact } from './pages/contact.tsx'
import { contactsPage, takeContacts } from './pages/contacts.tsx'
import { contactsFilePage, takeContactsFile } from './pages/contacts-file.tsx'
import { qualityPage } from './pages/data-quality.tsx'
import { moveDemoClock } from './pages/demo.tsx'
import { documentFile, documentPage } from './pages/document.tsx'
import { draftsPage, takeDrafts } from './pages/drafts.tsx'
import { entryPage } from './pages/entry.tsx'
import { figurePage } from './pages/figure.tsx'
import { takeFollow } from './pages/follow.ts'
import { glossaryPage } from './pages/glossary.tsx'
import { homePage } from './pages/home.tsx'
import { agendaPage, takeAgenda } from './pages/meeting-agenda.tsx'
import { minutesFile, minutesPage } from './pages/meeting-minutes.tsx'
import { boundPackFile, packFile, packPage } from './pages/meeting-pack.tsx'
import { runPage, takeItem } from './pages/meeting-run.tsx'
import { meetingPage, meetingsPage } from './pages/meetings.tsx'
import { meetingsFilePage, takeMeetingsFile } from './pages/meetings-file.tsx'
import { minePage, takeMine } from './pages/mine.tsx'
import { modificationPage } from './pages/modification.tsx'
import { oldAddress } from './pages/old-address.tsx'
import { outboxPage, takeOutbox } from './pages/outbox.tsx'
import { paperPage } from './pages/paper.tsx'
import { keepPaper, paperOfTemplate, papersPage } from './pages/papers.tsx'
import { notAllowed } from './pages/problem.tsx'
import { manifestJson } from './pages/published-file.ts'
import { handleWaiting, queuePage } from './pages/queue.tsx'
import { receiptPage, receiptPdf } from './pages/receipt.tsx'
import { reconcilePage, reconcilePaper } from './pages/reconcile.tsx'
import { registerCsv, registerPage } from './pages/register.tsx'
import { registerCompared, registerComparedCsv } from './pages/register-compared.tsx'
import { releasePage } from './pages/release.tsx'
import { releasesCsv, releasesPage } from './pages/releases.tsx'
import { paperDraftPage } from './pages/report-draft.tsx'
import { reportsPage } from './pages/reports.tsx'
import { respondPage, takeResponse } from './pages/respond.tsx'
import { rulePage } from './pages/rule.tsx'
import { rulebookJson, rulebookPage } from './pages/rulebook.tsx'
import { rulebookFilePage, takeRulebookFile } from './pages/rulebook-file.tsx'
import { sharePage, takeShared } from './pages/share.tsx'
import { sharedPage, takeShare } from './pages/shared.tsx'
import { signInAsSample, signInPage, takeSignOut } from './pages/sign-in.tsx'
import { sendSignInLink, signInLinkPage, useSignInLink } from './pages/sign-in-link.tsx'
import { backFromProvider, leaveForProvider } from './pages/sign-in-provider.tsx'
import { submissionPage, submissionsPage } from './pages/submissions.tsx'
import { takeClaims } from './pages/take-claims.tsx'
import { takeTold, toldPage } from './pages/told.tsx'
import { takeVote, votePage } from './pages/vote.tsx'
import { workloadPage } from './pages/workload.tsx'

/** Every page, one line each; its file is named after it. */
export function routes(web: Hono<Env>): void {
  web.get('/', (context) => context.redirect(`/sec/${new URL(context.req.url).search}`))
  web.get('/sec/', homePage)
  web.get('/sec', (context) => context.redirect(`/sec/${new URL(context.req.url).search}`))
  web.get('/sec/mine', minePage)
  web.post('/sec/mine', takeMine)
  web.get('/sec/register', registerPage)
  web.get('/sec/register.csv', registerCsv)
  web.get('/sec/register/compared', registerCompared)
  web.get('/sec/register/compared.csv', registerComparedCsv)
  web.get('/sec/assessments', assessmentsPage)
  web.get('/sec/assessments.csv', assessmentsCsv)
  web.get('/sec/releases', releasesPage)
  web.get('/sec/releases.csv', releasesCsv)
  web.get('/sec/releases/:release', releasePage)
  web.get('/sec/meetings', meetingsPage)
  web.get('/sec/meetings/file', meetingsFilePage)
  web.post('/sec/meetings/file', takeMeetingsFile)
  web.get('/sec/meetings/:meeting', meetingPage)
  web.get('/sec/meetings/:meeting/agenda', agendaPage)
  web.post('/sec/meetings/:meeting/agenda', takeAgenda)
  web.get('/sec/meetings/:meeting/pack', packPage)
  web.get('/sec/meetings/:meeting/pack.pdf', packFile('pdf'))
  web.get('/sec/meetings/:meeting/pack-with-papers.pdf', boundPackFile)
  web.get('/sec/meetings/:meeting/minutes', minutesPage)
  web.get('/sec/meetings/:meeting/minutes.pdf', minutesFile('pdf'))
  web.get('/sec/meetings/:meeting/minutes.docx', minutesFile('docx'))
  web.get('/sec/meetings/:meeting/run', runPage)
  web.post('/sec/meetings/:meeting/run', takeItem)
  web.get('/sec/documents/:document', documentPage)
  web.get('/sec/shared', sharedPage)
  web.post('/sec/shared', takeShare)
  web.get('/sec/share/:secret', sharePage)
  web.post('/sec/share/:secret', takeShared)
  web.get('/sec/documents/:document/:version/:name', documentFile)
  web.get('/sec/meetings/:meeting/papers', papersPage)
  web.get('/sec/meetings/:meeting/papers/:paper', paperOfTemplate)
  web.post('/sec/meetings/:meeting/papers/:paper', keepPaper)
  web.get('/sec/actions', actionsPage)
  web.get('/sec/reports', reportsPage)
  web.get('/sec/reports/reconcile', reconcilePage)
  web.post('/sec/reports/reconcile', reconcilePaper)
  web.post('/sec/reports/reconcile/take', takeClaims)
  web.get('/sec/reports/reconcile/take', (context) => notAllowed(context, 'POST'))
  // Any paper by its kind, and its month or quarter with its form: `2019-10`, `2019-q4.txt`, `2019-10.json`.
  const paper = `/sec/reports/:kind{${publicationKinds.join('|')}}/:period`
  web.get(paper, paperPage)
  web.get(`${paper}/draft`, paperDraftPage)
  web.get(`${paper}/manifest.json`, manifestJson)
  // One figure of it: `stage.refine`, `stage.refine.json`.
  web.get(`${paper}/figures/:figure`, figurePage)
  web.get('/sec/reports/change-status/:period/changes', changesPage)
  web.get('/sec/reports/change-status/:period/changes.json', changesPage)
  web.get('/sec/reports/change-status/:period/charts/:chart', chartFile)
  web.get('/sec/rulebook', rulebookPage)
  web.get('/sec/rulebook.json', rulebookJson)
  web.get('/sec/rulebook/rows/:row{.+}', rulePage)
  web.get('/sec/bodies', bodiesPage)
  web.get('/sec/bodies/:body', bodyPage)
  web.get('/sec/organisations/:organisation', organisationPage)
  web.get('/sec/glossary', glossaryPage)
  web.post('/sec/demo', moveDemoClock)
  web.get('/sec/demo', (context) => notAllowed(context, 'POST'))
  // The acts: one form for each, the same by JSON, and what waits.
  web.on('GET', ['/sec/acts/:verb', '/sec/acts/:verb/:kind/:id{.+}'], actPage)
  web.on('POST', ['/sec/acts/:verb', '/sec/acts/:verb/:kind/:id{.+}'], takeAct)
  web.get('/sec/api/acts', actsReference)
  web.post('/sec/api/acts', actsByJson)
  web.on('POST', ['/sec/api/acts/:verb', '/sec/api/acts/:verb/:kind/:id{.+}'], actByJson)
  web.get('/sec/rulebook/file', rulebookFilePage)
  web.post('/sec/rulebook/file', takeRulebookFile)
  web.get('/sec/drafts', draftsPage)
  web.post('/sec/drafts', takeDrafts)
  web.get('/sec/submissions', submissionsPage)
  web.get('/sec/submissions/:submission', submissionPage)
  web.get('/sec/entries/:place', entryPage)
  web.get('/sec/data-quality', qualityPage)
  web.get('/sec/workload', workloadPage)
  web.get('/sec/outbox', outboxPage)
  web.post('/sec/outbox', takeOutbox)
  web.get('/sec/outbox/came-back', cameBackPage)
  web.post('/sec/outbox/came-back', takeCameBack)
  web.get('/sec/contacts', contactsPage)
  web.post('/sec/contacts', takeContacts)
  web.get('/sec/contacts/file', contactsFilePage)
  web.post('/sec/contacts/file', takeContactsFile)
  web.get('/sec/contacts/:id', contactPage)
  web.post('/sec/contacts/:id', takeContact)
  web.get('/sec/told/:secret', toldPage)
  web.post('/sec/told/:secret', takeTold)
  web.post('/sec/follow', takeFollow)
  web.get('/sec/follow', (context) => notAllowed(context, 'POST'))
  web.get('/sec/queue', queuePage)
  web.post('/sec/queue', handleWaiting)
  // Who signs in, and with what.
  web.get('/sec/sign-in', signInPage)
  web.post('/sec/sign-in/sample', signInAsSample)
  web.post('/sec/sign-in/link', sendSignInLink)
  web.get('/sec/sign-in/link/:secret', signInLinkPage)
  web.post('/sec/sign-in/link/:secret', useSignInLink)
  web.get('/sec/sign-in/provider', leaveForProvider)
  web.get('/sec/sign-in/return', backFromProvider)
  web.post('/sec/sign-out', takeSignOut)
  web.on('GET', ['/sec/sign-in/sample', '/sec/sign-in/link', '/sec/sign-out'], (context) => notAllowed(context, 'POST'))
  web.get('/sec/account', accountPage)
  web.post('/sec/account', changeTokens)
  web.get('/sec/accounts', accountsPage)
  web.post('/sec/accounts', takeNewAccount)
  web.get('/sec/accounts/:id', oneAccountPage)
  web.post('/sec/accounts/:id', takeAccount)
  // The vote: of one seat, and of a whole meeting.
  web.get('/sec/:reference/papers', papersPage)
  web.get('/sec/:reference/papers/:paper', paperOfTemplate)
  web.post('/sec/:reference/papers/:paper', keepPaper)
  web.get('/sec/:reference/vote', votePage)
  web.post('/sec/:reference/vote', takeVote)
  web.get('/sec/meetings/:meeting/ballots', ballotGridPage)
  web.post('/sec/meetings/:meeting/ballots', takeBallots)
  // A consultation: what it asks, the answer of one respondent, and what came of it.
  web.get('/sec/:reference/consultations/:kind/:number', consultationPage)
  web.get('/sec/:reference/consultations/:kind/:number/responses.csv', responsesCsv)
  web.get('/sec/:reference/consultations/:kind/:number/matrix.csv', matrixCsv)
  web.get('/sec/:reference/consultations/:kind/:number/respond', respondPage)
  web.post('/sec/:reference/consultations/:kind/:number/respond', takeResponse)
  web.get('/sec/:reference/consultations/:kind/:number/colleagues', colleaguesPage)
  web.post('/sec/:reference/consultations/:kind/:number/colleagues', takeColleagues)
  web.get('/sec/:reference/consultations/:kind/:number/receipt', receiptPage)
  web.get('/sec/:reference/consultations/:kind/:number/receipt.pdf', receiptPdf)
  web.get('/sec/:reference', modificationPage)
  // Spellings without the code, and the addresses of the site before this one.
  web.get('*', oldAddress)
  web.all('*', (context) => notAllowed(context, 'GET, HEAD'))
}
