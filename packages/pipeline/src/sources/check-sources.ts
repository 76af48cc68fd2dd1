import type { ReadFeed, Source } from '@counterclaim/model'
import { type Checked, type CheckPorts, checkSource } from './check-source.ts'

/** Sources looked at at once: each is on a host of its own, as a rule, and waits most of the time. */
const AT_ONCE = 16

/** Looks at sources, several at once; gives what was found as it comes. */
export async function* checkSources(
  sources: readonly Source[],
  ports: CheckPorts,
  readFeed: ReadFeed,
): AsyncIterable<Checked> {
  const waiting = [...sources]
  const running = new Map<Source, Promise<{ readonly source: Source; readonly checked: Checked }>>()
  while (waiting.length > 0 || running.size > 0) {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const source = next
      running.set(
        source,
        checkSource(source, ports, readFeed).then((checked) => ({ source, checked })),
      )
      if (running.size >= AT_ONCE) break
    }
    const { source, checked } = await Promise.race(running.values())
    running.delete(source)
    yield checked
  }
}
