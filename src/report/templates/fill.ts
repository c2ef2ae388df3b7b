import type { FieldTree } from './fields.ts'
import type { Data } from './modification-data.ts'

/** What stands where a template asks for what the register does not tell. */
const NOT_KNOWN = 'not known'

type Part = { readonly type?: string; readonly module?: string; readonly value?: string; readonly subparsed?: readonly Part[] }

async function opened(template: Uint8Array, more: object = {}) {
  const [{ default: Docxtemplater }, { default: PizZip }] = await Promise.all([import('docxtemplater'), import('pizzip')])
  const options = { paragraphLoop: true, linebreaks: true, errorLogging: false, nullGetter: nullGetter as never, ...more }
  return new Docxtemplater(new PizZip(template), options)
}

const nullGetter = ({ module }: Part): string => (module === undefined ? NOT_KNOWN : '')

/** A template with its fields filled in. Throws for one that `templateProblems` refuses. */
export async function filled(template: Uint8Array, data: Data): Promise<Uint8Array> {
  const document = await opened(template)
  document.render(data)
  return document.toUint8Array()
}

/** What is wrong with a template, a line each: a field that is not known here, and what cannot be read. */
export async function templateProblems(template: Uint8Array, fields: FieldTree): Promise<readonly string[]> {
  const parts: Part[] = []
  // A module of its own: what the library has for it asks for a package that it does not bring.
  const inspector = { name: 'CodicilFields', set: ({ inspect }: Inspected) => void parts.push(...(inspect?.postparsed ?? [])) }
  try {
    await opened(template, { modules: [inspector] })
  } catch (error) {
    return faultsOf(error)
  }
  return [...new Set(unknownIn(placeholders(parts), fields, [fields]))]
}

type Inspected = { readonly inspect?: { readonly postparsed?: readonly Part[] } }

/** What is to be filled, without the text around it. */
const placeholders = (parts: readonly Part[]): readonly Part[] =>
  parts
    .filter(({ type }) => type === 'placeholder')
    .map(({ subparsed, ...part }) => (subparsed === undefined ? part : { ...part, subparsed: placeholders(subparsed) }))

/** Where a list is, its own fields are known, and those around it. */
function unknownIn(parts: readonly Part[], known: FieldTree, around: readonly FieldTree[]): readonly string[] {
  return parts.flatMap(({ value = '', module, subparsed }) => {
    const field = around.findLast((each) => Object.hasOwn(each, value))?.[value]
    if (field === undefined) return [`there is no field {${value}}; fields here are ${Object.keys(known).join(', ')}`]
    const isList = typeof field === 'object'
    if (module === 'rawxml') return [`{@${value}} would put in what is not text: write {${value}}`]
    if (subparsed === undefined) return isList ? [`{${value}} is a list: write {#${value}} … {/${value}} around its fields`] : []
    return unknownIn(subparsed, isList ? field : known, isList ? [...around, field] : around)
  })
}

type Fault = { readonly message?: string; readonly properties?: { readonly explanation?: string; readonly errors?: readonly Fault[] } }

function faultsOf(error: unknown): readonly string[] {
  const { message = 'it cannot be read', properties } = error as Fault
  if (properties?.errors && properties.errors.length > 0) return properties.errors.flatMap(faultsOf)
  return [properties?.explanation ?? message]
}
