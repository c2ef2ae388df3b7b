import type { Judged } from '../claim.ts'

export const holds = (detail: string): Judged => ({ verdict: 'holds', detail })
export const contradicted = (detail: string, certainty?: 'likely' | 'possible'): Judged => ({
  verdict: 'contradicted',
  detail,
  ...(certainty ? { certainty } : {}),
})
export const notSupported = (detail: string): Judged => ({ verdict: 'not supported', detail })
