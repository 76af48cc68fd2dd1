import { type Edit, ENTITY_TYPES, type EntityChange, type EntityType, gatherEntities } from '@counterclaim/model'
import { editEntity, splitEntity, undoEdit } from '@counterclaim/pipelines/edit-entities'
import { type Command, Option } from 'commander'
import { withSearch } from '../archive.ts'
import { type CommandMaker, type CommonOptions, command, type Run, sizeOption } from '../command.ts'
import { EXIT, usageError } from '../failure.ts'
import { outJson, type Shell } from '../shell.ts'
import { editLine } from '../text/edit-line.ts'
import { plain } from '../text/plain.ts'
import { clip, count } from '../text/wrap.ts'
import { entitiesMerge } from './entities-merge.ts'
import { type EditOptions, editOptions, keepEdit, many } from './entities-options.ts'

/** `entities`: people's own knowledge base. */
export const entities: CommandMaker = (run) => {
  const made = command(
    'entities',
    'List, edit, merge and split the people, bodies and places that texts name',
    EXAMPLES,
  )
  for (const make of [listing, editing, entitiesMerge, splitting, undoing, history]) made.addCommand(make(run))
  return made
}

const EXAMPLES = `counterclaim entities list --named harbour
counterclaim entities merge hsb harbour-safety-board --note "The same body"`

interface ListOptions extends CommonOptions {
  readonly named?: string
  readonly type?: EntityType
  readonly provisional?: boolean
  readonly limit: number
}

function listing(run: Run): Command {
  return command(
    'list',
    'List entities, those that most documents name first',
    'counterclaim entities list --provisional',
  )
    .option('--named <text>', 'those that have this in a name')
    .addOption(new Option('--type <type>', 'of this kind').choices(ENTITY_TYPES))
    .option('--provisional', 'those that texts alone know')
    .addOption(sizeOption('--limit <number>', 'how many').default(100))
    .action(run.action(list))
}

async function list(shell: Shell, { named, type, provisional, limit, data, json }: ListOptions): Promise<number> {
  return withSearch(shell, data, async (archive) => {
    const all = await gatherEntities(archive.allDocuments())
    const found = all
      .filter((entity) => type === undefined || entity.type === type)
      .filter((entity) => provisional !== true || entity.provisional)
      .filter(
        ({ names }) => named === undefined || names.some((name) => name.toLowerCase().includes(named.toLowerCase())),
      )
      .sort((a, b) => b.documents - a.documents || (a.id < b.id ? -1 : 1))
    for (const entity of found.slice(0, limit)) {
      if (json === true) await outJson(shell, entity)
      else await shell.out(`${clip(entityLine(entity), shell.width)}\n`)
    }
    if (json !== true && found.length > limit) await shell.out(`and ${found.length - limit} more: --limit\n`)
    return EXIT.done
  })
}

function entityLine({ id, type, name, names, documents }: Awaited<ReturnType<typeof gatherEntities>>[number]): string {
  const others = names.filter((one) => one !== name).map(plain)
  return `${plain(id)}  ${plain(name)}, ${type}, ${count(documents, 'document')}${others.length === 0 ? '' : `; also ${others.join(', ')}`}`
}

interface ChangeOptions extends EditOptions {
  readonly name?: string
  readonly type?: EntityType
  readonly addName?: readonly string[]
  readonly dropName?: readonly string[]
}

function editing(run: Run): Command {
  const example = 'counterclaim entities edit hsb --name "Harbour Safety Board" --type organization'
  return editOptions(command('edit', 'Give an entity another name, kind or other names', example))
    .argument('<entity>', 'its id, or any of its names')
    .option('--name <name>', 'what it is called')
    .addOption(new Option('--type <type>', 'what kind it is').choices(ENTITY_TYPES))
    .option('--add-name <name>', 'another name of it; may be given again', many)
    .option('--drop-name <name>', 'no name of it; may be given again', many)
    .action(run.action(edit))
}

async function edit(shell: Shell, entity: string, options: ChangeOptions): Promise<number> {
  const { name, type, addName, dropName } = options
  const set: EntityChange = {
    ...(name === undefined ? {} : { name }),
    ...(type === undefined ? {} : { type }),
    ...(addName === undefined ? {} : { addNames: addName }),
    ...(dropName === undefined ? {} : { dropNames: dropName }),
  }
  return keepEdit(shell, options, (said, ports) => editEntity(entity, set, said, ports))
}

interface SplitOptions extends EditOptions {
  readonly type?: EntityType
  readonly named?: readonly string[]
  readonly document?: readonly string[]
}

function splitting(run: Run): Command {
  const example = 'counterclaim entities split pta "Parent Teacher Association" --document school-news'
  return editOptions(command('split', 'Make a part of what an entity was found to be another one', example))
    .argument('<entity>', 'its id, or any of its names')
    .argument('<other>', 'name or id of the other')
    .option('--named <words>', 'what is called so; may be given again', many)
    .option('--document <document>', 'what this document names, by id, key or URL; may be given again', many)
    .addOption(new Option('--type <type>', 'what kind the other is').choices(ENTITY_TYPES))
    .action(run.action(split))
}

async function split(shell: Shell, entity: string, as: string, options: SplitOptions): Promise<number> {
  const { type, named = [], document = [] } = options
  return keepEdit(shell, options, (said, ports) =>
    splitEntity(entity, { as, type, named, documents: document }, said, ports),
  )
}

function undoing(run: Run): Command {
  return editOptions(
    command('undo', 'Take an edit back; the history keeps both', 'counterclaim entities undo e_0a1b2c3d4e5f6'),
  )
    .argument('<edit>', 'as `entities history` prints it')
    .action(
      run.action((shell: Shell, id: string, options: EditOptions) =>
        keepEdit(shell, options, (said, ports) => undoEdit(id, said, ports)),
      ),
    )
}

function history(run: Run): Command {
  return command(
    'history',
    'List what people set right in an entity, the latest first',
    'counterclaim entities history hsb',
  )
    .argument('<entity>', 'its id, or any of its names')
    .action(run.action(tellHistory))
}

async function tellHistory(shell: Shell, name: string, options: CommonOptions): Promise<number> {
  return withSearch(shell, options.data, async (archive) => {
    // One that was merged is found by its id alone: no document names it.
    const own = await archive.edits(name)
    const known = own.length > 0 ? null : await archive.entity(name)
    if (own.length === 0 && known === null) throw usageError(`No entity ${name} in this archive`)
    const edits: readonly Edit[] = known === null ? own : await archive.edits(known.entity.id)
    if (options.json === true) for (const one of edits) await outJson(shell, one)
    else await shell.out(edits.length === 0 ? 'Nobody edited it.\n' : edits.map(editLine).join(''))
    return EXIT.done
  })
}
