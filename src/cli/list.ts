import type { Command } from 'commander'
import { grammar } from '../../codes/sec/pack/grammar.ts'
import type { Answer } from '../app/app.ts'
import { longDay } from '../domain/calendar/format.ts'
import { stages } from '../domain/modification/modification.ts'
import { parseReference } from '../domain/modification/reference.ts'
import { type Found, find, modifications, type Register } from '../domain/register.ts'
import { standingWord, wordsOf } from '../report/words/code-words.ts'
import { referenceIn } from '../web/paths.ts'
import { searchRegister } from '../web/search.ts'
import { example, oneOf, readsRegister } from './arguments.ts'
import { complain } from './failure.ts'
import { answer, type Reading, type Told } from './session.ts'
import { table } from './table.ts'

const standings = [...stages, 'ended', 'unknown'] as const

type Options = Reading & { readonly stage?: (typeof standings)[number]; readonly search?: string }

/** `codicil list`: modifications, one a line; with `--search`, the best first. */
export function listCommand(program: Command, root: string): void {
  readsRegister(program.command('list').description('modifications, one a line'))
    .option('--stage <stage>', 'define, refine, opine, release, ended or unknown', oneOf(standings, 'a stage'))
    .option('--search <words>', 'a reference in any spelling, or words of a title, also an old one')
    .addHelpText('after', example('list --stage opine --asof 2019-10-04', 'list --search "ihd firmware" --json'))
    .action((options) => answer(root, options, (asked) => tell(asked, options)))
}

function tell({ register, asof }: Answer, { stage, search }: Options): Told {
  const found = searched(register, search).filter(({ state }) => stage === undefined || state.standing.value.stage === stage)
  const rows = found.map((one) => row(register, one))
  const words = wordsOf(register)
  const lines = found.map(({ state }, index) => {
    const { reference, since, title } = rows[index] as Row
    return [reference, standingWord(words, state.standing.value), since, title ?? '(no source gives its title)']
  })
  const count = `${rows.length} of ${modifications(register).length} modifications, as at ${longDay(asof)}`
  return {
    text: rows.length === 0 ? count : `${table(lines)}\n\n${count}`,
    json: { asof, known: register.known, modifications: rows },
  }
}

function searched(register: Register, search: string | undefined): readonly Found<'modification'>[] {
  if (search === undefined) return modifications(register)
  const named = find(register, 'modification', parseReference(grammar, search) ?? '')
  if (named) return [named]
  const { found, how } = searchRegister(register, grammar, search)
  if (how === 'similar' && found.length > 0) complain(`nothing has “${search}”; these have something like it`)
  return found
}

type Row = ReturnType<typeof row>

/** `since` is the first day by which it surely stood so. */
function row(register: Register, { id, state }: Found<'modification'>) {
  const standing = state.standing.value
  return {
    id,
    reference: referenceIn(register, grammar, id),
    title: state.title?.value ?? null,
    stage: standing.stage,
    step: 'step' in standing ? standing.step : null,
    outcome: 'outcome' in standing ? standing.outcome : null,
    since: state.standing.on.to,
  }
}
