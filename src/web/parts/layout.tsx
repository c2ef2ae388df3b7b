import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { longDay } from '../../domain/calendar/format.ts'
import type { PageContext } from '../context.ts'
import { DemoBanner } from './demo-banner.tsx'
import { RecordedNotice } from './recorded-notice.tsx'
import { SignedIn } from './signed-in.tsx'
import { TimeBanner, TimeTravel } from './time.tsx'

export type Section =
  | 'mine'
  | 'home'
  | 'register'
  | 'assessments'
  | 'releases'
  | 'meetings'
  | 'reports'
  | 'rulebook'
  | 'contacts'
  | 'glossary'

export type LayoutProps = { readonly context: PageContext; readonly title: string; readonly section?: Section; readonly children?: Child }

/** The frame of every page: skip link, name of the code, navigation, banners of the demo and of time, content, travel in time. */
export function Layout({ context, title, section, children }: LayoutProps) {
  const { answer, paths, site } = context.var
  const links: readonly (readonly [Section, string, string])[] = [
    ...(context.var.account ? ([['mine', 'Yours', paths.mine()]] as const) : []),
    ['register', 'Register', paths.register()],
    ['assessments', 'Assessments', paths.assessments()],
    ['releases', 'Releases', paths.releases()],
    ['meetings', 'Meetings', paths.meetings()],
    ['reports', 'Reports', paths.reports()],
    ['rulebook', 'Rulebook', paths.rulebook()],
    ...(context.var.principal.roles.includes('administrator') ? ([['contacts', 'Contacts', paths.contacts()]] as const) : []),
    ['glossary', 'Glossary', paths.glossary()],
  ]
  return (
    <Document title={`${title} – Smart Energy Code modifications – Codicil`} styles={site.styles.path}>
      <header>
        <div class="app-masthead govuk-width-container">
          <a class="app-masthead__name" href={paths.home()}>
            <strong>Codicil</strong> Smart Energy Code modifications
          </a>
          <SignedIn context={context} />
        </div>
        <div class="govuk-service-navigation">
          <div class="govuk-width-container">
            <nav aria-label="Register" class="govuk-service-navigation__wrapper">
              <ul class="govuk-service-navigation__list">
                {links.map(([name, label, href]) => (
                  <li class={`govuk-service-navigation__item${name === section ? ' govuk-service-navigation__item--active' : ''}`}>
                    <a class="govuk-service-navigation__link" href={href} {...(name === section ? { 'aria-current': 'page' } : {})}>
                      {name === section ? <strong class="govuk-service-navigation__active-fallback">{label}</strong> : label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          </div>
        </div>
        <UnreachableBanner since={answer.unreachableSince} />
        <DemoBanner context={context} />
        <TimeBanner context={context} />
      </header>
      <div class="govuk-width-container">
        <main class="govuk-main-wrapper" id="main">
          <RecordedNotice context={context} />
          {children}
        </main>
      </div>
      <footer class="app-footer">
        <div class="govuk-width-container">
          <TimeTravel context={context} />
          <p class="govuk-body-s">
            The register as at {longDay(answer.asof)}, drawn from its log up to entry {answer.register.seen}. Facts from public sources,
            each named beside what it tells.
          </p>
        </div>
      </footer>
    </Document>
  )
}

/** Says that the log cannot be read just now, and of when this page tells. */
function UnreachableBanner({ since }: { readonly since: string | undefined }) {
  if (since === undefined) return null
  return (
    <section class="app-banner app-banner--time" aria-label="The log">
      <div class="govuk-width-container">
        <p class="govuk-body-s govuk-!-margin-bottom-0">
          <strong>The log cannot be reached.</strong> This is what it held when it was last read, at {since.slice(0, 16).replace('T', ' ')}{' '}
          UTC. Nothing can be recorded until it is back.
        </p>
      </div>
    </section>
  )
}

/** The HTML document itself; without its first line a browser would lay it out by the rules of the nineties. */
export function Document({ title, styles, children }: { readonly title: string; readonly styles: string; readonly children?: Child }) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="en-GB" class="govuk-template">
        <head>
          <meta charset="utf-8" />
          <title>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <link rel="stylesheet" href={styles} />
        </head>
        <body class="govuk-template__body">
          <a href="#main" class="govuk-skip-link">
            Skip to main content
          </a>
          {children}
        </body>
      </html>
    </>
  )
}
