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
import { paperFiles } from '../report/paper/pdf.ts'
import { pathsAt } from '../web/paths.ts'
import { reportLinks } from '../web/report-links.ts'
import { example, month, oneOf, readsRegister } from './arguments.ts'
import { Failure, granted } from './failure.ts'
import { type Reading, withApp } from './session.ts'

type Options = Reading & { readonly format: 'text' | 'json' | PaperForm; readonly output?: string }

/** `codicil report change-status MONTH`: the monthly paper, from the register as asked. */
export function reportCommand(program: Command, root: string): void {
  readsRegister(program.command('report').description('a monthly paper, drawn from the register'))
    .argument('<kind>', 'change-status', oneOf(['change-status'], 'a report'))
    .argument('<month>', 'a month like 2019-10', month)
    .option('--format <format>', 'text, json, pdf or docx', oneOf(['text', 'json', 'pdf', 'docx'], 'a format'), 'text')
    .option('--output <file>', 'write it there; a PDF or DOCX is never written to a terminal')
    .addHelpText(
      'after',
      example('report change-status 2019-10 --format text', 'report change-status 2019-10 --format pdf --output report.pdf'),
    )
    .action((_kind, which, options) => report(root, which, options))
}

async function report(root: string, which: YearMonth, options: Options): Promise<void> {
  const format = options.json ? 'json' : options.format
  const { output } = options
  const isFile = format === 'pdf' || format === 'docx'
  if (isFile && output === undefined && process.stdout.isTTY)
    throw new Failure(`a ${format.toUpperCase()} is not text for a terminal; name a file with --output report.${format}`, 2)
  const made = await withApp<string | Uint8Array>(root, (app) =>
    isFile ? file(app, root, which, format, options) : words(app, which, format, options),
  )
  if (output !== undefined) written(output, made)
  else process.stdout.write(made)
}

async function modelOf(app: App, which: YearMonth, options: Options) {
  const asked = granted(await app.ask(options))
  const model = granted(reportOf({ registerOn: asked.registerOn, month: which, asOf: asked.asof, grammar }))
  return { asked, model, texts: await textsOf(model, app.text) }
}

async function words(app: App, which: YearMonth, format: 'text' | 'json', options: Options): Promise<string> {
  const { model, texts } = await modelOf(app, which, options)
  return format === 'json'
    ? `${JSON.stringify(changeStatusJson(model, texts), null, 2)}\n`
    : `${changeStatusText(model, texts).trimEnd()}\n`
}

/** The same file that the site gives, for the same question: it links to where the site is. */
async function file(app: App, root: string, which: YearMonth, form: PaperForm, options: Options): Promise<Uint8Array> {
  const { asked, model, texts } = await modelOf(app, which, options)
  const { url } = granted(readConfig(process.env, root)).signIn
  const paths = pathsAt({ asof: options.asof, known: options.known }, grammar, asked.register)
  return paperFile(form, changeStatusPaper(model, texts, reportLinks(paths, which, url)), paperFiles(root))
}

function written(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content)
  } catch (error) {
    throw new Failure(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}); name a file in a folder that is there`)
  }
}
