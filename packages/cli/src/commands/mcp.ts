import { withSearch } from '../archive.ts'
import { type CommandMaker, type CommonOptions, command } from '../command.ts'
import { EXIT } from '../failure.ts'
import type { Shell } from '../shell.ts'

/** `mcp`: tools for assistants over standard input and output. */
export const mcp: CommandMaker = (run) =>
  command(
    'mcp',
    'Let an assistant read the archive (Model Context Protocol, over standard input and output)',
    'counterclaim mcp --data .counterclaim',
  ).action(run.action(serveMcp))

async function serveMcp(shell: Shell, options: CommonOptions): Promise<number> {
  // Loaded only now: other commands speak no such protocol.
  const { openMcp } = await import('@counterclaim/web/mcp')
  const { StdioServerTransport } = await import('@modelcontextprotocol/sdk/server/stdio.js')
  return withSearch(shell, options.data, async (archive) => {
    const server = openMcp(archive)
    const over = new Promise<void>((resolve) => {
      process.stdin.once('end', resolve)
      for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => resolve())
    })
    await server.connect(new StdioServerTransport())
    await over
    await server.close()
    return EXIT.done
  })
}
