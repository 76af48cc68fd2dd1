import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { text as readAll } from 'node:stream/consumers'
import type { Role } from '@counterclaim/model'
import type { Command } from 'commander'
import { type CommandMaker, type CommonOptions, command, type Run } from '../command.ts'
import { EXIT, usageError } from '../failure.ts'
import { outJson, type Shell } from '../shell.ts'
import { plain } from '../text/plain.ts'
import { table } from '../text/table.ts'
import { roleOption, withAccounts } from '../with-accounts.ts'

interface PasswordOptions extends CommonOptions {
  readonly passwordFile?: string
}

/** Bytes of a password that is made: 128 bits. */
const PASSWORD_BYTES = 16

/** `users`: the people who may sign in at a desk that answers to more than this machine. */
export const users: CommandMaker = (run) => {
  const made = command(
    'users',
    'People who may sign in at the desk',
    'counterclaim users add night-desk --role reviewer',
  )
  for (const make of [adding, listing, removing, changing]) made.addCommand(make(run))
  return made
}

function adding(run: Run): Command {
  return withPassword(command('add', 'Let a person in', 'counterclaim users add night-desk --role reviewer'))
    .addOption(roleOption())
    .action(
      run.action((shell: Shell, name: string, options: PasswordOptions & { readonly role: Role }) =>
        withAccounts(shell, options.data, async (accounts, record) => {
          const { password, made } = await passwordOf(shell, options)
          if (!(await accounts.addUser({ name, role: options.role }, password)))
            throw usageError(`There is a user ${name} already`)
          await record(`users add --role ${options.role}`, name)
          return tellPassword(shell, options, name, made ? password : null)
        }),
      ),
    )
}

function changing(run: Run): Command {
  const example = 'counterclaim users password night-desk --password-file - < new-password'
  return withPassword(command('password', 'Give a person another password, and end their sessions', example)).action(
    run.action((shell: Shell, name: string, options: PasswordOptions) =>
      withAccounts(shell, options.data, async (accounts, record) => {
        const { password, made } = await passwordOf(shell, options)
        if (!(await accounts.setPassword(name, password))) throw noUser(name)
        await record('users password', name)
        return tellPassword(shell, options, name, made ? password : null)
      }),
    ),
  )
}

function listing(run: Run): Command {
  return command('list', 'List people with their roles', 'counterclaim users list').action(
    run.action((shell: Shell, options: CommonOptions) =>
      withAccounts(shell, options.data, async (accounts) => {
        const all = await accounts.users()
        if (options.json === true) for (const user of all) await outJson(shell, user)
        else if (all.length === 0) await shell.out('Nobody may sign in yet.\n')
        else
          await shell.out(
            table(
              ['name', 'role', 'since'],
              all.map((user) => [user.name, user.role, user.addedAt.slice(0, 10)]),
              shell.style,
            ),
          )
        return EXIT.done
      }),
    ),
  )
}

function removing(run: Run): Command {
  return command('remove', 'Let a person in no more, and end their sessions', 'counterclaim users remove night-desk')
    .argument('<name>', 'as `users list` prints it')
    .action(
      run.action((shell: Shell, name: string, options: CommonOptions) =>
        withAccounts(shell, options.data, async (accounts, record) => {
          if (!(await accounts.removeUser(name))) throw noUser(name)
          await record('users remove', name)
          return EXIT.done
        }),
      ),
    )
}

function noUser(name: string): Error {
  return usageError(`There is no user ${name}: \`counterclaim users list\` prints them`)
}

function withPassword(made: Command): Command {
  return made
    .argument('<name>', 'the name they sign in and decide by')
    .option(
      '--password-file <file>',
      'its first line is the password, - for standard input (default: one is made and printed once)',
    )
}

/** The password that was given in a file, never on the command line, where others see it; else a new one. */
async function passwordOf(
  shell: Shell,
  { passwordFile }: PasswordOptions,
): Promise<{ readonly password: string; readonly made: boolean }> {
  if (passwordFile === undefined) return { password: randomBytes(PASSWORD_BYTES).toString('base64url'), made: true }
  const given = passwordFile === '-' ? readAll(process.stdin) : readFile(resolve(shell.cwd, passwordFile), 'utf8')
  const text = await given.catch(() => {
    throw usageError(`${passwordFile} cannot be read`)
  })
  return { password: text.split(/\r?\n/, 1)[0] ?? '', made: false }
}

async function tellPassword(
  shell: Shell,
  { json }: CommonOptions,
  name: string,
  password: string | null,
): Promise<number> {
  if (json === true) await outJson(shell, { name, password })
  else
    await shell.out(
      password === null ? `Done: ${plain(name)}\n` : `Password of ${plain(name)}, shown this once: ${password}\n`,
    )
  return EXIT.done
}
