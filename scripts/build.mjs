// Builds dist/ from src/: the server, the CLI, the threads that bind PDFs and read papers, the style sheet and the other static files. `npm run build`.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { compile } from 'sass'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const assets = join(root, 'src/web/assets')
const programs = {
  server: 'src/main.ts',
  cli: 'src/cli/main.ts',
  binder: 'src/report/meeting/binder.ts',
  reader: 'src/app/papers/reader.ts',
}
const startedAt = new Date()

const missing = Object.values(programs).filter((path) => !existsSync(join(root, path)))
if (missing.length > 0) {
  console.error(`build: ${missing.join(' and ')} not found; a build needs all programs.`)
  process.exit(1)
}

try {
  // All of it in memory first: what does not build leaves dist/ as it was.
  const { outputFiles } = await bundlePrograms()
  const css = compileStyles()
  writeStaticFiles(css)
  for (const { path, contents } of outputFiles) replace(path, contents)
  // As old as the start: a source saved while we built is newer, and the next ensure sees it.
  writeFileSync(join(dist, '.built'), '')
  utimesSync(join(dist, '.built'), startedAt, startedAt)
} catch (error) {
  // esbuild has already printed where it failed; sass has not.
  if (!Array.isArray(error.errors)) console.error(error.message)
  console.error('build: failed.')
  process.exitCode = 1
}

function bundlePrograms() {
  return build({
    absWorkingDir: root,
    entryPoints: programs,
    outdir: dist,
    write: false,
    bundle: true,
    packages: 'bundle',
    // What draws papers is large, partly machine code, and asked for with the first paper: from node_modules, then.
    external: [
      '@myriaddreamin/typst-ts-node-compiler',
      '@observablehq/plot',
      '@resvg/resvg-js',
      'docx',
      'linkedom',
      'mammoth',
      'unpdf',
      '@cantoo/pdf-lib',
      'fflate',
      'docxtemplater',
      'pizzip',
    ],
    format: 'esm',
    platform: 'node',
    target: 'node26',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: true,
    // Some packages are CommonJS inside and ask for Node's modules with require, which an ES module lacks.
    banner: { js: "import { createRequire as nodeRequire } from 'node:module';const require = nodeRequire(import.meta.url);" },
    logLevel: 'warning',
  })
}

function compileStyles() {
  const { css } = compile(join(assets, 'site.scss'), { style: 'compressed', loadPaths: [join(root, 'node_modules')], quietDeps: true })
  return css
}

function writeStaticFiles(css) {
  rmSync(join(dist, 'assets'), { recursive: true, force: true })
  mkdirSync(join(dist, 'assets'), { recursive: true })
  cpSync(assets, join(dist, 'assets'), { recursive: true, filter: (path) => extname(path) !== '.scss' })
  writeFileSync(join(dist, 'assets/site.css'), css)
}

// Renamed into place: a program that starts meanwhile reads the old one or the new one, never half of one.
function replace(path, contents) {
  writeFileSync(`${path}.${process.pid}`, contents)
  renameSync(`${path}.${process.pid}`, path)
}
