import { serve } from '@hono/node-server'
import { openApp } from './app/app.ts'
import { readConfig } from './app/config.ts'
import { arrive, openDemo } from './app/demo.ts'
import { delivererOf } from './app/notices/deliver.ts'
import { rootAbove } from './app/root.ts'
import { longDay } from './domain/calendar/format.ts'
import { isRefused } from './domain/refusal.ts'
import { LogError } from './log/log-error.ts'
import { createSite } from './web/server.tsx'
import { readSite } from './web/site.ts'

/** `npm start`: opens the log (making the demo where there is none) and serves it. One line for each thing that can go wrong. */
async function main(): Promise<void> {
  const root = rootAbove(import.meta.url)
  const config = readConfig(process.env, root)
  if (isRefused(config)) return stop(`${config.refused}: ${config.remedies.join('; ')}`)
  const app = await openApp(config.dataDirectory, undefined, config.signIn)
  // A demonstration is open to everyone, so nobody who really signs in may take it for his register.
  const isNew = app.live.entries.length === 0
  if (config.signIn.oidc && (isNew || app.isDemo()))
    return stop(
      `CODICIL_OIDC_ISSUER is set, and the log in ${config.dataDirectory} ${isNew ? 'would be' : 'is'} a demonstration: unset it, or set CODICIL_DATA to the directory of a real log`,
    )
  const opened = await openDemo(app, root)
  if (isRefused(opened)) return stop(`the sample register cannot be made: ${opened.refused}`)
  const { day } = await app.stamp()
  const site = readSite(app, root)
  const server = serve({ fetch: createSite(site).fetch, port: config.port, hostname: config.host }, (address) => {
    console.log(
      `Codicil serves the SEC sample register at http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${address.port} (its clock shows ${longDay(day)})`,
    )
    console.log(`Its log is in ${config.dataDirectory}; stop with Ctrl+C`)
  })
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      stop(`port ${config.port} on ${config.host} is in use: stop what uses it, or choose another with PORT=${config.port + 1} npm start`)
    else
      stop(
        `cannot listen on ${config.host}:${config.port} (${error.code}): set CODICIL_HOST to an address of this machine, such as 127.0.0.1, and PORT to a free port`,
      )
  })
  // The demo's clock ticks: a source whose day comes while we serve arrives then.
  const arrivals = setInterval(() => {
    if (app.isDemo()) arrive(app, root).catch((error) => console.error(app.isOfTheLog(error) ? `codicil: ${error.message}` : error))
  }, 60_000)
  // Mail leaves once it has been held for long enough; what fails is tried again.
  const deliverer = delivererOf(app, site.grammar)
  const deliveries = setInterval(() => {
    deliverer.run().catch((error) => console.error(app.isOfTheLog(error) ? `codicil: ${error.message}` : error))
  }, 5_000)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      clearInterval(arrivals)
      clearInterval(deliveries)
      server.close(() => void app.close().then(() => process.exit(0)))
      // Who has not let go by then is cut off.
      setTimeout(() => process.exit(0), 5_000).unref()
    })
}

function stop(problem: string): void {
  console.error(`codicil: ${problem}`)
  process.exit(1)
}

main().catch((error: unknown) => {
  if (error instanceof LogError) stop(error.message)
  else throw error
})
