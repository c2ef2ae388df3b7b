import { find } from '../../domain/register.ts'
import { type Pack, type PackItem, packOf, packTexts } from '../../report/meeting/pack.ts'
import { capitalised } from '../../report/words/capitalised.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../parts/layout.tsx'
import { textsRead } from '../parts/meeting/texts-read.ts'
import { notFound } from './problem.tsx'

/** The pack that a page or a document is made of; undefined where there is no such meeting. */
export async function packIn(context: PageContext): Promise<Pack | undefined> {
  const { answer, site } = context.var
  const meeting = find(answer.register, 'meeting', context.req.param('meeting') ?? '')
  if (!meeting) return undefined
  const texts = await textsRead(site.app, packTexts(answer.register, meeting))
  const withNew = context.req.query('new') !== 'no'
  return packOf({ register: answer.register, grammar: site.grammar, meeting, texts, withNew })
}

/** GET: the pack of a meeting as a page: the agenda with links, then each item with what the register knows. */
export async function packPage(context: PageContext) {
  const pack = await packIn(context)
  return pack ? context.html(<PackView context={context} pack={pack} />) : notFound(context, context.var.site)
}

function PackView({ context, pack }: { readonly context: PageContext; readonly pack: Pack }) {
  const { paths } = context.var
  const meeting = context.req.param('meeting') ?? ''
  return (
    <Layout context={context} title={`Pack: ${pack.title}`} section="meetings">
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          <a class="govuk-link" href={paths.meeting(meeting)}>
            {pack.title}
          </a>
        </span>
        Pack
      </h1>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.packPdf(meeting)}>
          As one document (PDF)
        </a>
        {' · '}
        {pack.since ? (
          <>
            What is new since {pack.since} is told first.{' '}
            <a class="govuk-link" href={paths.pack(meeting, { new: 'no' })}>
              Without that
            </a>
          </>
        ) : context.req.query('new') === 'no' ? (
          <a class="govuk-link" href={paths.pack(meeting)}>
            With what is new since the last meeting
          </a>
        ) : (
          'No earlier meeting of this body is known to have been held.'
        )}
      </p>
      <nav aria-label="Agenda">
        <ol class="govuk-list govuk-list--number">
          {pack.items.map(({ anchor, title, for: purpose }) => (
            <li>
              <a class="govuk-link" href={`#${anchor}`}>
                {title}
              </a>{' '}
              {purpose}
            </li>
          ))}
        </ol>
      </nav>
      {pack.items.map((item) => (
        <Item item={item} />
      ))}
      <p class="govuk-body-s">{pack.handling}</p>
    </Layout>
  )
}

function Item({ item }: { readonly item: PackItem }) {
  return (
    <section id={item.anchor} aria-labelledby={`${item.anchor}-title`} class="app-pack-item">
      <h2 class="govuk-heading-m" id={`${item.anchor}-title`}>
        {item.number}. {item.title}
      </h2>
      <p class="govuk-body">{capitalised(item.for)}.</p>
      {item.papers.map((paper) => (
        <p class="govuk-body">Paper {paper}.</p>
      ))}
      {item.sections.map(({ heading, lines }) => (
        <>
          <h3 class="govuk-heading-s">{heading}</h3>
          <ul class="govuk-list app-lines">
            {lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </>
      ))}
    </section>
  )
}
