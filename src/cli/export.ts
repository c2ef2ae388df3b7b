import type { Command } from 'commander'
import { exportLines } from '../app/publishing/exported-log.ts'
import { type Classification, classifications } from '../domain/entry.ts'
import { readerOfClass } from '../domain/publication/drawn-from.ts'
import { example, oneOf } from './arguments.ts'
import { withApp } from './session.ts'

type Options = { readonly class: Classification }

/** `codicil export`: the log as lines of JSON: every envelope, and the bodies and texts that a reader of a class may see. */
export function exportCommand(program: Command, root: string): void {
  program
    .command('export')
    .description('print the log as lines of JSON: every envelope, and the bodies and texts that a reader may see')
    .option('--class <class>', 'up to which class: white, green, amber or red', oneOf(classifications, 'a class'), 'white')
    .addHelpText('after', example('export > log.jsonl'))
    .action(({ class: clearance }: Options) =>
      withApp(root, async (app) => {
        const { stamp } = await app.present()
        for await (const line of exportLines(app, readerOfClass(clearance), stamp.moment))
          if (!process.stdout.write(`${line}\n`)) await new Promise((resolve) => process.stdout.once('drain', resolve))
      }),
    )
}
