import type { PublicationKind } from '../domain/publication/kinds.ts'
import { assessmentUpdateSource } from './assessment-update/source.ts'
import { changeStatusSource } from './change-status/source.ts'
import { kpiReturnSource } from './kpi-return/source.ts'
import type { PaperSource } from './paper-source.ts'
import { registerExtractSource } from './register-extract/source.ts'

/** Every paper that is made here, by its name in addresses. */
export const papers: Readonly<Record<PublicationKind, PaperSource>> = {
  'change-status': changeStatusSource,
  'assessment-update': assessmentUpdateSource,
  'register-extract': registerExtractSource,
  'kpi-return': kpiReturnSource,
}
