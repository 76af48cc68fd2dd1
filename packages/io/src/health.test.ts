import { expect, it, onTestFinished } from 'vitest'
import { serveHealth } from './health.ts'

it('tells that the process lives, and whether it can work', async () => {
  let trouble: Error | null = null
  const { port, close } = await serveHealth(0, '127.0.0.1', {
    ready: () => (trouble === null ? Promise.resolve() : Promise.reject(trouble)),
  })
  onTestFinished(close)
  const ask = async (path: string): Promise<[number, string]> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`)
    return [response.status, await response.text()]
  }
  expect(await ask('/ready')).toEqual([200, 'ready\n'])
  trouble = new Error('Redis is away')
  expect(await ask('/ready')).toEqual([503, 'Redis is away\n'])
  expect(await ask('/health')).toEqual([200, 'alive\n'])
  expect((await ask('/'))[0]).toBe(404)
})
