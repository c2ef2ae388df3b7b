import type { Command } from 'commander'
import { grammar } from '../../codes/sec/pack/grammar.ts'
import { readPaperFile } from '../app/papers/reading.ts'
import { takeFile } from '../app/papers/take-claims.ts'
import type { PaperText } from '../domain/paper/paper-text.ts'
import { reconciliationJson } from '../report/reconcile/json.ts'
import { recognised } from '../report/reconcile/recognised.ts'
import { reconcile } from '../report/reconcile/reconcile.ts'
import { factFileOfAll } from '../report/reconcile/taking/fact-file-of.ts'
import { reconciliationText } from '../report/reconcile/text.ts'
import { example, readsRegister } from './arguments.ts'
import { Failure, granted } from './failure.ts'
import { importedText } from './imported-text.ts'
import { answer, operator, print, type Reading, withApp } from './session.ts'

type Options = Reading & { readonly take?: readonly string[]; readonly dryRun?: boolean }

/**
 * `codicil reconcile FILE`: a published paper against itself, and each of its claims against the register at the paper's own days.
 * With `--take`, the facts of the claims named are imported, with the paper as their source.
 */
export function reconcileCommand(program: Command, root: string): void {
  readsRegister(
    program.command('reconcile').description('read a published Change Status Report: what does not tie, in it and with the register'),
  )
    .argument('<file>', 'a paper: PDF, DOCX, HTML or text')
    .option('--take <claim...>', 'take the facts of these claims into the register, with the paper as their source')
    .option('--dry-run', 'with --take: write nothing, and say what it would do')
    .addHelpText(
      'after',
      example('reconcile report.pdf', 'reconcile report.txt --json', 'reconcile report.pdf --take DP084/raised --dry-run'),
    )
    .action(async (file: string, options: Options) => {
      if (options.dryRun && !options.take) throw new Failure('--dry-run goes with --take; without it nothing is written anyway', 2)
      const paper = granted(recognised(granted(await readPaperFile(file)), grammar))
      return options.take ? take(root, paper, options.take, options) : tell(root, paper, options)
    })
}

const tell = (root: string, paper: PaperText, options: Reading): Promise<void> =>
  answer(root, options, ({ registerOn, asof }) => {
    const reconciled = reconcile(paper, { registerOn, asOf: asof, grammar })
    return { text: reconciliationText(reconciled), json: reconciliationJson(reconciled) }
  })

function take(
  root: string,
  paper: PaperText,
  claims: readonly string[],
  { dryRun = false, json = false, asof, known }: Options,
): Promise<void> {
  if (asof !== undefined || known !== undefined)
    throw new Failure('facts are taken into the register of today; leave --asof and --known out', 2)
  return withApp(root, async (app) => {
    const { registerOn, asof: today } = granted(await app.ask())
    const asked = { registerOn, asOf: today, grammar }
    const { file, standing } = granted(factFileOfAll(reconcile(paper, asked), claims, asked))
    const taken = file && granted(await takeFile(app, file, { principal: operator, dryRun }))
    const imported = taken ? [{ file: taken.source, outcome: taken.outcome }] : []
    const there = standing.map((id) => `${id}: the register has it already.`)
    const text = [...there, ...(taken ? [importedText(imported, dryRun)] : [])].join('\n')
    print(json, { text, json: { dryRun, standing, files: imported, facts: file?.facts ?? [] } })
  })
}
