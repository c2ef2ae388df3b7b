import type { OrganisationAct } from '../../../domain/organisation/acts.ts'
import { type Forms, fields } from '../act-form.ts'
import { inside, line, several, subject } from '../fields.ts'

const name = line({ label: 'Name', hint: 'As it is called from the day on which it takes effect' })
const abbreviation = line({ label: 'Abbreviation' }).exactOptional()
const category = inside('party categories', { label: 'Party category' })
const id = (example: string) => line({ label: 'Name in addresses', hint: `Small letters, numbers and hyphens, such as ${example}` })

export const organisationForms: Forms<OrganisationAct> = {
  EstablishBody: {
    title: 'Establish a body',
    verb: 'establish-body',
    on: 'body',
    founds: true,
    schema: fields({
      id: id('change-board'),
      name,
      abbreviation,
      capacities: several(
        {
          advise: 'It advises',
          'determine readiness': 'It determines whether a Draft Proposal is ready',
          convert: 'It converts Draft Proposals',
          'approve report': 'It approves Modification Reports',
          'approve request': 'It approves requests for assessments',
          recommend: 'It votes on modifications',
          decide: 'It decides',
          'grant dates': 'It grants dates of releases',
          administer: 'It administers the register',
        },
        { label: 'What it may do' },
      ),
    }),
  },
  RenameBody: { title: 'Rename the body', verb: 'rename-body', on: 'body', schema: fields({ name, abbreviation }) },
  AddOrganisation: {
    title: 'Add an organisation',
    verb: 'add-organisation',
    on: 'organisation',
    founds: true,
    schema: fields({ id: id('northern-powergrid'), name, category: category.exactOptional() }),
  },
  RenameOrganisation: {
    title: 'Rename the organisation',
    verb: 'rename-organisation',
    on: 'organisation',
    about: 'What was recorded under its earlier name stays so on the days before.',
    schema: fields({ name }),
  },
  ReassignWork: {
    title: 'Reassign its work as Lead Analyst',
    verb: 'reassign-work',
    on: 'organisation',
    about: 'Every open modification that it analyses goes to another; what has ended stays told.',
    schema: fields({ to: subject('analysts', ['organisation', 'body'], { label: 'To whom' }) }),
  },
  GroupOrganisation: {
    title: 'Say its Voting Group',
    verb: 'group-organisation',
    on: 'organisation',
    about: 'The organisations of one Voting Group have one vote together.',
    schema: fields({ group: line({ label: 'Voting Group' }) }),
  },
  CategoriseOrganisation: {
    title: 'Say its Party category',
    verb: 'categorise-organisation',
    on: 'organisation',
    schema: fields({ category }),
  },
}
