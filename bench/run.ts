import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, get, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { grammar } from '../codes/sec/pack/grammar.ts'
import { openApp } from '../src/app/app.ts'
import { clockAt } from '../src/app/clock.ts'
import { openDemo } from '../src/app/demo.ts'
import { rootAbove } from '../src/app/root.ts'
import { yearMonth } from '../src/domain/calendar/calendar-date.ts'
import { FOREVER } from '../src/domain/calendar/moment.ts'
import type { Proposed } from '../src/domain/entry.ts'
import { publicReader } from '../src/domain/reader.ts'
import { isRefused } from '../src/domain/refusal.ts'
import { registerAt } from '../src/domain/replay.ts'
import { beginning } from '../src/log/log.ts'
import { openSqliteLog } from '../src/log/sqlite.ts'
import { changeStatus } from '../src/report/change-status/model.ts'
import { changeStatusPaper } from '../src/report/change-status/paper.ts'
import { paperDocx } from '../src/report/paper/docx.ts'
import { PaperPage } from '../src/report/paper/html.tsx'
import type { Paper } from '../src/report/paper/paper.ts'
import { paperFiles, paperPdf } from '../src/report/paper/pdf.ts'
import { createSite } from '../src/web/server.tsx'
import { readSite } from '../src/web/site.ts'
import { syntheticLog } from './synthetic-log.ts'

/** `npm run bench`: what the goals are measured by. Pages are compared with bare node:http serving the same bytes, in the same run. */
const ENTRIES = 300_000
const directory = mkdtempSync(join(tmpdir(), 'codicil-bench-'))
const root = rootAbove(import.meta.url)

async function benchReplay(): Promise<void> {
  const path = join(directory, 'synthetic.sqlite')
  // In a process of its own: what filling it took is no memory of a server that reads it.
  execFileSync(process.execPath, [process.argv[1] ?? '', FILL, path], { stdio: 'inherit' })
  const log = await openSqliteLog(path, { clock: (row) => clockAt(row) })
  const read = await timed(() => log.catchUp(beginning))
  const replayed = await timed(async () =>
    registerAt(read.value.entries, { on: FOREVER, known: ENTRIES, reader: publicReader, now: FOREVER }),
  )
  globalThis.gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  line(
    `replay of ${count(ENTRIES)} entries (${count(replayed.value.subjects.size)} subjects)`,
    `${replayed.milliseconds.toFixed(0)} ms`,
    'goal: under 2,000 ms',
  )
  line('  reading and verifying them from SQLite before that', `${read.milliseconds.toFixed(0)} ms`)
  line('  memory held: heap, whole process', `${megabytes(heapUsed)}, ${megabytes(rss)}`, 'goal: under 400 MB')
  await log.close()
}

async function fill(path: string): Promise<void> {
  const log = await openSqliteLog(path, { clock: (row) => clockAt(row) })
  let batch: Proposed[] = []
  let cursor = beginning
  const flush = async () => {
    const proposed = batch
    batch = []
    const appended = await log.append(
      {
        code: 'sec',
        principal: 'bench',
        key: `batch ${cursor.position}`,
        requestHash: String(cursor.position),
        recorder: 'bench',
        texts: [],
        cursor,
      },
      () => proposed,
    )
    if (isRefused(appended)) throw new Error(appended.refused)
    cursor = appended.cursor
  }
  for (const proposed of syntheticLog(ENTRIES)) {
    batch.push(proposed)
    if (batch.length === 10_000) await flush()
  }
  if (batch.length > 0) await flush()
  await log.close()
}

async function benchPages(): Promise<void> {
  const app = await openApp(join(directory, 'demo'))
  const opened = await openDemo(app, root)
  if (isRefused(opened)) throw new Error(opened.refused)
  const site = createSite(readSite(app, root))
  const ours = await listening(serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' }) as Server)
  for (const path of ['/sec/register', '/sec/SECMP0007', '/sec/reports/change-status/2019-10', '/sec/register?asof=2019-09-30'])
    await comparePage(ours, path)
  await app.close()
}

/** The report in each form: the first time, with what must be loaded for it, and again, when the register has moved and nothing is kept. */
async function benchForms(): Promise<void> {
  const app = await openApp(join(directory, 'forms'))
  const opened = await openDemo(app, root)
  if (isRefused(opened)) throw new Error(opened.refused)
  const asked = await app.ask()
  if (isRefused(asked)) throw new Error(asked.refused)
  const files = paperFiles(root)
  // Another title each time, so that no form is found where it was made before.
  const paper = (name: string): Paper => {
    const model = changeStatus({ registerOn: asked.registerOn, month: yearMonth('2019-10'), asOf: asked.asof, grammar })
    return {
      ...changeStatusPaper(model, () => undefined, { subject: () => undefined, register: 'https://codicil.example/sec/register' }),
      title: name,
    }
  }
  const forms: Readonly<Record<string, (name: string) => Promise<unknown>>> = {
    page: async (name) => String(PaperPage({ paper: paper(name) })),
    DOCX: async (name) => paperDocx(paper(name), files),
    PDF: async (name) => paperPdf(paper(name), files),
    'all three': async (name) => [
      String(PaperPage({ paper: paper(name) })),
      await paperDocx(paper(name), files),
      await paperPdf(paper(name), files),
    ],
  }
  for (const [form, make] of Object.entries(forms)) {
    const cold = await timed(() => make('cold'))
    const warm = await timed(() => make('warm'))
    line(`the October 2019 report as ${form}: cold, warm`, `${cold.milliseconds.toFixed(0)} ms, ${warm.milliseconds.toFixed(0)} ms`)
  }
  await app.close()
}

/** Requests a second of our page, and of a bare server that only sends the same bytes. */
async function comparePage(ours: string, path: string): Promise<void> {
  const bytes = await fetched(`${ours}${path}`)
  const bare = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(bytes))
  const base = await listening(bare.listen(0, '127.0.0.1'))
  const [oursRate, bareRate] = [await rate(`${ours}${path}`), await rate(`${base}${path}`)]
  bare.close()
  line(
    `${path} (${(bytes.length / 1024).toFixed(1)} kB)`,
    `${(1000 / oursRate).toFixed(2)} ms`,
    `${(bareRate / oursRate).toFixed(1)} times bare node:http sending the same bytes`,
  )
}

const SECONDS = 2

async function rate(url: string): Promise<number> {
  for (let warm = 0; warm < 50; warm++) await fetched(url)
  const end = performance.now() + SECONDS * 1000
  let served = 0
  while (performance.now() < end) {
    await fetched(url)
    served++
  }
  return served / SECONDS
}

const fetched = (url: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    get(url, (response) => {
      const chunks: Buffer[] = []
      response
        .on('data', (chunk) => chunks.push(chunk))
        .on('end', () =>
          response.statusCode === 200 ? resolve(Buffer.concat(chunks)) : reject(new Error(`${url}: ${response.statusCode}`)),
        )
    }).on('error', reject)
  })

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    const done = () => resolve(`http://127.0.0.1:${(server.address() as { port: number }).port}`)
    server.listening ? done() : server.once('listening', done)
  })

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly milliseconds: number }> {
  const start = performance.now()
  const value = await work()
  return { value, milliseconds: performance.now() - start }
}

const line = (...cells: string[]): void => console.log(`${(cells[0] ?? '').padEnd(64)}${(cells[1] ?? '').padStart(20)}  ${cells[2] ?? ''}`)
const count = (number: number): string => number.toLocaleString('en-GB')
const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(0)} MB`

const FILL = 'fill'
const [asked, path] = process.argv.slice(2)
if (asked === FILL && path !== undefined) await fill(path)
else {
  await benchReplay()
  await benchForms()
  await benchPages()
}
rmSync(directory, { recursive: true, force: true })
process.exit(0)
