import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { grammar } from '../../codes/sec/pack/grammar.ts'
import type { App } from '../app/app.ts'
import { readConfig } from '../app/config.ts'
import type { YearMonth } from '../domain/calendar/calendar-date.ts'
import { changeStatusJson } from '../report/change-status/json.ts'
import { changeStatusPaper } from '../report/change-status/paper.ts'
import { reportOf } from '../report/change-status/report-of.ts'
import { changeStatusText } from '../report/change-status/text.ts'
import { textsOf } from '../report/change-status/texts.ts'
import { type PaperForm, paperFile } from '../report/paper/made.ts'
import type { Paper } from '../report/paper/paper.ts'
import { paperFiles } from '../report/paper/pdf.ts'
import { paperText } from '../report/paper/text.ts'
import { type PaperKind, paperKinds, papers } from '../report/papers.ts'
import { pathsAt } from '../web/paths.ts'
import { reportLinks } from '../web/report-links.ts'
import { example, month, oneOf, readsRegister } from './arguments.ts'
import { Failure, granted } from './failure.ts'
import { type Reading, withApp } from './session.ts'

type Options = Reading & { readonly format: 'text' | 'json' | PaperForm; readonly output?: string }

const kinds = ['change-status', ...paperKinds] as const
type Kind = 'change-status' | PaperKind

/** `codicil report change-status MONTH`: the monthly paper, from the register as asked. */
export function reportCommand(program: Command, root: string): void {
  readsRegister(program.command('report').description('a monthly paper, drawn from the register'))
    .argument('<kind>', kinds.join(' or '), oneOf(kinds, 'a report'))
    .argument('<month>', 'a month like 2019-10', month)
    .option('--format <format>', 'text, json, pdf or docx', oneOf(['text', 'json', 'pdf', 'docx'], 'a format'), 'text')
    .option('--output <file>', 'write it there; a PDF or DOCX is never written to a terminal')
    .addHelpText(
      'after',
      example('report change-status 2019-10 --format text', 'report change-status 2019-10 --format pdf --output report.pdf'),
    )
    .action((kind, which, options) => report(root, kind, which, options))
}

async function report(root: string, kind: Kind, which: YearMonth, options: Options): Promise<void> {
  const format = options.json ? 'json' : options.format
  const { output } = options
  const isFile = format === 'pdf' || format === 'docx'
  if (isFile && output === undefined && process.stdout.isTTY)
    throw new Failure(`a ${format.toUpperCase()} is not text for a terminal; name a file with --output report.${format}`, 2)
  const made = await withApp<string | Uint8Array>(root, async (app) => {
    const told = await (kind === 'change-status' ? changeStatusTold(app, which, options) : paperTold(app, kind, which, options))
    if (format === 'json') return `${JSON.stringify(told.json, null, 2)}\n`
    return isFile
      ? paperFile(format, told.paper(granted(readConfig(process.env, root)).signIn.url), paperFiles(root))
      : `${told.text.trimEnd()}\n`
  })
  if (output !== undefined) written(output, made)
  else process.stdout.write(made)
}

/** A paper in each of its forms; a file has the addresses of where the site is, so that it is the one that the site gives. */
type Told = { readonly text: string; readonly json: unknown; readonly paper: (url: string) => Paper }

async function changeStatusTold(app: App, which: YearMonth, options: Options): Promise<Told> {
  const { asked, paths } = await askedOf(app, which, options)
  const model = granted(reportOf(asked))
  const texts = await textsOf(model, app.text)
  return {
    text: changeStatusText(model, texts),
    json: changeStatusJson(model, texts),
    paper: (url) => changeStatusPaper(model, texts, reportLinks(paths, which, url)),
  }
}

async function paperTold(app: App, kind: PaperKind, which: YearMonth, options: Options): Promise<Told> {
  const { asked, paths } = await askedOf(app, which, options)
  const made = granted(papers[kind].make(asked))
  const texts = new Map(await Promise.all(made.texts.map(async (id) => [id, await app.text(id)] as const)))
  const paper = (url: string) => made.paper((id) => texts.get(id), reportLinks(paths, which, url))
  return { text: paperText(paper('')), json: { ...made.json, texts: Object.fromEntries(texts) }, paper }
}

async function askedOf(app: App, month: YearMonth, options: Options) {
  const answer = granted(await app.ask(options))
  const paths = pathsAt({ asof: options.asof, known: options.known }, grammar, answer.register)
  return { asked: { registerOn: answer.registerOn, month, asOf: answer.asof, grammar }, paths }
}

function written(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content)
  } catch (error) {
    throw new Failure(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}); name a file in a folder that is there`)
  }
}
