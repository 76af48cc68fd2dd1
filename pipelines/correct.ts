import {
  type Acting,
  type Audit,
  actOf,
  type Claim,
  type ClaimChange,
  type Edit,
  editOf,
  evidenceOf,
  type IndexableDocument,
  type Search,
  standingEdits,
  undoOf,
} from '@counterclaim/model'
import { readValue } from '@counterclaim/quantities'
import { type FilePorts, fileAgain } from './file-again.ts'

/** What correcting reads and writes. */
export interface CorrectPorts extends FilePorts {
  readonly search: Pick<Search, 'claim' | 'document' | 'entity' | 'edits'>
  readonly audit: Pick<Audit, 'record'>
}

/** What a person says of a claim; what is missing stays. Empty: nobody is named, or the outlet itself speaks. */
export interface Correction {
  readonly speaker?: string | undefined
  readonly subject?: string | undefined
  /** A figure in words: "at least 3.2 million". A bare number keeps the unit that the claim has. */
  readonly value?: string | undefined
}

/** What came of it: the edit that was kept, or why there is none. */
export type EditMade = { readonly made: Edit } | { readonly refused: string }

/**
 * Sets right what was read out of a claim, beside what was found, which is kept. It rests on the claim's evidence: it is made
 * again whenever the document is processed. Everything that follows from the claim follows from it as it is now.
 */
export async function correctClaim(
  id: string,
  correction: Correction,
  acting: Acting,
  ports: CorrectPorts,
): Promise<EditMade> {
  const hit = await ports.search.claim(id)
  const doc = hit === null ? null : await ports.search.document(hit.document.id)
  if (hit === null || doc === null) return { refused: `No claim ${id} in this archive` }
  const value = correction.value === undefined ? {} : figureOf(hit.claim, correction.value)
  if ('refused' in value) return value
  const set: ClaimChange = {
    ...value,
    ...(await named('speaker', correction.speaker, doc, ports.search)),
    ...(await named('subject', correction.subject, doc, ports.search)),
  }
  const fields = Object.keys(set) as (keyof ClaimChange)[]
  if (fields.length === 0) return { refused: 'Say what is to be corrected: speaker, subject or value' }
  if (fields.every((field) => JSON.stringify(hit.claim[field]) === JSON.stringify(set[field])))
    return { refused: `${id} says so already` }
  const made = editOf({ kind: 'claim', evidence: evidenceOf(hit), set }, acting)
  await ports.audit.record(actOf('correct', id, acting))
  await ports.edits.add(made)
  await fileAgain([doc.id], ports)
  return { made }
}

/** Takes back the latest correction of a claim that stands; both stay in the history. */
export async function undoCorrection(id: string, acting: Acting, ports: CorrectPorts): Promise<EditMade> {
  const hit = await ports.search.claim(id)
  if (hit === null) return { refused: `No claim ${id} in this archive` }
  const last = hit.claim.corrected?.at(-1)?.edit
  const edit = standingEdits(await ports.search.edits(hit.document.id)).find((one) => one.id === last)
  if (edit === undefined) return { refused: `Nobody corrected ${id}` }
  const made = undoOf(edit, acting)
  await ports.audit.record(actOf('undo', edit.id, acting))
  await ports.edits.add(made)
  await fileAgain([hit.document.id], ports)
  return { made }
}

/** A figure for a claim that has one. */
function figureOf(claim: Claim, text: string): ClaimChange | { readonly refused: string } {
  if (claim.value === null) return { refused: `${claim.id} is a statement: it has no figure` }
  if (claim.value.unit === 'date') return dayOf(claim, text)
  const read = readValue(text)
  if (read === null) return { refused: `"${text}" is no figure: write it as in "at least 3.2 million"` }
  const isBare = read.value.unit === 'count' && read.per === null
  return isBare
    ? { value: { ...read.value, unit: claim.value.unit }, per: claim.per }
    : { value: read.value, per: read.per }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

function dayOf(claim: Claim, text: string): ClaimChange | { readonly refused: string } {
  const day = text.trim()
  if (!DAY.test(day) || Number.isNaN(Date.parse(day)))
    return { refused: `${claim.id} tells a day: write it as in 2024-09-24` }
  return { value: { min: day, max: day, unit: 'date', modifier: 'exact' } }
}

/** Who or what is meant: an entity of the document, or of the archive, by its id or any of its names; else the words. */
async function named(
  role: 'speaker' | 'subject',
  text: string | undefined,
  { entities }: IndexableDocument,
  search: CorrectPorts['search'],
): Promise<ClaimChange> {
  if (text === undefined) return {}
  const name = text.trim()
  if (name === '') return { [role]: null, [`${role}Entity`]: null }
  const isMeant = (one: string): boolean => one.toLowerCase() === name.toLowerCase()
  const own = entities.find(({ id, names, name: called }) => [id, called, ...names].some(isMeant))
  const entity = own ?? (await search.entity(name))?.entity
  return {
    [role]: entity === undefined || entity.id !== name ? name : entity.name,
    [`${role}Entity`]: entity?.id ?? null,
  }
}
