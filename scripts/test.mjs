// `npm test`: types, lint, unit tests, browser tests, in that order; stops at the first that fails.
// The last line is always the sum: "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const results = mkdtempSync(join(tmpdir(), 'codicil-test-'))
const counts = { passed: 0, failed: 0, skipped: 0 }

const steps = [
  () => run('types', 'typescript/bin/tsc', '--noEmit'),
  () => run('lint', '@biomejs/biome/bin/biome', 'ci', '.'),
  () => runVitest('unit'),
  () => globSync('test/e2e/**/*.test.ts', { cwd: root }).length === 0 || runVitest('browser'),
]

const green = steps.every((step) => step())
rmSync(results, { recursive: true, force: true })
// A step that fails without a failed test (types, lint, a file that does not load) counts as one failure.
if (!green && counts.failed === 0) counts.failed = 1
if (counts.skipped > 0) console.log(`${counts.skipped} skipped`)
console.log(`${counts.passed} passed, ${counts.failed} failed`)
process.exitCode = green ? 0 : 1

function run(title, script, ...args) {
  console.log(`\n> ${title}`)
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, stdio: 'inherit' })
  return status === 0
}

function runVitest(project) {
  const file = join(results, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const green = run(`${project} tests`, 'vitest/vitest.mjs', 'run', `--project=${project}`, ...reporters)
  if (existsSync(file)) add(JSON.parse(readFileSync(file, 'utf8')))
  return green
}

function add(report) {
  counts.passed += report.numPassedTests
  counts.failed += report.numFailedTests
  counts.skipped += report.numPendingTests + report.numTodoTests
}
