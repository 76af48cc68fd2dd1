import { type SavedQuery, type SavedSearch, searchId } from '@counterclaim/model'
import { type AlertPorts, checkSearch } from './alerts.ts'
import { isAddress } from './subscribe.ts'

/** What a person gives to have a search kept. */
export interface SearchToSave {
  readonly name: string
  readonly query: SavedQuery
  readonly by: string
  /** Where alerts are posted, null for nowhere. */
  readonly webhook: string | null
  readonly mail: readonly string[]
}

/** What came of it: the search as it is kept, or why it is not. */
export type Saved = { readonly saved: SavedSearch } | { readonly refused: string }

const MOST_NAME = 200
const MOST_RECEIVERS = 20
const SECRET_BYTES = 24

/** Keeps a search. All that it finds at this moment is known; what it finds later is an alert. */
export async function saveSearch(given: SearchToSave, ports: AlertPorts): Promise<Saved> {
  const name = given.name.trim()
  const refused = whyNot({ ...given, name })
  if (refused !== null) return { refused }
  const saved: SavedSearch = {
    id: searchId(name),
    name,
    query: given.query,
    by: given.by,
    at: ports.now(),
    webhook: given.webhook === null ? null : { url: given.webhook, secret: newSecret() },
    mail: [...new Set(given.mail)],
  }
  if (!(await ports.savedSearches.add(saved))) return { refused: `There is a saved search "${name}" already` }
  await checkSearch(saved, ports)
  return { saved }
}

function whyNot({ name, query, webhook, mail }: SearchToSave): string | null {
  if (name === '' || name.length > MOST_NAME) return `Give it a name of at most ${MOST_NAME} characters`
  if (Object.values(query).every((value) => value === undefined || value === ''))
    return 'It asks for nothing: give words or filters'
  if (webhook !== null && !/^https?:\/\//i.test(webhook)) return `${webhook} is no URL of the web`
  if (mail.length > MOST_RECEIVERS) return `At most ${MOST_RECEIVERS} addresses get mail of one search`
  const wrong = mail.find((address) => !isAddress(address))
  return wrong === undefined ? null : `${wrong} is no address of mail`
}

/** As standardwebhooks.com writes secrets. */
function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES))
  return `whsec_${btoa(String.fromCharCode(...bytes))}`
}
