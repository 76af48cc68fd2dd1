// Installs everything the project runs on, with nothing but Node >= 20 and npm on the machine.
// Does nothing when the lockfile has not changed since the last time, so that `npm test` and `npm run demo` can call it first.
// Plain JavaScript: it is the one script that the machine's own Node runs.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PNPM = 'pnpm@12.21.0'
const OLDEST_NODE = 20
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const stamp = join(root, 'node_modules', '.bootstrap')

function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`)
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'])
    hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function isInstalled(wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
}

function install() {
  // `npm run` exports npm's own settings as npm_config_*; pnpm would take some of them for its own.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(config_(?!registry)|package_|lifecycle_)/.test(name)),
  )
  console.log(`Installing what the lockfile names (${PNPM}; needs the npm registry) …`)
  const run = spawnSync('npx', ['--yes', PNPM, 'install', '--frozen-lockfile', '--reporter=append-only'], {
    cwd: root,
    env,
    shell: process.platform === 'win32',
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (run.status === 0) return
  process.stderr.write(`${run.stdout ?? ''}${run.stderr ?? ''}${run.error ? `${run.error.message}\n` : ''}`)
  console.error(
    'The installation failed; the reason stands above. Most often the npm registry was out of reach: try again.',
  )
  process.exit(2)
}

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  console.error(
    `Node ${process.versions.node} is too old: install Node ${OLDEST_NODE} or newer from https://nodejs.org and try again.`,
  )
  process.exit(2)
}
const wanted = fingerprint()
if (!isInstalled(wanted)) {
  install()
  writeFileSync(stamp, wanted)
  console.log('Installed.')
}
