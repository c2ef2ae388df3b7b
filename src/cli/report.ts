import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { grammar } from '../../codes/sec/pack/grammar.ts'
import type { App } from '../app/app.ts'
import { readConfig } from '../app/config.ts'
import { textsRead } from '../app/publishing/draw.ts'
import { type PaperOf, type PublicationKind, publicationKinds } from '../domain/publication/kinds.ts'
import type { Links } from '../report/change-status/rendering.ts'
import { type PaperForm, paperFile } from '../report/paper/made.ts'
import { paperFiles } from '../report/paper/pdf.ts'
import { paperText } from '../report/paper/text.ts'
import { papers } from '../report/papers.ts'
import { pathsAt } from '../web/paths.ts'
import { reportLinks } from '../web/report-links.ts'
import { example, oneOf, period, readsRegister } from './arguments.ts'
import { Failure, granted } from './failure.ts'
import { type Reading, withApp } from './session.ts'

type Options = Reading & { readonly format: 'text' | 'json' | PaperForm; readonly output?: string }

/** `codicil report change-status MONTH`: the monthly paper, from the register as asked. */
export function reportCommand(program: Command, root: string): void {
  readsRegister(program.command('report').description('a monthly paper, drawn from the register'))
    .argument('<kind>', publicationKinds.join(' or '), oneOf(publicationKinds, 'a report'))
    .argument('<month>', 'a month like 2019-10, of the KPI return also a quarter like 2019-q4')
    .option('--format <format>', 'text, json, pdf or docx', oneOf(['text', 'json', 'pdf', 'docx'], 'a format'), 'text')
    .option('--output <file>', 'write it there; a PDF or DOCX is never written to a terminal')
    .addHelpText(
      'after',
      example('report change-status 2019-10 --format text', 'report change-status 2019-10 --format pdf --output report.pdf'),
    )
    .action((kind, which, options) => report(root, kind, which, options))
}

async function report(root: string, kind: PublicationKind, asked: string, options: Options): Promise<void> {
  const month = period(kind, asked)
  const format = options.json ? 'json' : options.format
  const { output } = options
  const isFile = format === 'pdf' || format === 'docx'
  if (isFile && output === undefined && process.stdout.isTTY)
    throw new Failure(`a ${format.toUpperCase()} is not text for a terminal; name a file with --output report.${format}`, 2)
  const made = await withApp<string | Uint8Array>(root, async (app) => {
    const paper = await told(app, { kind, month }, options)
    if (format === 'json') return `${JSON.stringify(paper.json(), null, 2)}\n`
    return isFile
      ? paperFile(format, paper.paper(granted(readConfig(process.env, root)).signIn.url), paperFiles(root))
      : `${paper.text().trimEnd()}\n`
  })
  if (output !== undefined) written(output, made)
  else process.stdout.write(made)
}

/** A paper in each of its forms; a file has the addresses of where the site is, so that it is the one that the site gives. */
async function told(app: App, of: PaperOf, options: Options) {
  const answer = granted(await app.ask(options))
  const paths = pathsAt({ asof: options.asof, known: options.known }, grammar, answer.register)
  const made = granted(papers[of.kind].make({ registerOn: answer.registerOn, month: of.month, asOf: answer.asof, grammar }))
  const texts = await textsRead(made, app.text)
  return {
    text: () => paperText(made.paper(texts, nowhere)),
    json: () => made.json(texts),
    paper: (url: string) => made.paper(texts, reportLinks(paths, of, url)),
  }
}

/** On a terminal nothing is a link. */
const nowhere: Links = { subject: () => undefined, register: '' }

function written(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content)
  } catch (error) {
    throw new Failure(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}); name a file in a folder that is there`)
  }
}
