import { connect } from 'node:net'
import { aptInstall } from './apt-install.ts'
import { freePort } from './free-port.ts'
import { launch, type Server, serverFolder } from './guard.ts'
import { hasCommand } from './run-command.ts'

/** Starts Debian's Redis with the settings a queue needs; installs it when it is missing. */
export async function startRedis(): Promise<Server> {
  if (!(await hasCommand('redis-server'))) await aptInstall('redis-server')
  const port = await freePort()
  const folder = serverFolder('redis')
  const url = `redis://127.0.0.1:${port}`
  const settings = {
    bind: '127.0.0.1',
    port,
    dir: folder,
    appendonly: 'yes',
    save: '',
    'maxmemory-policy': 'noeviction',
  }
  return launch({
    name: 'Redis',
    command: ['redis-server', ...Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)])],
    isReady: () => answersPing(new URL(url)),
    url,
    folder,
  })
}

/** True when a Redis without password answers there. */
export function answersPing({ hostname, port }: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(port || 6379), hostname, () => socket.write('PING\r\n'))
    const end = (ready: boolean): void => {
      socket.destroy()
      resolve(ready)
    }
    socket.once('data', (data) => end(data.toString().startsWith('+PONG')))
    socket.once('error', () => end(false))
  })
}
