import { argon2, createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { ConfigError } from '@counterclaim/model'

/** Cost of a guess, and of a sign-in: the first choice for argon2id in OWASP's Password Storage Cheat Sheet. */
const COST = { parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 } as const
const SALT_BYTES = 16
/** Source: NIST SP 800-63B-4, 3.1.1.2, for passwords that are the only factor; the upper bound keeps a request small. */
const SHORTEST = 15
const LONGEST = 200

const hash = promisify(argon2)

/**
 * What is kept of a password.
 * @throws {ConfigError} `config.invalid` when it is too short or too long
 */
export async function keepable(password: string): Promise<string> {
  if (password.length < SHORTEST || password.length > LONGEST) {
    throw new ConfigError('config.invalid', `A password has ${SHORTEST} to ${LONGEST} characters`)
  }
  const nonce = randomBytes(SALT_BYTES)
  return `${nonce.toString('hex')}$${(await hash('argon2id', { ...COST, message: password, nonce })).toString('hex')}`
}

/** Whether a password is the one of which this was kept; costs the same for a name that nobody has (`null`). */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [salt = '', tag = ''] = (kept ?? '').split('$')
  const nonce = kept === null ? randomBytes(SALT_BYTES) : Buffer.from(salt, 'hex')
  const made = await hash('argon2id', { ...COST, message: password.slice(0, LONGEST), nonce })
  return kept !== null && timingSafeEqual(made, Buffer.from(tag, 'hex'))
}

/** A secret of 256 random bits: too many to guess, so that a fast hash is enough to keep it by. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of such a secret. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
