import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { evidenceInExport, evidenceInLog, type LogEvidence } from '../app/publishing/exported-log.ts'
import { type Verified, verifyFile } from '../app/publishing/verify.ts'
import { example } from './arguments.ts'
import { Failure, granted } from './failure.ts'
import { print, withApp } from './session.ts'

type Options = { readonly log?: string; readonly json?: boolean }

/** `codicil verify FILE`: derives every figure of a published report again, from the log or an export of it, and asks nobody. */
export function verifyCommand(program: Command, root: string): void {
  program
    .command('verify')
    .description('check a published report against the log, or an export of it: every figure is derived again')
    .argument('<file>', 'a report that was published: .json, .pdf, .docx or .txt')
    .option('--log <file>', 'an export of the log, made by codicil export; without it, the log of this machine')
    .option('--json', 'print JSON')
    .addHelpText('after', example('verify change-status-2019-10.json --log log.jsonl'))
    .action((file: string, options: Options) => verify(root, file, options))
}

async function verify(root: string, file: string, { log, json = false }: Options): Promise<void> {
  const bytes = contentOf(file)
  const evidence = async (): Promise<LogEvidence> => granted(evidenceInExport(basename(log ?? ''), contentOf(log ?? '').toString('utf8')))
  const verified = granted(
    log === undefined
      ? await withApp(root, async (app) => verifyFile(basename(file), bytes, await evidenceInLog(app)))
      : await verifyFile(basename(file), bytes, await evidence()),
  )
  print(json, { text: toldOf(verified), json: verified })
  if (verified.failing.length > 0 || !verified.isSameFile) process.exitCode = 1
}

function toldOf({ figures, earlier, failing, isSameFile, known }: Verified): string {
  const lines = failing.map(({ about, file, log }) => `${about}: the file says ${file}, the log gives ${log}`)
  const bytes = isSameFile
    ? 'The file is, byte for byte, the one that was published.'
    : 'The file is not, byte for byte, the one that was published.'
  const sum = failing.length === 0 ? `all ${figures} figures hold` : `${failing.length} of what it says does not hold:`
  const before =
    earlier === 0
      ? []
      : [`${earlier} more ${earlier === 1 ? 'was' : 'were'} counted by an earlier definition: held to the entry that published the report.`]
  return [
    sum,
    ...lines,
    ...before,
    `Derived again from the first ${known} entries of the log, whose root is the one it was published with.`,
    bytes,
  ].join('\n')
}

function contentOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw new Failure(`${file} cannot be read: give the path of a file that is there`, 2)
  }
}
