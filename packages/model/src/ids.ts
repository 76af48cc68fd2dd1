import type { Span } from './span.ts'

/**
 * A short, stable id: 64 bits of FNV-1a over UTF-16 code units in two 32-bit lanes, as 13 base-36 digits.
 * Not cryptographic; at 10 million ids a collision has a chance of 3 in a million. Pure, so that no package
 * below io needs node:crypto; bytes are hashed with SHA-256 in io.
 */
export function shortHash(...parts: readonly string[]): string {
  let a = 0x811c9dc5
  let b = 0x9747b28c
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) {
      const unit = part.charCodeAt(i)
      a = Math.imul(a ^ unit, 0x01000193)
      b = Math.imul(b ^ unit ^ (a >>> 15), 0x5bd1e995)
    }
    a = Math.imul(a ^ 0x1f, 0x01000193)
    b = Math.imul(b ^ 0x1f ^ (a >>> 13), 0x5bd1e995)
  }
  const high = BigInt(mix(a)) << 32n
  return (high | BigInt(mix(b ^ a))).toString(36).padStart(13, '0')
}

function mix(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** Hash of what lexicons hold, in the order given. */
export function dataHash(lexicons: readonly unknown[]): string {
  return shortHash(...lexicons.map((lexicon) => JSON.stringify(lexicon)))
}

/** Id of the document at a canonical URL. */
export function documentId(url: string): string {
  return `d_${shortHash(url)}`
}

/** Id of one version of a document's content. */
export function versionId(document: string, title: string, text: string): string {
  return `v_${shortHash(document, title, text)}`
}

/** Id of a claim: document version, field, span and kind. */
export function claimId(version: string, field: string, span: Span, kind: string): string {
  return `c_${shortHash(version, field, `${span.start}-${span.end}`, kind)}`
}

/** Id of a group of same claims, from what is claimed. */
export function groupId(parts: readonly string[]): string {
  return `g_${shortHash(...parts)}`
}

/** Id of a contradiction, from its groups in any order. */
export function contradictionId(groups: readonly string[]): string {
  return `x_${shortHash(...[...groups].sort())}`
}
