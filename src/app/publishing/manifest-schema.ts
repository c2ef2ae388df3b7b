import { z } from 'zod'
import { classifications } from '../../domain/entry.ts'
import * as plain from '../importing/field-schemas.ts'

/** What of a manifest is read: a file may carry anything. A page carries it without its figures. */
export const manifestSchema = z.looseObject({
  format: z.literal('codicil-manifest/1'),
  code: z.string(),
  paper: plain.subject('publication'),
  month: plain.month,
  classification: z.enum(classifications),
  known: plain.count(1),
  root: z.string(),
  asOf: plain.day,
  at: plain.moment,
  address: z.string(),
  figures: z.array(
    z.looseObject({ id: z.string(), v: z.number(), value: z.union([z.number(), z.literal('unknown')]), members: z.array(z.unknown()) }),
  ),
})

export const pageManifestSchema = manifestSchema.omit({ figures: true })
