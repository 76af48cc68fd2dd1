/** Reads bytes that come in chunks of any size. */
export interface ByteReader {
  /** The next line without its end, as Latin-1; null at the end of the bytes. Longer lines than `most` bytes are cut off there. */
  line(most: number): Promise<string | null>
  /** The next `n` bytes; fewer at the end of the bytes. */
  take(n: number): Promise<Uint8Array>
  /** Passes over `n` bytes, holding one chunk at a time; gives how many there were. */
  skip(n: number): Promise<number>
  /** Lets go of the source. */
  close(): Promise<void>
}

const NEWLINE = 0x0a

/** A reader that holds no more than what it is asked for and a chunk. */
export function byteReader(source: AsyncIterable<Buffer>): ByteReader {
  const chunks = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const next = async (): Promise<boolean> => {
    const { done, value } = await chunks.next()
    held = done === true ? Buffer.alloc(0) : value
    return done !== true
  }
  /** Gives the pieces of the next `n` bytes, as they lie in the chunks. */
  const pieces = async (n: number, each: (piece: Buffer) => void): Promise<number> => {
    let left = n
    while (left > 0 && (held.length > 0 || (await next()))) {
      const piece = held.subarray(0, left)
      held = held.subarray(piece.length)
      left -= piece.length
      each(piece)
    }
    return n - left
  }
  return {
    line: async (most) => {
      const parts: Buffer[] = []
      let size = 0
      while (held.length > 0 || (await next())) {
        const end = held.indexOf(NEWLINE)
        const piece = end < 0 ? held : held.subarray(0, end + 1)
        held = held.subarray(piece.length)
        parts.push(piece)
        size += piece.length
        if (end >= 0 || size >= most) break
      }
      return size === 0
        ? null
        : Buffer.concat(parts)
            .toString('latin1')
            .replace(/\r?\n$/, '')
    },
    take: async (n) => {
      const parts: Buffer[] = []
      await pieces(n, (piece) => parts.push(piece))
      return Buffer.concat(parts)
    },
    skip: (n) => pieces(n, () => {}),
    close: async () => void (await chunks.return?.()),
  }
}
