import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { aptInstall } from './apt-install.ts'

/** Where Linux distributions put Java. */
const FOLDER = '/usr/lib/jvm'
/** The oldest that Elasticsearch 9 runs on. */
const OLDEST = 21
/** Modules that Elasticsearch asks for and slimmed-down runtimes lack. */
const MODULES = ['jdk.jlink', 'jdk.incubator.vector']
const PACKAGES = ['openjdk-25-jdk-headless', 'openjdk-21-jdk-headless']

/**
 * The folder of a Java development kit that Elasticsearch runs on: `ES_JAVA_HOME`, `JAVA_HOME`, one under
 * /usr/lib/jvm, or one installed by apt-get.
 * @throws {Error} when there is none
 */
export async function findJdk(): Promise<string> {
  const found = known()
  if (found !== null) return found
  await aptInstall(...PACKAGES)
  const installed = known()
  if (installed === null) throw new Error(`No Java ${OLDEST} or newer: install one and set JAVA_HOME`)
  return installed
}

function known(): string | null {
  const installed = existsSync(FOLDER) ? readdirSync(FOLDER).map((name) => join(FOLDER, name)) : []
  const named = [process.env.ES_JAVA_HOME, process.env.JAVA_HOME].filter((folder) => folder !== undefined)
  return [...named, ...installed].find(suits) ?? null
}

/** Every JDK describes itself in a file `release`: JAVA_VERSION="25.0.1", MODULES="java.base …". */
function suits(folder: string): boolean {
  const release = join(folder, 'release')
  if (!existsSync(release) || !existsSync(join(folder, 'bin', 'jar'))) return false
  const text = readFileSync(release, 'utf8')
  const version = Number(/^JAVA_VERSION="(\d+)/m.exec(text)?.[1] ?? 0)
  return version >= OLDEST && MODULES.every((module) => text.includes(module))
}
