/** What somebody may do, each all that stands before it: read; decide on contradictions; change what is archived; see to accounts. */
export const ROLES = ['reader', 'reviewer', 'editor', 'admin'] as const

/** One of them. */
export type Role = (typeof ROLES)[number]

/** Whether a role is enough where another is asked for. */
export function isEnough(role: Role, asked: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(asked)
}

/** Who asks: a person who signed in, or a program with a token. */
export interface Member {
  readonly name: string
  readonly role: Role
}

/** A person who may sign in. */
export interface User extends Member {
  /** ISO 8601, UTC. */
  readonly addedAt: string
}

/** A program that may ask. Its secret is shown once, when it is made; only a hash of it is kept. */
export interface Token extends Member {
  /** To revoke it by. */
  readonly id: string
  readonly addedAt: string
}

/**
 * Who may enter the desk where it answers to more than its own machine. No password and no
 * secret is kept: passwords as argon2id, secrets as SHA-256 of 256 random bits.
 */
export interface Accounts {
  /** By name. */
  users(): Promise<User[]>
  /**
   * False when there is one of that name already, in any case of its letters.
   * @throws {ConfigError} `config.invalid` when the name or the password cannot be taken
   */
  addUser(member: Member, password: string): Promise<boolean>
  /** Ends their sessions as well. False when there is none. */
  removeUser(name: string): Promise<boolean>
  /**
   * Ends their sessions as well. False when there is none.
   * @throws {ConfigError} `config.invalid` when the password cannot be taken
   */
  setPassword(name: string, password: string): Promise<boolean>
  /** The secret of a new session, by which `ofSession` knows who asks; null when name or password is wrong, or was wrong too often. */
  signIn(name: string, password: string): Promise<string | null>
  signOut(secret: string): Promise<void>
  /** Null when the session is unknown, or has ended by itself. */
  ofSession(secret: string): Promise<Member | null>
  /** By name, then id. */
  tokens(): Promise<Token[]>
  /**
   * Gives the token's id and its secret.
   * @throws {ConfigError} `config.invalid` when the name cannot be taken
   */
  addToken(member: Member): Promise<{ readonly id: string; readonly secret: string }>
  /** False when there is none of this id. */
  revokeToken(id: string): Promise<boolean>
  /** Null when there is none of this secret. */
  ofToken(secret: string): Promise<Member | null>
  close(): Promise<void>
}
