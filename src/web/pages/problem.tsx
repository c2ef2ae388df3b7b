import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Child } from 'hono/jsx'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { LARGEST_FILE } from '../../app/files/content.ts'
import { LARGEST_PAPER } from '../../app/papers/read-paper.ts'
import { capitalised } from '../../report/words/capitalised.ts'
import type { Env, Site } from '../context.ts'
import { Document } from '../parts/layout.tsx'

/** A page that says what is wrong in one line and what to do, with the right status; never a stack trace. */
export function refusedPage(
  context: Context<Env>,
  site: Site,
  status: ContentfulStatusCode,
  problem: string,
  remedy: string,
  more?: Child,
) {
  return context.html(
    <Problem site={site} problem={oneLine(capitalised(problem))} remedy={capitalised(remedy)}>
      {more}
    </Problem>,
    status,
  )
}

/** One line, however long or strange what was asked: what it repeats of an address is cut where it is too long to be read. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/([^ ”]{60})[^ ”]+/gu, '$1…')
    .replace(/^(.{240}).+$/u, '$1…')

export function notFound(context: Context<Env>, site: Site) {
  return refusedPage(
    context,
    site,
    404,
    `There is no page at ${decoded(context.req.path)}`,
    'Check the address, or look for the modification in the register.',
  )
}

/** A page that is only read, asked for in another way. */
export function notAllowed(context: Context<Env>, allowed: string) {
  context.header('allow', allowed)
  const remedy = allowed === 'POST' ? 'Use the buttons of the page that leads here.' : 'Open the address as a page: it can only be read.'
  return refusedPage(context, context.var.site, 405, `${context.req.method} is not a thing to do with ${decoded(context.req.path)}`, remedy)
}

/** A form that is longer than any of ours. */
export const tooLarge = (context: Context<Env>) =>
  refusedPage(
    context,
    context.var.site,
    413,
    'The form sent is longer than any of this register',
    'Nothing was changed. Open the page here, and press its button again.',
  )

/** A file that is not kept: nothing of it was read. */
export const fileTooLarge = (context: Context<Env>) =>
  refusedPage(
    context,
    context.var.site,
    413,
    `A file of more than ${LARGEST_FILE / 1_000_000} MB is not kept here`,
    'Nothing was recorded. Make its pictures smaller, or part it, and send the form again.',
  )

/** A paper that is not read to its end. */
export const paperTooLarge = (context: Context<Env>) =>
  refusedPage(
    context,
    context.var.site,
    413,
    `The paper is larger than the ${LARGEST_PAPER / 1_000_000} MB that are read here`,
    'Nothing was kept of it. Take out its pictures, or save its text, and choose that.',
  )

/** What we did not expect: told to the operator in full, and to the reader in a line. */
export function failed(context: Context<Env>, site: Site, error: Error) {
  if (error instanceof HTTPException && error.status === 403) return fromElsewhere(context, site)
  if (site.app.isOfTheLog(error)) {
    console.error(`codicil: ${error.message}`)
    return refusedPage(context, site, 503, 'The log cannot be reached', 'Nothing was recorded. Try again; sending the same again is safe.')
  }
  console.error(error)
  return refusedPage(
    context,
    site,
    500,
    'This page could not be made',
    'Nothing was changed. Try again; if it stays, tell whoever runs this register the address and the time.',
  )
}

/** A form that another site sent, or that has lost where it came from. */
function fromElsewhere(context: Context<Env>, site: Site) {
  return refusedPage(
    context,
    site,
    403,
    'A change is taken only from a page of this register, and this one came from elsewhere',
    'Nothing was changed. Open the page here, and press its button again.',
  )
}

type ProblemProps = { readonly site: Site; readonly problem: string; readonly remedy: string; readonly children?: Child }

function Problem({ site, problem, remedy, children }: ProblemProps) {
  return (
    <Document title={`${problem} – Codicil`} styles={site.styles.path}>
      <header>
        <div class="app-masthead govuk-width-container">
          <a class="app-masthead__name" href="/sec/">
            <strong>Codicil</strong> Smart Energy Code modifications
          </a>
        </div>
      </header>
      <div class="govuk-width-container">
        <main class="govuk-main-wrapper" id="main">
          <h1 class="govuk-heading-l app-break">{problem}</h1>
          <p class="govuk-body">{remedy}</p>
          {children}
          <p class="govuk-body">
            <a class="govuk-link" href="/sec/register">
              The register
            </a>{' '}
            or{' '}
            <a class="govuk-link" href="/sec/">
              the first page
            </a>
          </p>
        </main>
      </div>
    </Document>
  )
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
