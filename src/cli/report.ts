import type { Command } from 'commander'
import { grammar } from '../../codes/sec/pack/grammar.ts'
import type { YearMonth } from '../domain/calendar/calendar-date.ts'
import { changeStatusJson } from '../report/change-status/json.ts'
import { reportOf } from '../report/change-status/report-of.ts'
import { changeStatusText } from '../report/change-status/text.ts'
import { textsOf } from '../report/change-status/texts.ts'
import { example, month, oneOf, readsRegister } from './arguments.ts'
import { granted } from './failure.ts'
import { answer, type Reading } from './session.ts'

type Options = Reading & { readonly format: 'text' | 'json' }

/** `codicil report change-status MONTH`: the monthly paper, from the register as asked. */
export function reportCommand(program: Command, root: string): void {
  readsRegister(program.command('report').description('a monthly paper, drawn from the register'))
    .argument('<kind>', 'change-status', oneOf(['change-status'], 'a report'))
    .argument('<month>', 'a month like 2019-10', month)
    .option('--format <format>', 'text or json', oneOf(['text', 'json'], 'a format'), 'text')
    .addHelpText('after', example('report change-status 2019-10 --format text'))
    .action((_kind, which, options) => report(root, which, options))
}

function report(root: string, which: YearMonth, options: Options): Promise<void> {
  const asJson = options.json === true || options.format === 'json'
  return answer(root, { ...options, json: asJson }, async ({ registerOn, asof }, app) => {
    const model = granted(reportOf({ registerOn, month: which, asOf: asof, grammar }))
    const texts = await textsOf(model, app.text)
    return { text: changeStatusText(model, texts), json: changeStatusJson(model, texts) }
  })
}
