import { spawn } from 'node:child_process'

/** What a failed command printed is cut to this many characters at its end, where the reason stands. */
const MAX_OUTPUT = 4_000

/**
 * Runs a command to its end and gives its standard output.
 * @throws {Error} with the end of what it printed, when it cannot be started or fails
 */
export function runCommand(command: string, args: readonly string[], cwd?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let errors = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString()
    })
    child.on('error', (cause) => reject(new Error(`${command} could not be started: ${cause.message}`, { cause })))
    child.on('close', (code) => {
      if (code === 0) resolve(output)
      else reject(new Error(`${command} ended with ${code}:\n${(output + errors).slice(-MAX_OUTPUT)}`))
    })
  })
}

/** True when a command of this name is on the PATH. */
export async function hasCommand(name: string): Promise<boolean> {
  return runCommand('sh', ['-c', `command -v ${name}`]).then(
    () => true,
    () => false,
  )
}
