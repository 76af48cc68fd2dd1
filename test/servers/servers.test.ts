import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { launch, serverFolder } from './guard.ts'
import { withServers } from './servers.ts'
import { answersPing } from './start-redis.ts'

withServers(['redis'], ({ redis }) => {
  test('Redis answers', async () => {
    expect(await answersPing(new URL(redis))).toBe(true)
  })
})

withServers(['elastic'], ({ elastic }) => {
  test('Elasticsearch answers', async () => {
    const health = (await (await fetch(`${elastic}/_cluster/health`)).json()) as { number_of_data_nodes: number }
    expect(health.number_of_data_nodes).toBeGreaterThan(0)
  })
})

describe('a server of the tests', () => {
  const guard = join(import.meta.dirname, 'guard.ts')
  const parent = `
    import { launch, serverFolder } from ${JSON.stringify(guard)}
    const folder = serverFolder('sample')
    await launch({ name: 'sample', command: ['sleep', '600'], isReady: async () => true, url: '', folder })
    console.log(folder)
    setInterval(() => {}, 1000)`

  test('does not outlive the process that started it, even when that is killed', async () => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', parent], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    const folder = line.toString().trim()
    expect(existsSync(folder)).toBe(true)
    child.kill('SIGKILL')
    // The guard removes the folder once the server has ended.
    while (existsSync(folder)) await new Promise((resolve) => setTimeout(resolve, 20))
  })

  test('that cannot start says why', async () => {
    const command = ['sh', '-c', 'echo no such setting; exit 3']
    const folder = serverFolder('sample')
    const started = launch({ name: 'Sample', command, isReady: async () => false, url: '', folder })
    await expect(started).rejects.toThrow('Sample did not start:\nno such setting')
    expect(existsSync(folder)).toBe(false)
  })
})
