import type { Accounts } from '@counterclaim/model'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const PASSWORD = 'a sample password'
const OTHER = 'another sample password'
const HOUR_MS = 3_600_000

const START = Date.UTC(2031, 3, 1)

/** The store of the running test, and its clock. */
interface Running {
  readonly accounts: () => Accounts
  /** The same store, as another desk has it open. */
  readonly another: () => Promise<Accounts>
  readonly now: () => string
  readonly pass: (ms: number) => void
}

/** Opens an empty store; with `again`, the one that was opened last once more. `now` is its clock, in ms since 1970. */
export type OpenAccounts = (now: () => number, again?: 'again') => Promise<Accounts>

/** What every store of accounts guarantees. */
export function accountsContract(open: OpenAccounts): void {
  describe('accounts', () => {
    let now = START
    let opened: Accounts
    beforeEach(async () => {
      now = START
      opened = await open(() => now)
    })
    afterEach(() => opened.close())
    const running: Running = {
      accounts: () => opened,
      another: () => open(() => now, 'again'),
      now: () => new Date(now).toISOString(),
      pass: (ms) => {
        now += ms
      },
    }
    people(running)
    entering(running)
    programs(running)
    together(running)
  })
}

function people({ accounts, now }: Running): void {
  it('knows people by name and role, once each, whatever the case', async () => {
    expect(await accounts().addUser({ name: 'Sample', role: 'reviewer' }, PASSWORD)).toBe(true)
    expect(await accounts().addUser({ name: 'sample', role: 'admin' }, OTHER)).toBe(false)
    expect(await accounts().users()).toEqual([{ name: 'Sample', role: 'reviewer', addedAt: now() }])
  })

  it.each([
    ['', PASSWORD],
    ['Counterclaim', PASSWORD],
    ['<b>', PASSWORD],
    ['a\nb', PASSWORD],
    ['x'.repeat(65), PASSWORD],
    ['Sample', 'too short'],
  ])('takes no user %j with %j', async (name, password) => {
    await expect(accounts().addUser({ name, role: 'reader' }, password)).rejects.toMatchObject({
      code: 'config.invalid',
    })
    expect(await accounts().users()).toEqual([])
  })
}

function entering({ accounts, pass }: Running): void {
  it('lets in by the right password alone, until the session ends', async () => {
    await accounts().addUser({ name: 'Sample', role: 'editor' }, PASSWORD)
    expect(await accounts().signIn('Sample', OTHER)).toBeNull()
    expect(await accounts().signIn('Nobody', PASSWORD)).toBeNull()
    const secret = (await accounts().signIn('sample', PASSWORD)) ?? ''
    expect(await accounts().ofSession(secret)).toEqual({ name: 'Sample', role: 'editor' })
    expect(await accounts().ofSession(`${secret}x`)).toBeNull()
    pass(8 * HOUR_MS)
    expect(await accounts().ofSession(secret)).toBeNull()
  })

  it('ends sessions with sign-out, a new password and removal', async () => {
    await accounts().addUser({ name: 'Sample', role: 'reader' }, PASSWORD)
    const [first, second] = [await accounts().signIn('Sample', PASSWORD), await accounts().signIn('Sample', PASSWORD)]
    await accounts().signOut(first ?? '')
    expect(await accounts().ofSession(first ?? '')).toBeNull()
    expect(await accounts().ofSession(second ?? '')).not.toBeNull()
    expect(await accounts().setPassword('Sample', OTHER)).toBe(true)
    expect(await accounts().ofSession(second ?? '')).toBeNull()
    expect(await accounts().signIn('Sample', PASSWORD)).toBeNull()
    const third = await accounts().signIn('Sample', OTHER)
    expect(await accounts().removeUser('Sample')).toBe(true)
    expect(await accounts().ofSession(third ?? '')).toBeNull()
    expect([await accounts().removeUser('Sample'), await accounts().setPassword('Sample', OTHER)]).toEqual([
      false,
      false,
    ])
  })

  it('lets nobody in under a name that was guessed at too often, at once or one by one, for a while', async () => {
    await accounts().addUser({ name: 'Sample', role: 'reader' }, PASSWORD)
    await Promise.all(Array.from({ length: 10 }, () => accounts().signIn('Sample', OTHER)))
    expect(await accounts().signIn('SAMPLE', PASSWORD)).toBeNull()
    pass(HOUR_MS)
    expect(await accounts().signIn('Sample', PASSWORD)).not.toBeNull()
  })
}

function programs({ accounts }: Running): void {
  it('knows programs by their tokens until they are revoked', async () => {
    const { id, secret } = await accounts().addToken({ name: 'export', role: 'reader' })
    expect(await accounts().ofToken(secret)).toEqual({ name: 'export', role: 'reader' })
    expect(await accounts().ofToken(id)).toBeNull()
    expect(JSON.stringify(await accounts().tokens())).not.toContain(secret)
    expect(await accounts().revokeToken(id)).toBe(true)
    expect(await accounts().ofToken(secret)).toBeNull()
    expect(await accounts().revokeToken(id)).toBe(false)
  })
}

function together({ accounts, another }: Running): void {
  it('is one for all desks: who enters at one has entered at all, and is put out by any', async () => {
    const other = await another()
    try {
      expect(await accounts().addUser({ name: 'Sample', role: 'editor' }, PASSWORD)).toBe(true)
      expect(await other.addUser({ name: 'SAMPLE', role: 'admin' }, OTHER)).toBe(false)
      const [first, second] = [await other.signIn('Sample', PASSWORD), await accounts().signIn('Sample', PASSWORD)]
      expect(await accounts().ofSession(first ?? '')).toEqual({ name: 'Sample', role: 'editor' })
      await accounts().signOut(first ?? '')
      expect(await other.ofSession(first ?? '')).toBeNull()
      await other.setPassword('sample', OTHER)
      expect(await accounts().ofSession(second ?? '')).toBeNull()
      const { id, secret } = await other.addToken({ name: 'export', role: 'reader' })
      expect(await accounts().ofToken(secret)).toEqual({ name: 'export', role: 'reader' })
      expect(await accounts().revokeToken(id)).toBe(true)
      expect(await other.ofToken(secret)).toBeNull()
    } finally {
      await other.close()
    }
  })

  it('counts guesses at all desks together', async () => {
    const other = await another()
    try {
      await accounts().addUser({ name: 'Sample', role: 'reader' }, PASSWORD)
      for (let i = 0; i < 5; i++) {
        expect([await accounts().signIn('Sample', OTHER), await other.signIn('Sample', OTHER)]).toEqual([null, null])
      }
      expect([await accounts().signIn('Sample', PASSWORD), await other.signIn('Sample', PASSWORD)]).toEqual([
        null,
        null,
      ])
    } finally {
      await other.close()
    }
  })

  it('lists people and programs by name, without what lets them in', async () => {
    for (const name of ['Quay', 'berth', 'Anchor']) {
      await accounts().addUser({ name, role: 'reader' }, PASSWORD)
      await accounts().addToken({ name, role: 'reader' })
    }
    expect((await accounts().users()).map(({ name }) => name)).toEqual(['Anchor', 'berth', 'Quay'])
    expect(Object.keys((await accounts().users())[0] ?? {}).sort()).toEqual(['addedAt', 'name', 'role'])
    expect(Object.keys((await accounts().tokens())[0] ?? {}).sort()).toEqual(['addedAt', 'id', 'name', 'role'])
  })

  it('gives a name that was removed and given again no session of who had it before', async () => {
    await accounts().addUser({ name: 'Sample', role: 'admin' }, PASSWORD)
    const before = await accounts().signIn('Sample', PASSWORD)
    await accounts().removeUser('Sample')
    await accounts().addUser({ name: 'Sample', role: 'reader' }, PASSWORD)
    expect(await accounts().ofSession(before ?? '')).toBeNull()
  })
}
