import { type Subscriber, subscriberId } from '@counterclaim/model'
import { subscribe } from '@counterclaim/pipelines/subscribe'
import { type Command, Option } from 'commander'
import { recordCommand } from '../acting.ts'
import { withKept } from '../archive.ts'
import { type CommandMaker, type CommonOptions, command, type Run } from '../command.ts'
import { EXIT, usageError } from '../failure.ts'
import { outJson, type Shell } from '../shell.ts'
import { plain } from '../text/plain.ts'
import { table } from '../text/table.ts'
import { count } from '../text/wrap.ts'

/** `subscribers`: who gets the digest by mail. */
export const subscribers: CommandMaker = (run) => {
  const made = command('subscribers', 'Say who gets the digest by mail, and when', EXAMPLES)
  for (const make of [adding, listing, removing]) made.addCommand(make(run))
  return made
}

const EXAMPLES = `counterclaim subscribers add desk@example.org --at 07:30 --zone Europe/Oslo
counterclaim digest --send`

interface AddOptions extends CommonOptions {
  readonly at: string
  readonly zone: string
  readonly watch?: readonly string[]
}

function adding(run: Run): Command {
  const example = 'counterclaim subscribers add desk@example.org --at 07:30 --zone Asia/Karachi --watch Meta PTA'
  return command('add', 'Send the digest to an address each day; one that is there is changed', example)
    .argument('<address>', 'who gets it')
    .addOption(new Option('--at <time>', 'from what time of day').default('07:00'))
    .addOption(new Option('--zone <zone>', 'by whose clocks, an IANA name').default('UTC'))
    .option('--watch <entity...>', 'only what is about these, by id or any name')
    .action(
      run.action((shell: Shell, address: string, options: AddOptions) =>
        withKept(shell, options, async (kept) => {
          const { at, zone, watch = [] } = options
          const made = subscribe({ address, at, zone, watch }, new Date().toISOString())
          if ('refused' in made) throw usageError(made.refused)
          const { subscriber } = made
          // Who is there already goes on where the last mail ended.
          const known = (await kept.subscribers.list()).find(({ id }) => id === subscriber.id)
          const { sentUntil = null, sentAt = null, told = [] } = known ?? {}
          await kept.subscribers.put({ ...subscriber, sentUntil, sentAt, told })
          await recordCommand(kept.audit, 'subscribers add', subscriber.address)
          if (options.json === true) await outJson(shell, shown(subscriber))
          else await shell.out(`${known === undefined ? 'Added' : 'Changed'}  ${plain(subscriber.address)}\n`)
          return EXIT.done
        }),
      ),
    )
}

function listing(run: Run): Command {
  return command('list', 'List who gets the digest', 'counterclaim subscribers list').action(
    run.action((shell: Shell, options: CommonOptions) =>
      withKept(shell, options, async (kept) => {
        const all = await kept.subscribers.list()
        if (options.json === true) for (const one of all) await outJson(shell, shown(one))
        else {
          const rows = all.map((one) => [
            plain(one.address),
            `${one.at} ${one.zone}`,
            plain(one.watch.join(', ')),
            stateOf(one),
          ])
          await shell.out(`${shell.style.bold(count(all.length, 'subscriber'))}\n`)
          if (all.length > 0) await shell.out(table(['address', 'at', 'watches', 'state'], rows, shell.style))
        }
        return EXIT.done
      }),
    ),
  )
}

function removing(run: Run): Command {
  return command('remove', 'Send no more to an address', 'counterclaim subscribers remove desk@example.org')
    .argument('<address>', 'as `subscribers list` prints it')
    .action(
      run.action((shell: Shell, address: string, options: CommonOptions) =>
        withKept(shell, options, async (kept) => {
          if (!(await kept.subscribers.remove(subscriberId(address)))) throw usageError(`${address} gets no digest`)
          await recordCommand(kept.audit, 'subscribers remove', address)
          return EXIT.done
        }),
      ),
    )
}

/** Without what ends the mails: that is for who gets them. */
function shown({ secret: _secret, told, ...rest }: Subscriber): object {
  return { ...rest, told: told.length }
}

function stateOf({ bounces, bounce, waiting, sentUntil }: Subscriber): string {
  if (bounces > 0) return plain(`bounced ${bounces} times: ${bounce}`)
  if (waiting !== null) return plain(`waiting: ${waiting.reason}`)
  return sentUntil === null ? 'new' : `sent up to ${sentUntil}`
}
