import { cpSync } from 'node:fs'
import { inject } from 'vitest'

/** Puts a demo of its own, as it is first opened, into a directory. */
export const copyDemo = (directory: string): void => cpSync(inject('demo'), directory, { recursive: true })
