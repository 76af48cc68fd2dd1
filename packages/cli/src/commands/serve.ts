import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import { type CommandMaker, type CommonOptions, command } from '../command.ts'
import { EXIT } from '../failure.ts'
import { openEntry, type Place } from '../open-entry.ts'
import { outJson, type Shell } from '../shell.ts'

interface ServeOptions extends CommonOptions, Place {}

const PORT = 8470
const LOCAL = '127.0.0.1'

/** `serve`: the desk in the browser, on this machine alone unless told, with polling and digests on their clock. */
export const serve: CommandMaker = (run) =>
  command('serve', 'Open the desk: pages and API on 127.0.0.1, until told to stop', EXAMPLES)
    .addOption(portOption().default(PORT))
    .option('--host <address>', 'address to listen at; any but this machine’s own takes --origin and accounts', LOCAL)
    .option('--origin <url>', 'what browsers call the desk, as https://desk.example.org; takes accounts')
    .action(run.action((shell: Shell, options: ServeOptions) => serveDesk(shell, options, options)))

const EXAMPLES = `counterclaim serve --port 8470
counterclaim serve --origin https://desk.example.org`

/** An option that takes a port; 0 for any that is free. */
export function portOption(): Option {
  return new Option('--port <number>', 'port of 127.0.0.1; 0 for any that is free').argParser((text) => {
    const port = Number(text)
    if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('Give a number from 0 to 65535.')
    return port
  })
}

/** Serves the desk over the archive until a signal comes. */
export async function serveDesk(shell: Shell, options: CommonOptions, place: Place): Promise<number> {
  // Loaded only now: other commands need no server.
  const { openDesk } = await import('@counterclaim/web')
  const { openServing } = await import('../serving.ts')
  const entry = await openEntry(shell, options, place)
  const serving = await openServing(resolve(shell.cwd, options.data), (text) => shell.err(`${text}\n`))
  const stop = new Promise<void>((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => resolve())
  })
  const user = userInfo().username
  const queues = serving.board === undefined ? {} : { queues: serving.board.plugin }
  const desk = await openDesk(
    { ...serving, now: () => new Date().toISOString() },
    { ...entry.options, ...queues, user },
  )
  try {
    const address = await desk.listen({ host: place.host ?? LOCAL, port: place.port })
    const who = entry.options.accounts === undefined ? 'this machine only' : 'for who signs in'
    if (options.json === true) await outJson(shell, { address })
    else await shell.out(`The desk is open at ${shell.style.bold(place.origin ?? address)} (${who}). Ctrl-C ends it.\n`)
    await stop
    return EXIT.done
  } finally {
    await desk.close()
    await serving.close()
    await entry.options.accounts?.close()
  }
}
