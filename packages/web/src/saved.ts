import type { Alert, SavedSearch, SearchLog } from '@counterclaim/model'
import { saveSearch } from '@counterclaim/pipelines/save-search'
import { type ClaimParams, claimQuery } from './api/query.ts'
import type { DeskPorts } from './ports.ts'
import { notFound, unusable } from './problem.ts'

/** A search that a person saves: what its address asks for, a name, and who is told. */
export interface ToSave extends ClaimParams {
  readonly name: string
  readonly webhook?: string | undefined
  /** Addresses parted by commas or blanks. */
  readonly mail?: string | undefined
}

/** A saved search as it is shown: what signs its alerts stays here. */
export type Shown = Omit<SavedSearch, 'webhook'> & {
  readonly webhook: string | null
  readonly checkedAt: SearchLog['checkedAt']
  readonly failure: SearchLog['failure']
  /** The newest first. */
  readonly alerts: readonly Alert[]
}

/**
 * Keeps a search.
 * @throws {Problem} when it asks for nothing, or its name is taken
 */
export async function save(
  ports: DeskPorts,
  { name, webhook, mail, ...params }: ToSave,
  by: string,
): Promise<SavedSearch> {
  const { limit: _limit, cursor: _cursor, sort: _sort, ...query } = claimQuery(params)
  const addresses = (mail ?? '').split(/[\s,]+/).filter((address) => address !== '')
  const url = webhook === undefined || webhook.trim() === '' ? null : webhook.trim()
  const made = await saveSearch({ name, query, by, webhook: url, mail: addresses }, ports)
  if ('refused' in made) throw unusable(made.refused)
  return made.saved
}

/** Every saved search with what came of it, by name. */
export async function allSaved({ savedSearches }: DeskPorts): Promise<Shown[]> {
  const shown: Shown[] = []
  for (const saved of await savedSearches.list()) {
    const log = await savedSearches.log(saved.id)
    if (log !== null) shown.push(shownOf(saved, log))
  }
  return shown
}

/** @throws {Problem} when there is none of this id */
export async function savedOf(ports: DeskPorts, id: string): Promise<Shown> {
  const found = (await allSaved(ports)).find((one) => one.id === id)
  if (found === undefined) throw notFound('saved search', id)
  return found
}

/** @throws {Problem} when there is none of this id */
export async function forget({ savedSearches }: DeskPorts, id: string): Promise<void> {
  if (!(await savedSearches.remove(id))) throw notFound('saved search', id)
}

/** A saved search without its secret. */
export function shownOf({ webhook, ...saved }: SavedSearch, { checkedAt, failure, alerts }: SearchLog): Shown {
  return { ...saved, webhook: webhook?.url ?? null, checkedAt, failure, alerts }
}
