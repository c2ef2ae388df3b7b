import type { Command } from 'commander'
import { grammar } from '../../codes/sec/pack/grammar.ts'
import type { Answer } from '../app/app.ts'
import { dated, longDay } from '../domain/calendar/format.ts'
import { all, type Found, scopeOf } from '../domain/register.ts'
import { releaseDateInFull, standingText } from '../report/words/release-date.ts'
import { referenceIn } from '../web/paths.ts'
import { example, readsRegister } from './arguments.ts'
import { answer, type Told } from './session.ts'
import { filled } from './table.ts'

/** `codicil releases`: each release with its date, its scope and the requests for another date. */
export function releasesCommand(program: Command, root: string): void {
  readsRegister(program.command('releases').description('releases with their dates and scope'))
    .addHelpText('after', example('releases --asof 2019-10-04'))
    .action((options) => answer(root, options, tell))
}

function tell(asked: Answer): Told {
  const found = all(asked.register, 'release')
  return {
    text: found.map((release) => text(asked, release)).join('\n\n') || 'No release is known.',
    json: { asof: asked.asof, known: asked.register.seen, releases: found.map((release) => row(asked, release)) },
  }
}

function text({ register, asof }: Answer, release: Found<'release'>): string {
  const { id, state, subject } = release
  const scope = scopeOf(register, subject).map((found) => referenceIn(register, grammar, found.id))
  const changes = Object.values(state.dateChanges).map(
    ({ requested, decided }) =>
      `Asked on ${dated(requested.on)} for ${longDay(requested.value.to)}: ${decided ? `${decided.value.outcome} on ${dated(decided.on)}` : 'not decided'}`,
  )
  const lines = [
    state.implemented ? standingText(state, asof) : `Date: ${releaseDateInFull(state.date.value)}. ${standingText(state, asof)}`,
    ...changes,
    scope.length === 0 ? 'No modification is in its scope' : `${scope.length} in its scope: ${scope.join(', ')}`,
  ]
  return [`${state.name} (${id})`, ...lines.map((line) => `  ${filled(line, 2)}`)].join('\n')
}

function row({ register }: Answer, { id, subject, state }: Found<'release'>) {
  return {
    id,
    name: state.name,
    kind: state.releaseKind,
    date: state.date.value,
    implemented: state.implemented?.on ?? null,
    dateChanges: Object.entries(state.dateChanges).map(([request, { requested, decided }]) => ({
      request,
      asked: requested.on,
      to: requested.value.to,
      outcome: decided?.value.outcome ?? null,
      decided: decided?.on ?? null,
    })),
    scope: scopeOf(register, subject).map((found) => referenceIn(register, grammar, found.id)),
  }
}
