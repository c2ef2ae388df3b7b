import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { evidenceInExport, evidenceInLog, type LogEvidence } from '../app/publishing/exported-log.ts'
import { type Verified, verifyFile } from '../app/publishing/verify.ts'
import { example } from './arguments.ts'
import { Failure, granted } from './failure.ts'
import { print, withApp } from './session.ts'

type Options = { readonly log?: string; readonly json?: boolean }

/** `codicil verify FILE`: derives every figure of a published paper again, from the log or an export of it, and asks nobody. */
export function verifyCommand(program: Command, root: string): void {
  program
    .command('verify')
    .description('check a published paper against the log, or an export of it: every figure is derived again')
    .argument('<file>', 'a paper that was published: .json, .pdf, .docx or .txt; or its page, saved as .html')
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
  if (verified.failing.length > 0 || !(verified.isSameFile || verified.isPage)) process.exitCode = 1
}

/** What is wrong first: that the file is another than was published. Then the figures, and what is checked of it. */
function toldOf(verified: Verified): string {
  const { earlier, failing, isSameFile, isPage, known, ownParagraphs } = verified
  const notAs = failing.length === 0 && (isSameFile || isPage) ? [] : [notAsPublished(verified)]
  const lines = failing.map(({ about, file, log }) => `${about}: the file says ${file}, the log gives ${log}`)
  return [
    ...notAs,
    ...(isPage ? [PAGE_TOLD] : []),
    figuresTold(verified),
    ...lines,
    ...(earlier === 0
      ? []
      : [
          `${earlier} more ${earlier === 1 ? 'was' : 'were'} counted by an earlier definition: held to the entry that published the paper.`,
        ]),
    ...(ownParagraphs === 0 ? [] : [ownTold(ownParagraphs)]),
    `Derived again from the first ${known} entries of the log, whose root is the one it was published with.`,
    ...(isPage ? [] : [bytesTold(isSameFile)]),
  ].join('\n')
}

/** 'not as published: its text differs in 2 places'. */
function notAsPublished({ failing, figuresFailing, isPage }: Verified): string {
  const places = failing.length - figuresFailing
  if (failing.length === 0)
    return 'not as published: its bytes are others; what this program reads of it does not differ: take the file from the register again'
  if (places === 0) return 'not as published: the figures that it carries differ'
  return `not as published: ${isPage ? 'the text of the page' : 'its text'} differs in ${places === 1 ? 'one place' : `${places} places`}`
}

function figuresTold({ figures, figuresFailing }: Verified): string {
  return figuresFailing === 0 ? `all ${figures} figures hold` : `${figuresFailing} of what it tells of its figures does not hold:`
}

const ownTold = (count: number): string =>
  count === 1
    ? "One paragraph is the administrator's own words; its numbers are not derived."
    : `${count} paragraphs are the administrator's own words; their numbers are not derived.`

/** Said before all else: what is around the paper may say anything. */
const PAGE_TOLD =
  'A page is made for each reader: the words and the elements of the paper in it were compared, and not what is said around it, its style sheet, its pictures, or where its links lead.'

const bytesTold = (isSameFile: boolean): string =>
  isSameFile ? 'The file is, byte for byte, the one that was published.' : 'The file is not, byte for byte, the one that was published.'

function contentOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw new Failure(`${file} cannot be read: give the path of a file that is there`, 2)
  }
}
