import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Db } from './database.ts'

/** A process that takes tasks, as other processes on the archive see it. */
export interface Owner {
  readonly id: string
  /** Gives back what it holds, and leaves. */
  leave(): void
}

/** The heartbeat is written this often … */
const BEAT_MS = 5_000
/** … and an owner that has missed six is dead: a busy main thread may well miss a few. */
const LEASE_MS = 30_000

/** Enters this process among the owners, with a heartbeat that does not keep the process alive. */
export function join(db: Db): Owner {
  const id = randomUUID()
  const beat = (): void => {
    db.run(
      'INSERT INTO owners (id, host, pid, heartbeat) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET heartbeat = excluded.heartbeat',
      id,
      hostname(),
      process.pid,
      Date.now(),
    )
  }
  beat()
  const timer = setInterval(beat, BEAT_MS)
  timer.unref()
  return {
    id,
    leave: () => {
      clearInterval(timer)
      db.transaction(() => {
        db.run('UPDATE tasks SET owner = NULL, attempts = max(attempts - 1, 0) WHERE owner = ?', id)
        db.run('DELETE FROM owners WHERE id = ?', id)
      })
    },
  }
}

/** Takes tasks back from dead owners and counts the crash. To be called inside a transaction. */
export function takeBack(db: Db): void {
  const owners = db.all<{ id: string; host: string; pid: number; heartbeat: number }>('SELECT * FROM owners')
  for (const owner of owners) {
    if (isAlive(owner)) continue
    db.run('UPDATE tasks SET owner = NULL, crashes = crashes + 1 WHERE owner = ?', owner.id)
    db.run('DELETE FROM owners WHERE id = ?', owner.id)
  }
}

function isAlive(owner: { readonly host: string; readonly pid: number; readonly heartbeat: number }): boolean {
  if (Date.now() - owner.heartbeat > LEASE_MS) return false
  if (owner.host !== hostname()) return true
  try {
    process.kill(owner.pid, 0)
    return true
  } catch (error) {
    // EPERM: alive, and another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
