import type { Role } from '@counterclaim/model'
import type { Command } from 'commander'
import { type CommandMaker, type CommonOptions, command, type Run } from '../command.ts'
import { EXIT, usageError } from '../failure.ts'
import { outJson, type Shell } from '../shell.ts'
import { table } from '../text/table.ts'
import { roleOption, withAccounts } from '../with-accounts.ts'

/** `tokens`: the programs that may ask a desk that answers to more than this machine. */
export const tokens: CommandMaker = (run) => {
  const made = command('tokens', 'Programs that may ask the desk’s API', 'counterclaim tokens add nightly-export')
  for (const make of [adding, listing, revoking]) made.addCommand(make(run))
  return made
}

function adding(run: Run): Command {
  return command('add', 'Make a token, printed once', 'counterclaim tokens add nightly-export --role reader')
    .argument('<name>', 'the name it asks and decides by')
    .addOption(roleOption())
    .action(
      run.action((shell: Shell, name: string, options: CommonOptions & { readonly role: Role }) =>
        withAccounts(shell, options.data, async (accounts, record) => {
          const made = await accounts.addToken({ name, role: options.role })
          await record(`tokens add --role ${options.role}`, `${name} ${made.id}`)
          if (options.json === true) await outJson(shell, made)
          else
            await shell.out(
              `Token ${made.id}, shown this once: ${made.secret}\nSend it as  Authorization: Bearer TOKEN\n`,
            )
          return EXIT.done
        }),
      ),
    )
}

function listing(run: Run): Command {
  return command('list', 'List tokens with their roles', 'counterclaim tokens list').action(
    run.action((shell: Shell, options: CommonOptions) =>
      withAccounts(shell, options.data, async (accounts) => {
        const all = await accounts.tokens()
        if (options.json === true) for (const token of all) await outJson(shell, token)
        else if (all.length === 0) await shell.out('There are no tokens yet.\n')
        else
          await shell.out(
            table(
              ['id', 'name', 'role', 'since'],
              all.map((one) => [one.id, one.name, one.role, one.addedAt.slice(0, 10)]),
              shell.style,
            ),
          )
        return EXIT.done
      }),
    ),
  )
}

function revoking(run: Run): Command {
  return command('revoke', 'End a token', 'counterclaim tokens revoke 1f0c9a2b')
    .argument('<id>', 'as `tokens list` prints it')
    .action(
      run.action((shell: Shell, id: string, options: CommonOptions) =>
        withAccounts(shell, options.data, async (accounts, record) => {
          if (!(await accounts.revokeToken(id)))
            throw usageError(`There is no token ${id}: \`counterclaim tokens list\` prints them`)
          await record('tokens revoke', id)
          return EXIT.done
        }),
      ),
    )
}
