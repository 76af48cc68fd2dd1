import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { elasticHome } from './elastic-home.ts'
import { findJdk } from './find-jdk.ts'
import { freePort } from './free-port.ts'
import { launch, type Server, serverFolder, type User } from './guard.ts'
import { runCommand } from './run-command.ts'

/** Little enough beside two test workers. */
const HEAP = '-Xms512m -Xmx512m'
/** A benchmark writes as fast as it can: with less, a node of its own accord writes small segments to make room. */
const LARGE_HEAP = '-Xms1g -Xmx1g'
/** The first compiler alone: the node is up in half the time. A benchmark wants both. */
const QUICK = '-XX:TieredStopAtLevel=1'

/** Starts one node of a real Elasticsearch on a free loopback port; downloads it when it is missing. */
export async function startElastic({ quick = true }: { readonly quick?: boolean } = {}): Promise<Server> {
  const jdk = await findJdk()
  const home = await elasticHome(jdk)
  const user = await serverUser()
  const folder = serverFolder('elastic', user)
  const config = join(folder, 'config')
  const temporary = join(folder, 'tmp')
  cpSync(join(home, 'config'), config, { recursive: true })
  // Apart from the configuration: Elasticsearch lets nothing write above that.
  mkdirSync(temporary)
  if (user !== null) await runCommand('chown', ['-R', `${user.uid}:${user.gid}`, folder])
  const [port, transport] = [await freePort(), await freePort()]
  const url = `http://127.0.0.1:${port}`
  const settings: Readonly<Record<string, string | number | boolean>> = {
    'discovery.type': 'single-node',
    'network.host': '127.0.0.1',
    'http.port': port,
    'transport.port': transport,
    'path.data': join(folder, 'data'),
    'path.logs': join(folder, 'logs'),
    // Elasticsearch serves no encrypted HTTP without a licence file and certificates; tests stay on loopback.
    'xpack.security.enabled': false,
    // Little, so that tests meet a server that is too busy; production's is a tenth of the heap.
    'indexing_pressure.memory.limit': '12mb',
    // A full disk of the machine must not turn indices read-only in the middle of a test.
    'cluster.routing.allocation.disk.threshold_enabled': false,
  }
  return launch({
    name: 'Elasticsearch',
    command: ['bash', join(home, 'bin', 'elasticsearch'), ...Object.entries(settings).map(([k, v]) => `-E${k}=${v}`)],
    env: {
      ES_JAVA_HOME: jdk,
      ES_PATH_CONF: config,
      ES_TMPDIR: temporary,
      ES_JAVA_OPTS: quick ? `${HEAP} ${QUICK}` : LARGE_HEAP,
    },
    user,
    isReady: () => isHealthy(url),
    url,
    folder,
  })
}

/** Elasticsearch refuses to run as root. */
async function serverUser(): Promise<User | null> {
  if (process.getuid?.() !== 0) return null
  const [uid, gid] = [await runCommand('id', ['-u', 'nobody']), await runCommand('id', ['-g', 'nobody'])]
  return { uid: Number(uid), gid: Number(gid) }
}

async function isHealthy(url: string): Promise<boolean> {
  return fetch(`${url}/_cluster/health`, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.ok,
    () => false,
  )
}
