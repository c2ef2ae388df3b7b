import { z } from 'zod'
import type { RulebookAct } from '../../../domain/rulebook/acts.ts'
import { rulebookSchemas } from '../../importing/event-schemas/rulebook.ts'
import { type Forms, fields } from '../act-form.ts'
import { choice, day, type FieldMeta, line } from '../fields.ts'
import { rowValueIn } from '../row-value.ts'

const { value: rowValue, inForce: rowInForce } = rulebookSchemas.RowSet.shape.row.shape
const asRecord = (meta: FieldMeta) => meta as unknown as Record<string, unknown>

const valueMeta: FieldMeta = {
  label: 'Value',
  hint: 'Such as “15 Working Days”, “2 months”, “17:00”, “yes”; a list as one line for each; a table as lines like “Networks: 3”; anything else is a word',
  control: 'prose',
}
/** As people write it, or as JSON has it. */
const value = z
  .union([
    z.string({ error: 'a value' }).transform((text, context): z.output<typeof rowValue> => {
      const read = rowValue.safeParse(rowValueIn(text))
      if (read.success) return read.data
      context.addIssue({ code: 'custom', message: 'a value like “15 Working Days”' })
      return z.NEVER
    }),
    rowValue,
  ])
  .meta(asRecord(valueMeta))

const inForce = z
  .union([
    z.string().transform((text, context): z.output<typeof rowInForce> => {
      const [, from, to] = /^(?:from (\d{4}-\d{2}-\d{2}))?\s*(?:to (\d{4}-\d{2}-\d{2}))?$/.exec(text.trim()) ?? []
      const read = rowInForce.safeParse({ ...(from ? { from } : {}), ...(to ? { to } : {}) })
      if (read.success && (from || to || text.trim() === 'always')) return read.data
      context.addIssue({ code: 'custom', message: '“always”, “from 2019-11-01”, “to 2026-05-28” or “from 2019-11-01 to 2026-05-28”' })
      return z.NEVER
    }),
    rowInForce,
  ])
  .meta(asRecord({ label: 'In force', hint: '“always”, “from 2019-11-01”, “to 2026-05-28”, or both', control: 'line' }))

/** What is said of a row, in the order in which it is asked. */
const told = {
  title: line({ label: 'Title', hint: 'What the rule says, as a short sentence' }),
  value,
  clause: line({ label: 'Clause', hint: 'As the Code prints it, or “clause not known”' }),
  inForce,
  appliesTo: choice(
    {
      'steps not yet begun': 'Steps that are not yet begun',
      'new proposals': 'New proposals',
      'everything live': 'Everything that is open now',
    },
    { label: 'What it applies to', hint: 'Only the last moves deadlines that are open' },
  ),
  certainty: choice(
    { found: 'Found in a source', inferred: 'Inferred from what was found', recalled: 'Only recalled' },
    { label: 'How sure it is' },
  ),
  enforcement: choice(
    { refuse: 'Refuses what breaks it', 'ask a reason': 'Asks for a reason', inform: 'Informs only' },
    { label: 'What breaking it does' },
  ),
  source: line({ label: 'Source', hint: 'Where it can be read' }),
}

export const rulebookForms: Forms<RulebookAct> = {
  ChangeRule: {
    title: 'Change a rule',
    verb: 'change-rule',
    on: 'rule',
    about: 'What moves is shown before it is sent. A second person approves it; what the rule said before stays for the days before.',
    schema: fields(told),
  },
  AddRule: {
    title: 'Add a rule',
    verb: 'add-rule',
    on: 'rule',
    founds: true,
    about: 'A second person approves it. A rule whose name the program does not ask for only informs those who read it.',
    schema: fields({ id: line({ label: 'Name of the row', hint: 'Small letters, numbers and hyphens, such as mrc-length' }), ...told }),
  },
  EndRule: {
    title: 'End a rule',
    verb: 'end-rule',
    on: 'rule',
    about: 'A second person approves it.',
    schema: fields({ last: day({ label: 'Last day on which it is in force' }) }),
  },
  DeclareHoliday: {
    title: 'Declare a bank holiday',
    verb: 'declare-holiday',
    on: 'holiday',
    founds: true,
    about:
      'Deadlines that are open move by entries of their own once a second person has approved it; closed ones and published figures stay.',
    schema: fields({
      date: day({ label: 'Day' }),
      name: line({ label: 'What it is', hint: 'Such as “Bank holiday by Royal Proclamation”' }),
    }),
  },
  WithdrawHoliday: {
    title: 'Withdraw a bank holiday',
    verb: 'withdraw-holiday',
    on: 'holiday',
    about: 'Where a day was declared by mistake. A second person approves it.',
    schema: fields({}),
  },
}
