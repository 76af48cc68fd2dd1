import { createHash } from 'node:crypto'
import { RetryLater } from '@counterclaim/model'
import { expect, it } from 'vitest'
import { type OpenBackend, suite } from './backend.ts'

/** What every blob store guarantees. */
export function blobsContract(open: OpenBackend): void {
  suite('blobs', open, (backend) => {
    it('names bytes by their SHA-256 and gives them back', async () => {
      const bytes = new Uint8Array([0, 255, 10, 13, 0])
      const hash = await backend().blobs.put(bytes)
      expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'))
      expect(new Uint8Array(await backend().blobs.get(hash))).toEqual(bytes)
    })

    it('takes the same bytes any number of times at once', async () => {
      const bytes = new TextEncoder().encode('the same ferry')
      const hashes = await Promise.all(Array.from({ length: 8 }, () => backend().blobs.put(bytes)))
      expect(new Set(hashes).size).toBe(1)
    })

    it('takes bytes away, once or again', async () => {
      const hash = await backend().blobs.put(new TextEncoder().encode('gone'))
      await backend().blobs.remove(hash)
      await backend().blobs.remove(hash)
      await expect(backend().blobs.get(hash)).rejects.toThrow(RetryLater)
    })

    it('asks to try later for bytes that are not there', async () => {
      await expect(backend().blobs.get('0'.repeat(64))).rejects.toThrow(RetryLater)
    })
  })
}
