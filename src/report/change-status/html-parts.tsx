import type { Child } from 'hono/jsx'
import { definitionOf } from '../figures/definitions.ts'
import type { FigureId, Member } from '../figures/figure.ts'
import { type ChangeStatusModel, figureOf, isUnidentified } from './model.ts'
import type { Told } from './opine.ts'
import { type Links, quantity } from './rendering.ts'
import { type Line, type Listing, named } from './report-context.ts'

/** What every part of the page is given. */
export type Page = { readonly model: ChangeStatusModel; readonly links: Links }

export const Section = ({ id, title, children }: { readonly id: string; readonly title: string; readonly children?: Child }) => (
  <section id={id} aria-labelledby={`${id}-heading`}>
    <h2 class="govuk-heading-m" id={`${id}-heading`}>
      {title}
    </h2>
    {children}
  </section>
)

export const Heading = ({ children }: { readonly children?: Child }) => <h3 class="govuk-heading-s">{children}</h3>

export const Paragraph = ({ children }: { readonly children?: Child }) => <p class="govuk-body">{children}</p>

/** A sentence with what it speaks of, and how its numbers are counted. */
export const List = ({ page, of }: { readonly page: Page; readonly of: Listing }) => (
  <>
    <Paragraph>{of.line.text}</Paragraph>
    <Members page={page} members={of.members} />
    <Counted page={page} of={of.line} />
  </>
)

export const Members = ({ page, members }: { readonly page: Page; readonly members: readonly Member[] }) =>
  members.length === 0 ? null : (
    <ul class="govuk-list govuk-list--bullet">
      {members.map((member) => (
        <li>
          <Named page={page} member={member} />
        </li>
      ))}
    </ul>
  )

/** The reference as a link, the title after it. */
export const Named = ({ page, member }: { readonly page: Page; readonly member: Member }) => (
  <>
    <Reference page={page} member={member} />
    {named({ ...member, label: '' })}
    {member.note ? ` (${member.note})` : ''}
  </>
)

export const Reference = ({ page, member }: { readonly page: Page; readonly member: Pick<Member, 'subject' | 'label'> }) => (
  <Link to={isUnidentified(member.subject) ? undefined : page.links.subject(member.subject)}>{member.label}</Link>
)

/** A link, or the same words where there is nowhere to go. */
export const Link = ({ to, children }: { readonly to: string | undefined; readonly children?: Child }) =>
  to === undefined ? (
    <span>{children}</span>
  ) : (
    <a class="govuk-link" href={to}>
      {children}
    </a>
  )

/** A sentence; where it begins with the reference of its proposal, that is a link. */
export const Sentence = ({ page, member, line }: { readonly page: Page; readonly member: Member; readonly line: Line }) => {
  const begins = line.text.startsWith(member.label)
  return (
    <>
      {begins ? <Reference page={page} member={member} /> : null}
      {begins ? line.text.slice(member.label.length) : line.text}
    </>
  )
}

/** A sentence, and one for each of those it speaks of. */
export const Sentences = ({ page, line, told }: { readonly page: Page; readonly line: Line; readonly told: readonly Told[] }) => (
  <>
    <Paragraph>{line.text}</Paragraph>
    {told.length > 0 ? (
      <ul class="govuk-list govuk-list--bullet">
        {told.map((each) => (
          <li>
            <Sentence page={page} member={each.member} line={each.line} />
          </li>
        ))}
      </ul>
    ) : null}
    <Counted page={page} of={line} />
  </>
)

/** The figures that a sentence tells, each a link to its own page: what it counts, its members, its arithmetic. */
export const Counted = ({ page, of }: { readonly page: Page; readonly of: Line }) =>
  of.figures.length === 0 ? null : <CountedFigures page={page} ids={of.figures} />

export const CountedFigures = ({ page, ids }: { readonly page: Page; readonly ids: readonly FigureId[] }) => (
  <p class="app-figures">
    {ids.length === 1 ? 'Figure: ' : 'Figures: '}
    {ids.map((id, index) => {
      const { value, unit } = figureOf(page.model, id)
      return (
        <>
          {index > 0 ? '; ' : ''}
          <Link to={page.links.figure?.(id)}>
            {definitionOf(id).title}: {quantity(value, unit)}
          </Link>
        </>
      )
    })}
  </p>
)

/** A figure's value as a link to its page; what it is of is told to who does not see where it stands. */
export const FigureLink = ({ page, id, text }: { readonly page: Page; readonly id: FigureId; readonly text: string }) => (
  <Link to={page.links.figure?.(id)}>
    {text}
    <span class="govuk-visually-hidden"> ({definitionOf(id).title})</span>
  </Link>
)

export type Column = { readonly title: string; readonly numeric?: true }

/** A table whose first column heads its rows; it scrolls by itself on a narrow screen. */
export const Table = ({
  caption,
  columns,
  rows,
}: {
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Child[])[]
}) => (
  <section class="app-table-scroll" tabindex={0} aria-label={caption}>
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-table__caption--s">{caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {columns.map(({ title, numeric }) => (
            <th scope="col" class={`govuk-table__header${numeric ? ' govuk-table__header--numeric' : ''}`}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map(([first, ...rest]) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {first}
            </th>
            {rest.map((cell, index) => (
              <td class={`govuk-table__cell${columns[index + 1]?.numeric ? ' govuk-table__cell--numeric' : ''}`}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
