import type { Accounts } from '@counterclaim/model'
import { checkVersions } from '../check-versions.ts'
import { connectElastic } from '../elastic.ts'
import type { ElasticSettings } from '../settings.ts'
import { sessions } from './sessions.ts'
import { tokens } from './tokens.ts'
import { users } from './users.ts'

/**
 * Opens the accounts that all desks of an archive in Elasticsearch share, in an index apart from it. `now` is in ms since 1970.
 * @throws {ConfigError} `archive.missing` when there is no index for them or it must be migrated first, `archive.newer`
 */
export async function openElasticAccounts(settings: ElasticSettings, now: () => number = Date.now): Promise<Accounts> {
  const elastic = connectElastic(settings)
  try {
    await checkVersions(elastic, ['accounts'])
  } catch (error) {
    await elastic.close()
    throw error
  }
  return {
    ...users(elastic, now),
    ...sessions(elastic, now),
    ...tokens(elastic, now),
    close: () => elastic.close(),
  }
}
