import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAccounts } from '@counterclaim/io'
import { accountsContract } from '@counterclaim/pipeline/contract'
import { expect, it } from 'vitest'

const folder = (): string => mkdtempSync(join(tmpdir(), 'counterclaim-accounts-'))

accountsContract((now) => openAccounts(folder(), now))

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
