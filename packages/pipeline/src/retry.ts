import type { ErrorCode, Ledger, Search, SubmittedDocument } from '@counterclaim/model'

/** Where quarantined inputs are found, and what reads an input of the ledger again. */
export interface RetryPorts {
  readonly search: Pick<Search, 'entries'>
  readonly ledger: Pick<Ledger, 'submission'>
  /** What is to be read at an input now, as `add` would submit it. */
  readonly reread: (input: string) => AsyncIterable<SubmittedDocument>
}

/** Which quarantined inputs are tried again; all of them unless something is given. */
export interface RetryFilter {
  readonly code?: ErrorCode
  readonly matches?: (input: string) => boolean
}

/**
 * Quarantined inputs as they are to be submitted again: as they were submitted then, since a feed may have told what the page
 * does not, and texts out of JSON lie in the blob store. What could not be read then is read anew. Whatever is submitted
 * keeps its place in the list until work on it has ended, so the list may be walked meanwhile.
 */
export async function* quarantined(ports: RetryPorts, filter: RetryFilter = {}): AsyncIterable<SubmittedDocument> {
  for await (const { input, code } of ports.search.entries({ state: 'quarantined' })) {
    if (filter.code !== undefined && code !== filter.code) continue
    if (filter.matches !== undefined && !filter.matches(input)) continue
    const kept = await ports.ledger.submission(input)
    if (kept !== null && kept.content.kind !== 'problem') yield kept
    else yield* readAnew(input, ports)
  }
}

/** An input in a file (`#L7`) is that one alone; a whole file or folder may bring others. */
async function* readAnew(input: string, { reread }: RetryPorts): AsyncIterable<SubmittedDocument> {
  for await (const document of reread(input)) {
    if (document.input === input || !input.includes('#')) yield document
  }
}
