import { createReadStream } from 'node:fs'
import type { Command } from 'commander'
import { LARGEST_BOUNCE } from '../app/notices/bounces/delivery-status.ts'
import { isRefused } from '../domain/refusal.ts'
import { LogError } from '../log/log-error.ts'
import { example } from './arguments.ts'
import { complain, Failure } from './failure.ts'
import { withLog } from './session.ts'

/** What a mail server understands of a program to which it pipes a mail (sysexits.h): after `tryAgain` it tries again. */
const exits = { usage: 64, data: 65, noInput: 66, tryAgain: 75, config: 78 } as const

/** `codicil mail bounced [FILE]`: takes what a mail server sent back, piped by its alias. */
export function mailCommand(program: Command, root: string): void {
  const mail = program.command('mail').description('what comes back of the mail that was sent')
  mail
    .command('bounced')
    .description('record that a mail came back: reads the notification of a mail server (RFC 3464), and nothing else')
    .argument('[file]', 'the notification as it came; without it, standard input')
    .addHelpText('after', example('mail bounced returned.eml'))
    .addHelpText(
      'after',
      `
As the alias of a mail server: bounces: "|/srv/codicil/codicil mail bounced"
Exit codes (sysexits.h): 0 recorded, or nothing to record; 64 wrong use; 65 no such notification, or of nothing that was sent; 66 no such
file; 75 the log cannot be written now, try again; 78 what is set for it cannot be read.`,
    )
    .exitOverride((error) => {
      throw Object.assign(error, { exitCode: error.exitCode === 0 ? 0 : exits.usage })
    })
    .action((file: string | undefined) => bounced(root, file))
}

async function bounced(root: string, file: string | undefined): Promise<void> {
  const bytes = await contentOf(file)
  if (!bytes) return ended(`${file ?? 'standard input'} cannot be read; name a file that is there, or pipe the mail`, exits.noInput)
  try {
    await withLog(root, async (app) => {
      await app.present()
      const taken = await app.telling().takeBounce(bytes)
      if (isRefused(taken)) ended(taken.refused, exits.data)
      else process.stdout.write(`${taken.says}\n`)
    })
  } catch (error) {
    if (error instanceof LogError) ended(error.message, exits.tryAgain)
    else if (error instanceof Failure) ended(error.message, exits.config)
    else throw error
  }
}

function ended(line: string, exitCode: number): void {
  complain(line)
  process.exitCode = exitCode
}

/** No more than tells that it is too large; undefined where the file cannot be read. */
async function contentOf(file: string | undefined): Promise<Uint8Array | undefined> {
  const parts: Buffer[] = []
  let length = 0
  try {
    for await (const part of file === undefined ? process.stdin : createReadStream(file)) {
      parts.push(part as Buffer)
      length += (part as Buffer).length
      if (length > LARGEST_BOUNCE) break
    }
  } catch {
    return undefined
  }
  return Buffer.concat(parts)
}
