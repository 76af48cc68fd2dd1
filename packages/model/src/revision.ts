import type { Text, TraceEntry } from './document.ts'
import { shortHash } from './ids.ts'

/** The first stage whose work a revision does not tell of. */
const END = 'index'

/**
 * Tells a document as it was compared from the same document put again: its content, day and source, and the stages that
 * read it, by version, and the edits that people made. Two puts with one revision are compared alike.
 */
export function revisionOf(
  doc: Pick<Text, 'version' | 'publishedAt' | 'source'> & {
    readonly trace: readonly TraceEntry[]
    readonly edits?: readonly string[]
  },
): string {
  const end = doc.trace.findIndex((entry) => entry.stage === END)
  const read = end < 0 ? doc.trace : doc.trace.slice(0, end)
  const stages = read.map(({ stage, version }) => `${stage}@${version}`)
  return `r_${shortHash(doc.version, doc.publishedAt ?? '', doc.source, ...stages, ...(doc.edits ?? []))}`
}
