import type { Digest } from '@counterclaim/model'

/** A digest as JSON, indented, one line at the end: the same digest gives the same bytes. */
export function toJson(digest: Digest): string {
  return `${JSON.stringify(digest, null, 2)}\n`
}
