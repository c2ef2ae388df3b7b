// Finds a Chromium for the browser tests, and installs Debian's where that needs no question (root on Debian or Ubuntu).
// Required as a module it gives { findChromium }; the tests start the same browser that was found here.
'use strict'

const { spawnSync } = require('node:child_process')
const fs = require('node:fs')

const PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

module.exports = { findChromium }

if (require.main === module && !findChromium()) {
  if (canInstall()) install()
  if (!findChromium()) explain()
}

// A path that was asked for and is wrong is an error, not a reason to test in another browser.
function findChromium() {
  const asked = process.env.CODICIL_CHROMIUM
  if (!asked) return PATHS.find((path) => fs.existsSync(path))
  if (fs.existsSync(asked)) return asked
  throw new Error(`CODICIL_CHROMIUM is ${asked}, but there is no such file.`)
}

function canInstall() {
  return process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')
}

function install() {
  process.stderr.write('codicil: installing Chromium for the browser tests (once)\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const step of [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation']]) {
    const result = spawnSync('apt-get', ['-qq', ...step], { env, encoding: 'utf8' })
    if (result.status !== 0) {
      process.stderr.write(`codicil: apt-get ${step[0]} failed\n${String(result.stderr).trim().split('\n').slice(-5).join('\n')}\n`)
      return
    }
  }
}

function explain() {
  process.stderr.write(`codicil: the browser tests need Chromium or Chrome, and none was found.
  Debian:  sudo apt-get install chromium fonts-liberation
  macOS:   brew install --cask google-chrome
  else:    install Chrome or Chromium and set CODICIL_CHROMIUM to its path
`)
  process.exit(1)
}
