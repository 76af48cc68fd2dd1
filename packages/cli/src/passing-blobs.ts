import { type Blobs, RetryLater } from '@counterclaim/model'

/** Blobs that are held only until they are read, for work that keeps nothing: memory is that of one input. */
export function passingBlobs(): Blobs {
  const held = new Map<string, Uint8Array>()
  let count = 0
  return {
    put: async (bytes) => {
      const name = `${count++}`
      held.set(name, bytes)
      return name
    },
    remove: async (name) => void held.delete(name),
    get: async (name) => {
      const bytes = held.get(name)
      if (bytes === undefined) throw new RetryLater('input.missing', `Blob ${name} was read before`, 0)
      held.delete(name)
      return bytes
    },
  }
}
