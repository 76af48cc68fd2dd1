import {
  type Act,
  type Acting,
  type Audit,
  actOf,
  type Edit,
  type Entity,
  type EntityChange,
  type EntityType,
  editOf,
  gatherEntities,
  MACHINE,
  type OtherEntity,
  type Search,
  standingEdits,
  undoOf,
} from '@counterclaim/model'
import { type SameEntity, sameEntities, slug } from '@counterclaim/nlp/entities'
import type { EditMade } from './correct.ts'
import { type FilePorts, fileAgain } from './file-again.ts'

/** What editing entities reads and writes. */
export interface EntityPorts extends FilePorts {
  readonly search: Pick<Search, 'entity' | 'document' | 'edits' | 'allDocuments'>
  readonly audit: Pick<Audit, 'record'>
}

/** Which part of what an entity was found to be is another one. */
export interface Split {
  /** Name or id of the other. */
  readonly as: string
  readonly type?: EntityType | undefined
  /** The words that name the other. */
  readonly named: readonly string[]
  /** Documents in which the other is meant, by id, key or URL. */
  readonly documents: readonly string[]
}

/** Another name, kind or other names for an entity, in all documents that name it. */
export async function editEntity(
  name: string,
  set: EntityChange,
  acting: Acting,
  ports: EntityPorts,
): Promise<EditMade> {
  const entity = await exactly(name, ports)
  if (entity === null) return unknown(name)
  if (Object.keys(set).length === 0) return { refused: 'Say what is to be another: name, type or other names' }
  return keep(
    editOf({ kind: 'entity', entity: entity.id, set }, acting),
    actOf('edit', entity.id, acting),
    [entity.id],
    ports,
  )
}

/** Makes one entity another: all that names the one names the other from then on. */
export async function mergeEntities(name: string, into: string, acting: Acting, ports: EntityPorts): Promise<EditMade> {
  const [entity, other] = [await exactly(name, ports), await exactly(into, ports)]
  if (entity === null) return unknown(name)
  if (other === null) return unknown(into)
  if (entity.id === other.id) return { refused: `${name} and ${into} are one already: ${entity.id}` }
  const change = { kind: 'merge', entity: entity.id, into: asOther(other) } as const
  return keep(editOf(change, acting), actOf('merge', entity.id, acting), [entity.id], ports)
}

/** Takes what is called so, or what some documents name, out of an entity and makes it another. */
export async function splitEntity(name: string, split: Split, acting: Acting, ports: EntityPorts): Promise<EditMade> {
  const { as, type, named } = split
  const entity = await exactly(name, ports)
  if (entity === null) return unknown(name)
  if (named.length + split.documents.length === 0) return { refused: 'Say what is split off: words, or documents' }
  const documents: string[] = []
  for (const one of split.documents) {
    const doc = await ports.search.document(one)
    if (doc === null) return { refused: `No document ${one} in this archive` }
    documents.push(doc.id)
  }
  const known = await exactly(as, ports)
  const into = known === null || known.id === entity.id ? newEntity(as, type ?? entity.type, entity) : asOther(known)
  if (into.id === '') return { refused: `"${as}" is no name` }
  const change = { kind: 'split', entity: entity.id, into, named, documents } as const
  return keep(editOf(change, acting), actOf('split', entity.id, acting), [entity.id], ports)
}

/** Takes an edit back, of a claim or of an entity. Both stay in the history. */
export async function undoEdit(id: string, acting: Acting, ports: EntityPorts): Promise<EditMade> {
  const [edit] = standingEdits(await ports.search.edits(id)).filter((one) => one.id === id)
  if (edit === undefined) return { refused: `No edit ${id} that stands: \`entities history\` prints their ids` }
  return keep(undoOf(edit, acting), actOf('undo', id, acting), edit.subjects, ports)
}

/**
 * Merges provisional entities that are one by name or acronym over all documents, as edits of the program that people can take back. What
 * they took back is not merged again. With `keep` false it is only told.
 */
export async function mergeSame(
  acting: Pick<Acting, 'at' | 'account' | 'way'>,
  keepThem: boolean,
  ports: EntityPorts,
): Promise<readonly Edit[]> {
  const made: Edit[] = []
  for (const { entity, into, rule } of sameEntities(await gatherEntities(ports.search.allDocuments()))) {
    const before = await ports.search.edits(entity)
    if (before.some(({ by, change }) => by === MACHINE && change.kind === 'merge' && change.into.id === into.id))
      continue
    const said = { ...acting, note: NOTES[rule], by: MACHINE }
    const edit = editOf({ kind: 'merge', entity, into: asOther(into) }, said)
    if (keepThem) await keep(edit, actOf('merge', entity, said), [entity], ports)
    made.push(edit)
  }
  return made
}

const NOTES: Readonly<Record<SameEntity['rule'], string>> = {
  name: 'The same name but for its article or legal form',
  acronym: 'An acronym that documents define',
}

/** Keeps an edit, and files again what names these entities. The log comes first: no change is without its line. */
async function keep(made: Edit, act: Act, entities: readonly string[], ports: EntityPorts): Promise<EditMade> {
  await ports.audit.record(act)
  await ports.edits.add(made)
  const documents = new Set<string>()
  for (const id of entities) {
    const known = await ports.search.entity(id)
    if (known?.entity.id === id) for (const head of known.documents) documents.add(head.id)
    if (id.startsWith('d_')) documents.add(id)
  }
  await fileAgain(documents, ports)
  return { made }
}

/** By id, or by a name. */
async function exactly(name: string, { search }: EntityPorts): Promise<Entity | null> {
  return (await search.entity(name))?.entity ?? null
}

function asOther({ id, type, name, provisional }: Entity): OtherEntity {
  return { id, type, name, provisional }
}

/** A provisional entity that no text made, under an id of its own. */
function newEntity(name: string, type: EntityType, { id: taken }: Entity): OtherEntity {
  const id = slug(name)
  return { id: id === taken ? `${id}-2` : id, type, name: name.trim(), provisional: true }
}

function unknown(name: string): EditMade {
  return { refused: `No entity ${name} in this archive` }
}
