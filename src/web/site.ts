import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { grammar } from '../../codes/sec/pack/grammar.ts'
import type { App } from '../app/app.ts'
import type { Asset, SiteParts } from './context.ts'

/** What every request shares: the app, the grammar of references, and the style sheet as built. */
export function readSite(app: App, root: string): SiteParts {
  return { app, root, grammar, styles: styleSheet(join(root, 'dist/assets/site.css')) }
}

/** Named by its content, so that a browser may keep it for good. Throws where the build left none. */
function styleSheet(path: string): Asset {
  const body = readFileSync(path, 'utf8')
  return { path: `/assets/site-${createHash('sha256').update(body).digest('hex').slice(0, 12)}.css`, body, type: 'text/css; charset=utf-8' }
}
