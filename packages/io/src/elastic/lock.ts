/** Runs `body` while nobody else who asked for the same name runs theirs, in this process or any other. */
export type Lock = <T>(name: string, body: () => Promise<T>) => Promise<T>

/** A lock among callers of one process. */
export function processLock(): Lock {
  const last = new Map<string, Promise<unknown>>()
  return (name, body) => {
    const turn = (last.get(name) ?? Promise.resolve()).then(body)
    last.set(
      name,
      turn.catch(() => {}),
    )
    return turn
  }
}
