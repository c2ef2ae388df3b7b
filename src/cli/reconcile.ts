import type { Command } from 'commander'
import { grammar } from '../../codes/sec/pack/grammar.ts'
import { readPaperFile } from '../app/papers/read-paper.ts'
import { reconciliationJson } from '../report/reconcile/json.ts'
import { reconcile } from '../report/reconcile/reconcile.ts'
import { reconciliationText } from '../report/reconcile/text.ts'
import { example, readsRegister } from './arguments.ts'
import { granted } from './failure.ts'
import { answer, type Reading } from './session.ts'

/** `codicil reconcile FILE`: a published paper against itself, and each of its claims against the register at the paper's own days. */
export function reconcileCommand(program: Command, root: string): void {
  readsRegister(
    program.command('reconcile').description('read a published Change Status Report: what does not tie, in it and with the register'),
  )
    .argument('<file>', 'a paper: PDF, DOCX, HTML or text')
    .addHelpText('after', example('reconcile report.pdf', 'reconcile report.txt --json'))
    .action((file: string, options: Reading) => reconcileFile(root, file, options))
}

async function reconcileFile(root: string, file: string, options: Reading): Promise<void> {
  const paper = granted(await readPaperFile(file))
  await answer(root, options, ({ registerOn, asof }) => {
    const reconciled = reconcile(paper, { registerOn, asOf: asof, grammar })
    return { text: reconciliationText(reconciled), json: reconciliationJson(reconciled) }
  })
}
