import type { Change, ClaimChange, ClaimCorrection, Edit, EntityChange, GroupedClaim } from '@counterclaim/model'
import { formatValue } from './format-value.ts'

/** What a correction of a claim changed: "speaker, was “Anna Veld”; value, was 3". */
export function correctionWords({ was }: Pick<ClaimCorrection, 'was'>): string {
  return parts(was)
    .map(([name, before]) => `${name}, was ${before}`)
    .join('; ')
}

/** Those of a document's edits that set a claim right, or take that back, in the order given. */
export function editsOfClaim({ id, corrected = [] }: GroupedClaim, edits: readonly Edit[]): Edit[] {
  const own = new Set(corrected.map(({ edit }) => edit))
  for (const edit of edits) if (edit.change.kind === 'claim' && edit.change.evidence.claim === id) own.add(edit.id)
  return edits.filter((edit) => own.has(edit.change.kind === 'undo' ? edit.change.edit : edit.id))
}

/** What an edit does, in words. */
export function editWords({ change }: Pick<Edit, 'change'>): string {
  return WORDS[change.kind](change as never)
}

const WORDS: { readonly [K in Change['kind']]: (change: Extract<Change, { readonly kind: K }>) => string } = {
  claim: ({ set }) =>
    `corrected: ${parts(set)
      .map(([name, now]) => `${name} is ${now}`)
      .join('; ')}`,
  entity: ({ set }) => `edited: ${entityParts(set).join('; ')}`,
  merge: ({ entity, into }) => `${entity} merged into ${into.name} (${into.id})`,
  split: ({ entity, into, named, documents }) => {
    const called = named.length === 0 ? '' : ` what is called ${named.map((name) => `“${name}”`).join(', ')}`
    const where = documents.length === 0 ? '' : ` in ${documents.join(', ')}`
    return `split from ${entity}:${called}${where} is ${into.name} (${into.id})`
  },
  undo: ({ edit }) => `taken back: ${edit}`,
}

function parts(fields: ClaimChange): (readonly [name: string, value: string])[] {
  const { speaker, subject, value, per = null } = fields
  const told: (readonly [string, string])[] = []
  if (speaker !== undefined) told.push(['speaker', speaker === null ? 'the outlet itself' : `“${speaker}”`])
  if (subject !== undefined) told.push(['subject', subject === null ? 'not said' : `“${subject}”`])
  if (value !== undefined) told.push(['value', value === null ? 'none' : formatValue(value, per)])
  return told
}

function entityParts({ name, type, addNames = [], dropNames = [] }: EntityChange): string[] {
  return [
    ...(name === undefined ? [] : [`called “${name}”`]),
    ...(type === undefined ? [] : [`a ${type}`]),
    ...addNames.map((one) => `also “${one}”`),
    ...dropNames.map((one) => `not “${one}”`),
  ]
}
