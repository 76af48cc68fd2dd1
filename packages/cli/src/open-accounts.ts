import { openAccounts } from '@counterclaim/io'
import type { Accounts } from '@counterclaim/model'
import { isOnElastic } from '@counterclaim/workers/is-distributed'

/** Opens the accounts where the archive is: beside it in its folder, or in Elasticsearch, where all desks share them. */
export async function openAccountsOf(folder: string): Promise<Accounts> {
  if (!isOnElastic(process.env)) return openAccounts(folder)
  // Loaded only now: embedded desks need no client of Elasticsearch.
  const { openElasticAccounts, readElasticSettings } = await import('@counterclaim/io/elastic')
  return openElasticAccounts(readElasticSettings(process.env))
}
