import { createHash } from 'node:crypto'
import type { Principal } from '../../domain/access.ts'
import type { Act } from '../../domain/acting/acts.ts'
import type { WhenUnfit } from '../../domain/acting/decide-acts.ts'
import { type FileId, idOf, type TextId } from '../../domain/entry.ts'
import { everything } from '../../domain/reader.ts'
import { isRefused, type Verdict } from '../../domain/refusal.ts'
import { find } from '../../domain/register.ts'
import { commitFile, commitText } from '../../log/commitment.ts'
import type { SaltedText } from '../../log/log.ts'
import type { App } from '../app.ts'
import { templateFault } from '../files/template-fault.ts'
import type { Performed } from '../perform.ts'
import type { PlainAct } from './read-act.ts'
import { maySend } from './signed-off.ts'

/** What was recorded, or would be, with the texts that it names, in clear. */
export type RecordedActs = Performed & { readonly texts: ReadonlyMap<TextId, string> }

export type HowToRecord = {
  readonly principal: Principal
  /** The idempotency key: the same acts under the same key are recorded once. */
  readonly key: string
  readonly whenUnfit?: WhenUnfit
  readonly dryRun?: boolean
  /** A response that waits to be signed off is looked at as it would be sent. */
  readonly unsigned?: boolean
}

/** What recording needs: the door, and what is drawn for it. */
type Recording = Pick<App, 'perform' | 'present' | 'drawNow' | 'people'>

/** Records acts as one set, through the door. Their texts are committed to with fresh salts, and kept beside the log. */
export async function recordActs(
  app: Recording,
  acts: readonly PlainAct[],
  { principal, key, whenUnfit = 'refuse', dryRun, unsigned }: HowToRecord,
): Promise<Verdict<RecordedActs>> {
  for (const act of acts) {
    const may = dryRun && unsigned ? true : await maySend(app, act, principal)
    if (isRefused(may)) return may
  }
  for (const act of acts) {
    const fault = await templateFault(act)
    if (fault) return fault
  }
  const texts: SaltedText[] = []
  const kept = <T extends SaltedText>(salted: T): T['id'] => {
    texts.push(salted)
    return salted.id
  }
  const commit: Commit = {
    text: (text) => kept(commitText(text)),
    file: (base64) => kept(commitFile(Buffer.from(base64, 'base64'))),
  }
  const committed: Act[] = []
  for (const act of acts.map((each) => withCommitments(each, commit))) {
    const completed = await withDrawing(app, act)
    if (isRefused(completed)) return completed
    committed.push(completed)
  }
  const performed = await app.perform({
    principal,
    command: { type: 'RecordActs', acts: committed, whenUnfit },
    request: { type: 'RecordActs', acts: acts.map(withDigests), whenUnfit },
    key,
    texts,
    ...(dryRun ? { dryRun: true } : {}),
  })
  if (isRefused(performed)) return performed
  return { ...performed, texts: new Map(texts.map(({ id, bytes }) => [id, Buffer.from(bytes).toString('utf8')])) }
}

/** A report that is to be published is drawn here, whoever asks and however: nobody sends us its figures. */
async function withDrawing(app: Recording, act: Act): Promise<Verdict<Act>> {
  if (act.act !== 'PublishReport') return act
  const publication = find((await app.present(everything)).register, 'publication', idOf(act.subject))?.state
  // What cannot be published is refused by its rule, with the clause.
  if (!publication?.approved || publication.published) return act
  const drawing = await app.drawNow(act.subject)
  return isRefused(drawing) ? drawing : { ...act, drawing }
}

/** The same for the key: a file by its digest, so that megabytes are not made canonical. */
const withDigests = (act: PlainAct): unknown =>
  replaced(act, { text: (text) => ({ text }), file: (base64) => createHash('sha256').update(base64).digest('hex') })

/** What becomes of a text, and of the bytes of a file. */
export type Commit = { readonly text: (text: string) => TextId; readonly file: (base64: string) => FileId }

/** The act with each of its texts and files replaced by what `commit` makes of it, wherever it lies. */
export const withCommitments = (act: PlainAct, commit: Commit): Act => replaced(act, commit) as Act

function replaced(value: unknown, commit: Readonly<Record<keyof Commit, (clear: string) => unknown>>): unknown {
  if (Array.isArray(value)) return value.map((each) => replaced(each, commit))
  if (typeof value !== 'object' || value === null) return value
  if ('text' in value && typeof value.text === 'string' && Object.keys(value).length === 1) return commit.text(value.text)
  if ('base64' in value && typeof value.base64 === 'string' && Object.keys(value).length === 1) return commit.file(value.base64)
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, commit)]))
}
