import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAccounts } from '@counterclaim/io'
import { connectElastic, openElasticAccounts } from '@counterclaim/io/elastic'
import { accountsContract } from '@counterclaim/pipeline/contract'
import { afterAll, expect, it } from 'vitest'
import { withServers } from '../servers/servers.ts'
import { emptyElastic, removeElastic } from './open-elastic.ts'

const folder = (): string => mkdtempSync(join(tmpdir(), 'counterclaim-accounts-'))

let last = ''
accountsContract(async (now, again) => {
  if (again === undefined) last = folder()
  return openAccounts(last, now)
})

it('keeps neither password nor secret, in a file of its owner alone', async () => {
  const dir = folder()
  const accounts = openAccounts(dir)
  await accounts.addUser({ name: 'Sample', role: 'admin' }, 'a sample password')
  const { secret } = await accounts.addToken({ name: 'program', role: 'reader' })
  const session = await accounts.signIn('Sample', 'a sample password')
  await accounts.close()
  const path = join(dir, 'accounts.sqlite')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const bytes = readFileSync(path, 'latin1')
  for (const hidden of ['a sample password', secret, session ?? '']) expect(bytes).not.toContain(hidden)
})

withServers(['elastic'], ({ elastic: url }) => {
  const settings = { url, auth: null, ca: null, prefix: `accounts-${process.pid}` }
  afterAll(() => removeElastic(url, settings.prefix))

  accountsContract(async (now, again) => {
    if (again === undefined) await emptyElastic(settings)
    return openElasticAccounts(settings, now)
  })

  it('keeps neither password nor secret, nor what was typed as a name, in an index apart from the archive', async () => {
    await emptyElastic(settings)
    const accounts = await openElasticAccounts(settings)
    await accounts.addUser({ name: 'Sample', role: 'admin' }, 'a sample password')
    const { secret } = await accounts.addToken({ name: 'program', role: 'reader' })
    const session = await accounts.signIn('Sample', 'a sample password')
    await accounts.signIn('my other password', 'typed twice')
    await accounts.close()
    const elastic = connectElastic(settings)
    await elastic.refresh(['accounts'])
    const { hits } = await elastic.search('accounts', { size: 100 })
    const names = Object.keys(await elastic.call((client) => client.indices.get({ index: `${settings.prefix}-*` })))
    await elastic.close()
    expect(hits.length).toBe(5)
    expect(names.filter((name) => name.includes('accounts-v') || name.includes('_'))).toEqual([])
    for (const hidden of ['a sample password', secret, session ?? '', 'my other'])
      expect(JSON.stringify(hits)).not.toContain(hidden)
  })

  it('clears sessions away that have ended, when somebody signs in', async () => {
    await emptyElastic(settings)
    let now = Date.UTC(2031, 3, 1)
    const accounts = await openElasticAccounts(settings, () => now)
    await accounts.addUser({ name: 'Sample', role: 'admin' }, 'a sample password')
    await accounts.signIn('Sample', 'a sample password')
    const elastic = connectElastic(settings)
    now += 9 * 3_600_000
    await elastic.refresh(['accounts'])
    await accounts.signIn('Sample', 'a sample password')
    await elastic.refresh(['accounts'])
    const sessions = await elastic.count('accounts', { term: { kind: 'session' } })
    await Promise.all([elastic.close(), accounts.close()])
    expect(sessions).toBe(1)
  })
})
