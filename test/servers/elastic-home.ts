import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { aptInstall } from './apt-install.ts'
import { hasCommand, runCommand } from './run-command.ts'

/** The server that tests and benchmarks run on; compose.yaml names the same. */
const ELASTIC_VERSION = '9.5.3'

/**
 * The folder of an unpacked Elasticsearch, kept between runs. It is the server its makers run integration tests on: the
 * real one without most modules, from Maven Central.
 */
export async function elasticHome(jdk: string): Promise<string> {
  const name = `elasticsearch-${ELASTIC_VERSION}`
  const cache = cacheFolder()
  const home = join(cache, name)
  if (existsSync(home)) return home
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'unpacking-'))
  try {
    if (!(await hasCommand('mvn'))) await aptInstall('maven')
    const artifact = `org.elasticsearch.distribution.integ-test-zip:elasticsearch:${ELASTIC_VERSION}:zip`
    await runCommand('mvn', ['-q', '-B', 'dependency:copy', `-Dartifact=${artifact}`, '-DoutputDirectory=.'], folder)
    await runCommand(join(jdk, 'bin', 'jar'), ['xf', `${name}.zip`], folder)
    // The user that the server runs as must be able to read it.
    await runCommand('chmod', ['-R', 'a+rX', join(folder, name)])
    // Whole or not at all; another run that was faster has put the same there.
    if (!existsSync(home)) renameSync(join(folder, name), home)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return home
}

/** Root's own cache cannot be read by the user that root has to run the server as. */
function cacheFolder(): string {
  const base = process.getuid?.() === 0 ? '/var/cache' : (process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'))
  return join(base, 'counterclaim')
}
