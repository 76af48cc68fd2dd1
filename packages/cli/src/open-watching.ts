import { type Embedded, openEmbedded, type Progressing } from '@counterclaim/workers/embedded'
import { isDistributed } from '@counterclaim/workers/is-distributed'

/** An archive whose sources are looked at. */
export interface WatchedArchive extends Pick<Embedded, 'sources' | 'audit' | 'findSource' | 'check' | 'close'> {
  /** Works on what is new until it is done; null where workers do that. */
  readonly drain: ((progressing: Progressing) => Promise<void>) | null
}

/** Opens the archive in a folder as the settings ask for. */
export async function openWatching(dir: string): Promise<WatchedArchive> {
  if (!isDistributed(process.env)) return openEmbedded(dir)
  // Loaded only now: embedded runs need no client of Redis.
  const { openDistributed } = await import('@counterclaim/workers/distributed')
  return { ...(await openDistributed(dir)), drain: null }
}
