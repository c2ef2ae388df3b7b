// Makes a checkout ready to run: installs when the lockfile has changed, builds when a source is newer than dist/.
// Started by any Node from 18, before anything is installed: hence CommonJS and Node's own modules only.
// `--no-build` installs only.
'use strict'

const { createHash } = require('node:crypto')
const { spawnSync } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')

const root = path.join(__dirname, '..')
const modules = path.join(root, 'node_modules')
const stamp = path.join(modules, '.codicil-lock')
const node = path.join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
const built = path.join(root, 'dist', '.built')
const inputs = ['src', 'codes', 'scripts/build.mjs', 'package-lock.json']

if (!isInstalled()) install()
if (!process.argv.includes('--no-build') && !isBuilt()) build()

function isInstalled() {
  return fs.existsSync(node) && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lockHash()
}

// The platform is part of it: a folder shared with a container needs the other platform's Node.
function lockHash() {
  const hash = createHash('sha256')
  for (const file of ['package-lock.json', 'package.json', 'tools/runtime/package.json'])
    hash.update(fs.readFileSync(path.join(root, file)))
  return `${process.platform}-${process.arch} ${hash.digest('hex')}\n`
}

function install() {
  say('installing the packages (once; about a minute)')
  // Dev packages hold the pinned Node and the build, so they are needed under NODE_ENV=production too.
  const arguments_ = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const result = spawnSync('npm', arguments_, { cwd: root, env: environment(), encoding: 'utf8', shell: process.platform === 'win32' })
  if (result.error) fail(`npm could not be started (${result.error.code}). It comes with Node; install Node 20 or later.`)
  if (result.status !== 0) fail(whyInstallFailed(`${result.stdout}\n${result.stderr}`))
  if (!fs.existsSync(node))
    fail(`there is no pinned Node for ${process.platform}-${process.arch}; tools/runtime/package.json lists those there are.`)
  fs.writeFileSync(stamp, lockHash())
}

// npm hands its own command line down as npm_config_…; a `--omit` or `--ignore-scripts` meant for it is not meant for ours.
function environment() {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^npm_config_(omit|include|only|production|dry_run|global|prefix|local_prefix)$/i.test(name),
  )
  return Object.fromEntries(entries)
}

function whyInstallFailed(output) {
  if (/E(NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|TIMEDOUT|HOSTUNREACH|NETUNREACH)|network/.test(output)) {
    return "the package registry cannot be reached. Check the network (or npm's proxy and registry settings) and run this again."
  }
  const reasons = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line) && !/complete log/.test(line))
  return ['npm ci did not finish.', ...reasons.slice(0, 8)].join('\n')
}

function isBuilt() {
  if (!fs.existsSync(built) || !fs.existsSync(path.join(root, 'dist', 'server.js'))) return false
  const builtAt = fs.statSync(built).mtimeMs
  return inputs.every((input) => newestIn(path.join(root, input)) <= builtAt)
}

// A folder's own time counts too: that is where a deleted or renamed file shows.
function newestIn(file) {
  const stats = fs.statSync(file, { throwIfNoEntry: false })
  if (!stats) return 0
  if (!stats.isDirectory()) return /\.test\.tsx?$/.test(file) ? 0 : stats.mtimeMs
  return fs.readdirSync(file).reduce((newest, name) => Math.max(newest, newestIn(path.join(file, name))), stats.mtimeMs)
}

function build() {
  const result = spawnSync(node, [path.join(__dirname, 'build.mjs')], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) process.exit(1)
}

// On stderr, so that the output of a command stays clean.
function say(text) {
  process.stderr.write(`codicil: ${text}\n`)
}

function fail(text) {
  say(text)
  process.exit(1)
}
