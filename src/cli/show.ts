import type { Command } from 'commander'
import { grammar } from '../../codes/sec/pack/grammar.ts'
import type { Answer, App } from '../app/app.ts'
import { dated, longDay } from '../domain/calendar/format.ts'
import type { Entry } from '../domain/entry.ts'
import { parseReference } from '../domain/modification/reference.ts'
import { nameOf } from '../domain/names.ts'
import { type Found, find } from '../domain/register.ts'
import { standingInFull, wordsOf } from '../report/words/code-words.ts'
import { sentenceOf } from '../report/words/event-sentence.ts'
import { namesIn } from '../report/words/sentence-names.ts'
import { sinceText } from '../report/words/since.ts'
import { referenceIn } from '../web/paths.ts'
import { nearMatches } from '../web/search.ts'
import { example, readsRegister } from './arguments.ts'
import { Failure } from './failure.ts'
import { answer, type Reading, type Told } from './session.ts'
import { filled, table } from './table.ts'

/** `codicil show REF`: one modification, with its history and the source of each entry. */
export function showCommand(program: Command, root: string): void {
  readsRegister(program.command('show').description('one modification, with its history and sources'))
    .argument('<reference>', 'in any spelling: MP076, secmp53, "dp 84"')
    .addHelpText('after', example('show secmp7 --asof 2019-09-30', 'show MP076 --json'))
    .action((reference, options) => show(root, reference, options))
}

function show(root: string, reference: string, options: Reading): Promise<void> {
  const id = parseReference(grammar, reference)
  if (!id) throw new Failure(`“${reference}” is not a reference; give one like MP076, SECMP0007 or DP085`)
  return answer(root, options, (asked, app) => {
    const found = find(asked.register, 'modification', id)
    if (!found) throw new Failure(unknown(asked, reference, id))
    if (found.state.unidentified) throw new Failure(`a source counts ${reference} and does not name it; codicil list shows all`)
    return tell(asked, found, app)
  })
}

function unknown({ register, asof }: Answer, reference: string, id: string): string {
  const near = Number.isNaN(Number.parseInt(id, 10))
    ? []
    : nearMatches(register, grammar, reference, 3).map(({ id }) => referenceIn(register, grammar, id))
  return `nothing is known of ${reference} as at ${longDay(asof)}; ${near.length > 0 ? `the nearest are ${near.join(', ')}, and ` : ''}codicil list shows all`
}

async function tell({ register, asof }: Answer, found: Found<'modification'>, app: App): Promise<Told> {
  const { state, history } = found
  const names = namesIn(register, grammar)
  const reference = referenceIn(register, grammar, found.id)
  const entries = history.map((entry) => ({ entry, what: sentenceOf(entry, names) }))
  const issue = state.issue ? await app.text(state.issue.value) : undefined
  const untold = 'not told by any source'
  const head = [
    ['Stands', `${standingInFull(wordsOf(register), state.standing.value)}, ${sinceText(found, state.standing)}`],
    ['Proposer', state.proposer ? nameOf(register, state.proposer.value) : untold],
    ['Affects', state.parties ? state.parties.value.join(', ') || 'no Parties' : untold],
    ['Changes', state.documents ? state.documents.value.join(', ') || 'no documents' : untold],
  ]
  const text = [
    filled(`${reference} ${state.title?.value ?? '(no source gives its title)'}`, 0),
    table(head),
    ...(issue ? issue.split(/\n+/).map((paragraph) => filled(paragraph, 0)) : []),
    timeline(entries),
  ]
  return {
    text: text.join('\n\n'),
    json: {
      reference,
      asof,
      known: register.seen,
      ...state,
      issueText: issue ?? null,
      entries: entries.map(({ entry, what }) => ({
        place: entry.place,
        on: entry.on,
        what,
        source: entry.source ?? null,
        recordedOn: entry.recordedOn,
      })),
    },
  }
}

/** What happened, each with the number of its source; the sources below. */
function timeline(entries: readonly { readonly entry: Entry; readonly what: string }[]): string {
  const sources = [...new Set(entries.flatMap(({ entry }) => entry.source?.title ?? []))]
  const lines = entries.map(({ entry, what }) => [
    dated(entry.on),
    entry.source ? `${what} [${sources.indexOf(entry.source.title) + 1}]` : what,
  ])
  return [table(lines), ...(sources.length > 0 ? [table(sources.map((title, index) => [`[${index + 1}]`, title]))] : [])].join('\n\n')
}
