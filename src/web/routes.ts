import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Env } from './context.ts'
import { assessmentsCsv, assessmentsPage } from './pages/assessments.tsx'
import { changeStatusPage } from './pages/change-status.tsx'
import { moveDemoClock } from './pages/demo.tsx'
import { glossaryPage } from './pages/glossary.tsx'
import { homePage } from './pages/home.tsx'
import { modificationPage } from './pages/modification.tsx'
import { oldAddress } from './pages/old-address.tsx'
import { notAllowed, tooLarge } from './pages/problem.tsx'
import { registerCsv, registerPage } from './pages/register.tsx'
import { releasePage } from './pages/release.tsx'
import { releasesCsv, releasesPage } from './pages/releases.tsx'
import { reportsPage } from './pages/reports.tsx'

/** A form of ours has two short fields; nothing longer is read. */
const largestForm = 10_000

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
  web.get('/sec/reports', reportsPage)
  // The month with its form: `2019-10`, `2019-10.txt`, `2019-10.json`.
  web.get('/sec/reports/change-status/:month', changeStatusPage)
  web.get('/sec/glossary', glossaryPage)
  web.post('/sec/demo', bodyLimit({ maxSize: largestForm, onError: tooLarge }), moveDemoClock)
  web.get('/sec/demo', (context) => notAllowed(context, 'POST'))
  web.get('/sec/:reference', modificationPage)
  // Spellings without the code, and the addresses of the site before this one.
  web.get('*', oldAddress)
  web.all('*', (context) => notAllowed(context, 'GET, HEAD'))
}
