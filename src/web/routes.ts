import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { actByJson, actsByJson, actsReference } from './api/acts.ts'
import type { Env } from './context.ts'
import { accountPage, changeTokens } from './pages/account.tsx'
import { accountsPage, oneAccountPage, takeAccount, takeNewAccount } from './pages/accounts.tsx'
import { actPage, takeAct } from './pages/act.tsx'
import { assessmentsCsv, assessmentsPage } from './pages/assessments.tsx'
import { ballotGridPage, takeBallots } from './pages/ballot-grid.tsx'
import { changeStatusPage } from './pages/change-status.tsx'
import { moveDemoClock } from './pages/demo.tsx'
import { draftsPage, takeDrafts } from './pages/drafts.tsx'
import { entryPage } from './pages/entry.tsx'
import { glossaryPage } from './pages/glossary.tsx'
import { homePage } from './pages/home.tsx'
import { meetingPage, meetingsPage } from './pages/meetings.tsx'
import { modificationPage } from './pages/modification.tsx'
import { oldAddress } from './pages/old-address.tsx'
import { notAllowed, tooLarge } from './pages/problem.tsx'
import { handleWaiting, queuePage } from './pages/queue.tsx'
import { registerCsv, registerPage } from './pages/register.tsx'
import { releasePage } from './pages/release.tsx'
import { releasesCsv, releasesPage } from './pages/releases.tsx'
import { reportsPage } from './pages/reports.tsx'
import { signInAsSample, signInPage, takeSignOut } from './pages/sign-in.tsx'
import { sendSignInLink, signInLinkPage, useSignInLink } from './pages/sign-in-link.tsx'
import { backFromProvider, leaveForProvider } from './pages/sign-in-provider.tsx'

import { takeVote, votePage } from './pages/vote.tsx'

/** The demo's form has two short fields; nothing longer is read. */
const largestForm = 10_000
/** An act may hold ten sections of a proposal. */
const largestAct = 500_000

/** Every page, one line each; its file is named after it. */
export function routes(web: Hono<Env>): void {
  web.get('/', (context) => context.redirect(`/sec/${new URL(context.req.url).search}`))
  web.get('/sec/', homePage)
  web.get('/sec', (context) => context.redirect(`/sec/${new URL(context.req.url).search}`))
  web.get('/sec/register', registerPage)
  web.get('/sec/register.csv', registerCsv)
  web.get('/sec/assessments', assessmentsPage)
  web.get('/sec/assessments.csv', assessmentsCsv)
  web.get('/sec/releases', releasesPage)
  web.get('/sec/releases.csv', releasesCsv)
  web.get('/sec/releases/:release', releasePage)
  web.get('/sec/meetings', meetingsPage)
  web.get('/sec/meetings/:meeting', meetingPage)
  web.get('/sec/reports', reportsPage)
  // The month with its form: `2019-10`, `2019-10.txt`, `2019-10.json`.
  web.get('/sec/reports/change-status/:month', changeStatusPage)
  web.get('/sec/glossary', glossaryPage)
  web.post('/sec/demo', bodyLimit({ maxSize: largestForm, onError: tooLarge }), moveDemoClock)
  web.get('/sec/demo', (context) => notAllowed(context, 'POST'))
  // The acts: one form for each, the same by JSON, and what waits.
  const act = bodyLimit({ maxSize: largestAct, onError: tooLarge })
  web.on('GET', ['/sec/acts/:verb', '/sec/acts/:verb/:kind/:id'], actPage)
  web.on('POST', ['/sec/acts/:verb', '/sec/acts/:verb/:kind/:id'], act, takeAct)
  web.get('/sec/api/acts', actsReference)
  web.post('/sec/api/acts', act, actsByJson)
  web.on('POST', ['/sec/api/acts/:verb', '/sec/api/acts/:verb/:kind/:id'], act, actByJson)
  web.get('/sec/drafts', draftsPage)
  web.post('/sec/drafts', act, takeDrafts)
  web.get('/sec/entries/:place', entryPage)
  web.get('/sec/queue', queuePage)
  web.post('/sec/queue', act, handleWaiting)
  // Who signs in, and with what.
  const form = bodyLimit({ maxSize: largestForm, onError: tooLarge })
  web.get('/sec/sign-in', signInPage)
  web.post('/sec/sign-in/sample', form, signInAsSample)
  web.post('/sec/sign-in/link', form, sendSignInLink)
  web.get('/sec/sign-in/link/:secret', signInLinkPage)
  web.post('/sec/sign-in/link/:secret', form, useSignInLink)
  web.get('/sec/sign-in/provider', leaveForProvider)
  web.get('/sec/sign-in/return', backFromProvider)
  web.post('/sec/sign-out', form, takeSignOut)
  web.on('GET', ['/sec/sign-in/sample', '/sec/sign-in/link', '/sec/sign-out'], (context) => notAllowed(context, 'POST'))
  web.get('/sec/account', accountPage)
  web.post('/sec/account', form, changeTokens)
  web.get('/sec/accounts', accountsPage)
  web.post('/sec/accounts', form, takeNewAccount)
  web.get('/sec/accounts/:id', oneAccountPage)
  web.post('/sec/accounts/:id', form, takeAccount)
  // The vote: of one seat, and of a whole meeting.
  web.get('/sec/:reference/vote', votePage)
  web.post('/sec/:reference/vote', act, takeVote)
  web.get('/sec/meetings/:meeting/ballots', ballotGridPage)
  web.post('/sec/meetings/:meeting/ballots', act, takeBallots)
  web.get('/sec/:reference', modificationPage)
  // Spellings without the code, and the addresses of the site before this one.
  web.get('*', oldAddress)
  web.all('*', (context) => notAllowed(context, 'GET, HEAD'))
}
