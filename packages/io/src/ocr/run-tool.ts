import { spawn } from 'node:child_process'

/** How a run of a program ended. */
export type ToolResult =
  | { readonly kind: 'done'; readonly out: Buffer }
  | { readonly kind: 'missing' }
  | { readonly kind: 'late' }
  | { readonly kind: 'failed'; readonly words: string }

/** What a run of a program is given. */
export interface ToolInput {
  readonly input?: Uint8Array
  /** After this time it is killed. */
  readonly timeoutMs: number
}

/** A page's picture is 9 MB at most; no program has anything to say that is longer. */
const MAX_OUT_BYTES = 64_000_000
const MAX_WORDS = 300

/** Runs a program with bytes at its standard input, and gives what it prints. It sees no setting of this process. */
export function runTool(
  command: string,
  args: readonly string[],
  { input, timeoutMs }: ToolInput,
): Promise<ToolResult> {
  const { PATH, TESSDATA_PREFIX } = process.env
  // One thread: others read other documents at the same time.
  const env = { PATH, TESSDATA_PREFIX, OMP_THREAD_LIMIT: '1' }
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, timeout: timeoutMs, killSignal: 'SIGKILL' })
    const chunks: Buffer[] = []
    let [size, words] = [0, '']
    child.on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'ENOENT' ? { kind: 'missing' } : { kind: 'failed', words: error.message })
    })
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      size += chunk.length
      if (size > MAX_OUT_BYTES) child.kill('SIGKILL')
    })
    child.stderr.on('data', (chunk: Buffer) => {
      words = `${words}${chunk.toString()}`.slice(0, MAX_WORDS)
    })
    child.on('close', (code, signal) => {
      if (code === 0) resolve({ kind: 'done', out: Buffer.concat(chunks) })
      else if (signal !== null && size <= MAX_OUT_BYTES) resolve({ kind: 'late' })
      else resolve({ kind: 'failed', words: words.replaceAll(/\s+/g, ' ').trim() })
    })
    // A program that ends before it has read all closes the pipe; its exit code tells.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}
