import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compareText } from '../../domain/calendar/moment.ts'
import { lastVersion } from '../../domain/document/documents-about.ts'
import { all, type Register } from '../../domain/register.ts'
import type { TemplateId } from '../../report/templates/kinds.ts'
import type { App } from '../app.ts'

/** The template of a paper: the last that was attached for it, as far as the register's reader sees it; else the one of the pack. */
export async function templateOf({ bytes }: Pick<App, 'bytes'>, root: string, register: Register, id: TemplateId): Promise<Uint8Array> {
  const own = all(register, 'document')
    .map(({ state }) => lastVersion(state))
    .filter(({ value }) => value.documentKind === 'template' && value.part === id)
    .toSorted((a, b) => compareText(a.on.to, b.on.to) || a.place - b.place)
    .at(-1)
  const kept = own && (await bytes(own.value.bytes))
  return kept ?? readFile(join(root, 'codes/sec/pack/templates', `${id}.docx`))
}
