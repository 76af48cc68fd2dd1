import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { MAIN } from '../e2e/run-cli.ts'

/** Starts a desk in a process of its own, for others than this machine; gives its address. It ends with the running test. */
export async function serveDesk(env: Readonly<Record<string, string>>): Promise<string> {
  const args = [MAIN, 'serve', '--port', '0', '--origin', 'https://desk.example.org', '--json']
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  for await (const line of createInterface({ input: child.stdout })) {
    return (JSON.parse(line) as { address: string }).address
  }
  throw new Error(`the desk ended with ${child.exitCode}`)
}

/** The cookie of a new session; null where name or password is wrong. */
export async function enterDesk(desk: string, name: string, password: string): Promise<string | null> {
  const answer = await fetch(`${desk}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: desk },
    body: new URLSearchParams({ name, password }),
  })
  return answer.status === 303 ? (answer.headers.get('set-cookie') ?? '').split(';', 1).join() : null
}

/** What a desk answers to who has this cookie, redirects as such. */
export function askDesk(
  desk: string,
  path: string,
  cookie: string,
  method: 'GET' | 'POST' | 'PUT' = 'GET',
): Promise<Response> {
  return fetch(desk + path, { method, redirect: 'manual', headers: { cookie, origin: desk } })
}
