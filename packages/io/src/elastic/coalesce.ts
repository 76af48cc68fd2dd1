/** How much is asked at once. */
export interface CoalesceOptions {
  /** Requests under way at once. */
  readonly atOnce: number
  /** Items of one request; a call with more is one request. */
  readonly most: number
}

interface Call<T, R> {
  readonly items: readonly T[]
  readonly resolve: (results: R[]) => void
  readonly reject: (error: unknown) => void
}

/**
 * Gathers calls: what is asked in one turn of the event loop, or while earlier requests are under way, becomes one request.
 * Nobody waits for others to ask, so a lone call is as fast as without, and the busier a process, the fewer its requests.
 * `run` gives a result for each item, in order; an Error among them fails the call that the item came from, and that alone.
 * What `run` throws fails all calls of the request.
 */
export function coalesce<T, R>(
  run: (items: readonly T[]) => Promise<readonly (R | Error)[]>,
  { atOnce, most }: CoalesceOptions,
): (items: readonly T[]) => Promise<R[]> {
  const waiting: Call<T, R>[] = []
  let running = 0
  let isPlanned = false
  const next = (): void => {
    isPlanned = false
    while (running < atOnce && waiting.length > 0) {
      running++
      void serve(run, takeCalls(waiting, most)).finally(() => {
        running--
        plan()
      })
    }
  }
  const plan = (): void => {
    if (isPlanned || waiting.length === 0 || running >= atOnce) return
    isPlanned = true
    setImmediate(next)
  }
  return (items) =>
    new Promise((resolve, reject) => {
      waiting.push({ items, resolve, reject })
      plan()
    })
}

/** The calls of the next request, taken off the list. */
function takeCalls<T, R>(waiting: Call<T, R>[], most: number): Call<T, R>[] {
  let size = 0
  let n = 0
  for (const { items } of waiting) {
    size += items.length
    if (n > 0 && size > most) break
    n++
  }
  return waiting.splice(0, n)
}

async function serve<T, R>(
  run: (items: readonly T[]) => Promise<readonly (R | Error)[]>,
  calls: readonly Call<T, R>[],
): Promise<void> {
  try {
    const results = await run(calls.flatMap(({ items }) => items))
    let from = 0
    for (const { items, resolve, reject } of calls) {
      const own = results.slice(from, from + items.length)
      from += items.length
      const failed = own.find((result) => result instanceof Error)
      if (failed === undefined) resolve(own as R[])
      else reject(failed)
    }
  } catch (error) {
    for (const { reject } of calls) reject(error)
  }
}
