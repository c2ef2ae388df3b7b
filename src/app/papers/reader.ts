// Reads papers that anybody sends: a program of its own in a thread of its own, so that a file that takes long holds nobody up.
import { parentPort } from 'node:worker_threads'
import { readPaper } from './read-paper.ts'

export type ReadingTask = { readonly name: string; readonly bytes: Uint8Array }

parentPort?.on('message', async ({ name, bytes }: ReadingTask) => {
  parentPort?.postMessage(await readPaper(name, bytes))
})
