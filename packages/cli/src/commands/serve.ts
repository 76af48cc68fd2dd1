import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import { type CommandMaker, type CommonOptions, command } from '../command.ts'
import { EXIT } from '../failure.ts'
import { outJson, type Shell } from '../shell.ts'

interface ServeOptions extends CommonOptions {
  readonly port: number
}

const PORT = 8470

/** `serve`: the desk in the browser, on this machine alone, with polling and digests on their clock. */
export const serve: CommandMaker = (run) =>
  command('serve', 'Open the desk: pages and API on 127.0.0.1, until told to stop', 'counterclaim serve --port 8470')
    .addOption(portOption().default(PORT))
    .action(run.action((shell: Shell, options: ServeOptions) => serveDesk(shell, options, options.port)))

/** An option that takes a port; 0 for any that is free. */
export function portOption(): Option {
  return new Option('--port <number>', 'port of 127.0.0.1; 0 for any that is free').argParser((text) => {
    const port = Number(text)
    if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('Give a number from 0 to 65535.')
    return port
  })
}

/** Serves the desk over the archive until a signal comes. */
export async function serveDesk(shell: Shell, options: CommonOptions, port: number): Promise<number> {
  // Loaded only now: other commands need no server.
  const { openDesk } = await import('@counterclaim/web')
  const { openServing } = await import('../serving.ts')
  const serving = await openServing(resolve(shell.cwd, options.data), (text) => shell.err(`${text}\n`))
  const stop = new Promise<void>((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => resolve())
  })
  const desk = await openDesk({ ...serving, now: () => new Date().toISOString() }, { user: userInfo().username })
  try {
    const address = await desk.listen({ host: '127.0.0.1', port })
    if (options.json === true) await outJson(shell, { address })
    else await shell.out(`The desk is open at ${shell.style.bold(address)} (this machine only). Ctrl-C ends it.\n`)
    await stop
    return EXIT.done
  } finally {
    await desk.close()
    await serving.close()
  }
}
