import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Principal } from '../domain/access.ts'
import type { TextId } from '../domain/entry.ts'
import type { WhenMisfit } from '../domain/importing/decide-import.ts'
import type { Verdict } from '../domain/refusal.ts'
import { commitText } from '../log/commitment.ts'
import type { App } from './app.ts'
import type { FactFile } from './importing/fact-file.ts'
import { withTexts } from './importing/texts.ts'
import { overtaken, type Performed } from './perform.ts'

export type HowToImport = { readonly principal: Principal; readonly whenMisfit: WhenMisfit; readonly dryRun?: boolean }

/** Imports one source as one set. The same again does nothing, also at once by two processes; changed content refills its place. */
export async function importFile(app: App, file: FactFile, how: HowToImport): Promise<Verdict<Performed>> {
  for (;;) {
    const performed = await importOnce(app, file, how)
    if (performed !== overtaken) return performed
  }
}

/** Overtaken where another import took one of these facts meanwhile: its texts would get a second commitment. */
async function importOnce(app: App, file: FactFile, how: HowToImport): Promise<Verdict<Performed>> {
  await app.present()
  const before = file.facts.map(({ fact }) => app.live.facts.get(fact))
  const { facts, texts } = await withTexts(file.facts, (fact) => app.live.facts.get(fact), app.log.text, commitText, bytesIn(app))
  return app.perform({
    principal: how.principal,
    command: { type: 'ImportFacts', facts, whenMisfit: how.whenMisfit },
    key: `import ${file.source.id} ${createHash('sha256')
      .update(canonicalize(facts) ?? '')
      .digest('hex')} at ${app.live.entries.length}`,
    texts,
    stillHolds: () => file.facts.every(({ fact }, index) => app.live.facts.get(fact) === before[index]),
    ...(how.dryRun ? { dryRun: true } : {}),
  })
}

const bytesIn =
  ({ log }: App) =>
  async (id: TextId) =>
    (await log.saltedText(id))?.bytes
