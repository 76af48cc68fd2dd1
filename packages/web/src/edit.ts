import type { Acting, Edit, Entity, EntityChange } from '@counterclaim/model'
import { type Correction, correctClaim, type EditMade } from '@counterclaim/pipelines/correct'
import { editEntity, mergeEntities, splitEntity, undoEdit } from '@counterclaim/pipelines/edit-entities'
import { type Removed, removeDocument } from '@counterclaim/pipelines/remove'
import type { CorrectionBody, EntityBody, SplitBody } from './api/edit-schemas.ts'
import type { DeskPorts } from './ports.ts'
import { notFound, unusable } from './problem.ts'
import { readClaim } from './read.ts'

/**
 * Sets right what a form says otherwise than the claim: what it leaves as it is was not corrected.
 * @throws {Problem} when there is no such claim, or it cannot be corrected so
 */
export async function correct(ports: DeskPorts, id: string, body: CorrectionBody, acting: Acting): Promise<Edit> {
  const { claim } = (await readClaim(ports, id)).hit
  const { speaker, subject, value } = body
  const correction: Correction = {
    ...(speaker === undefined || speaker.trim() === (claim.speaker ?? '') ? {} : { speaker }),
    ...(subject === undefined || subject.trim() === (claim.subject ?? '') ? {} : { subject }),
    ...(value === undefined || value.trim() === '' ? {} : { value }),
  }
  return madeOf(await correctClaim(id, correction, acting, ports))
}

/** @throws {Problem} when there is no such entity, or the form says nothing new */
export async function edit(ports: DeskPorts, id: string, body: EntityBody, acting: Acting): Promise<Edit> {
  const entity = await entityOf(ports, id)
  const names = linesOf(body.names)
  const others = entity.names.filter((name) => name !== entity.name)
  const [addNames, dropNames] = [missing(names, others), missing(others, names)]
  const set: EntityChange = {
    ...(body.name.trim() === entity.name ? {} : { name: body.name.trim() }),
    ...(body.type === entity.type ? {} : { type: body.type }),
    ...(addNames.length === 0 ? {} : { addNames }),
    ...(dropNames.length === 0 ? {} : { dropNames }),
  }
  return madeOf(await editEntity(entity.id, set, acting, ports))
}

/** @throws {Problem} when one of them is not there */
export async function merge(ports: DeskPorts, id: string, into: string, acting: Acting): Promise<Edit> {
  return madeOf(await mergeEntities((await entityOf(ports, id)).id, into.trim(), acting, ports))
}

/** @throws {Problem} when there is no such entity or document, or nothing is split off */
export async function split(
  ports: DeskPorts,
  id: string,
  { as, named, documents }: SplitBody,
  acting: Acting,
): Promise<Edit> {
  const parts = { as: as.trim(), named: linesOf(named), documents: linesOf(documents) }
  return madeOf(await splitEntity((await entityOf(ports, id)).id, parts, acting, ports))
}

/** @throws {Problem} when it does not stand */
export async function undo(ports: DeskPorts, id: string, acting: Acting): Promise<Edit> {
  return madeOf(await undoEdit(id, acting, ports))
}

/** @throws {Problem} when there is no such document */
export async function takeDown(ports: DeskPorts, id: string, acting: Acting): Promise<Removed> {
  const removed = await removeDocument(id, acting, ports)
  if (removed === null) throw notFound('document', id)
  return removed
}

async function entityOf({ search }: DeskPorts, id: string): Promise<Entity> {
  const known = await search.entity(id)
  if (known === null) throw notFound('name', id)
  return known.entity
}

function madeOf(done: EditMade): Edit {
  if ('refused' in done) throw unusable(done.refused)
  return done.made
}

function linesOf(text: string): string[] {
  return [...new Set(text.split(/\r?\n/).map((line) => line.trim()))].filter((line) => line !== '')
}

function missing(of: readonly string[], from: readonly string[]): string[] {
  return of.filter((one) => !from.includes(one))
}
