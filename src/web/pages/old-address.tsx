import { idOf, kindOf } from '../../domain/entry.ts'
import { type ModificationId, parseReference } from '../../domain/modification/reference.ts'
import { find, type Register, subjectAt } from '../../domain/register.ts'
import type { PageContext } from '../context.ts'
import { referenceIn } from '../paths.ts'
import { notFound, refusedPage } from './problem.tsx'

/**
 * Spellings of a reference without the code ('/MP076', '/secmp53', '/SECMP0046/'), and the addresses of the site before this one
 * ('/modifications/<slug>/', '/download/16993/'): each leads to its page, with the query kept. An address is looked for in the register
 * of today: it is an address whatever day is asked.
 */
export async function oldAddress(context: PageContext) {
  const { site } = context.var
  const { register } = await site.app.present()
  const path = readable(context.req.path)
  const target = ofReference(context, register, path) ?? ofAddress(context, register, path)
  if (target !== undefined) return context.redirect(withQuery(context, target), 302)
  const spelled = parseReference(site.grammar, lastSegment(path))
  if (spelled === undefined || segments(path).length > 2) return notFound(context, site)
  const remedy = 'Look for it in the register by its title, or by another number.'
  return refusedPage(context, site, 404, `There is no modification ${lastSegment(path)} in this register`, remedy)
}

/** `/MP076` or `/sec/MP076/`, of a modification that the register knows and names. */
function ofReference({ var: { site } }: PageContext, register: Register, path: string): string | undefined {
  const [first, second, ...more] = segments(path)
  if (first === undefined || more.length > 0 || (second !== undefined && first.toLowerCase() !== 'sec')) return undefined
  const id = parseReference(site.grammar, second ?? first)
  return id === undefined ? undefined : pageOf(site.grammar, register, id)
}

function pageOf(grammar: PageContext['var']['site']['grammar'], register: Register, id: ModificationId): string | undefined {
  const found = find(register, 'modification', id)
  return found && !found.state.unidentified ? `/sec/${referenceIn(register, grammar, id)}` : undefined
}

/** A path as it was published, with or without its last slash, and with or without the code before it. */
function ofAddress({ var: { site } }: PageContext, register: Register, path: string): string | undefined {
  const bare = `/${segments(path).join('/')}`
  const published = bare.replace(/^\/sec(?=\/)/, '')
  for (const spelling of [bare, `${bare}/`, published, `${published}/`]) {
    const found = subjectAt(register, spelling)
    if (!found) continue
    if (kindOf(found.subject) === 'modification') return pageOf(site.grammar, register, idOf(found.subject) as ModificationId)
    return `/sec/releases/${idOf(found.subject)}#entry-${found.place}`
  }
  return undefined
}

/** The query goes before the fragment. */
function withQuery(context: PageContext, target: string): string {
  const [path, fragment] = target.split('#')
  const { search } = new URL(context.req.url)
  return `${path}${search}${fragment === undefined ? '' : `#${fragment}`}`
}

const segments = (path: string): readonly string[] => path.split('/').filter((segment) => segment !== '')
const lastSegment = (path: string): string => segments(path).at(-1) ?? ''

/** The path as a person would type it; as it came where it cannot be decoded. */
function readable(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
