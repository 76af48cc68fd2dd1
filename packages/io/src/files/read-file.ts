import { open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type ErrorCode, type Files, Unprocessable } from '@counterclaim/model'

const unzip = promisify(gunzip)

/** Reads whole files no larger than `maxBytes`; `.gz` is unpacked, with the same bound. The size is looked at first. */
export function localFiles(maxBytes: number): Files {
  return {
    read: async (path) => {
      const raw = await readBounded(path, maxBytes)
      const bytes = path.toLowerCase().endsWith('.gz') ? await unpack(path, raw, maxBytes) : raw
      if (bytes.length === 0) throw new Unprocessable('input.empty', `${path} has no bytes`)
      return bytes
    },
  }
}

/** A file that cannot be opened or read, as the error that says what to do about it. */
export function unreadable(path: string, cause: unknown): Unprocessable {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code.startsWith('Z_')) return damaged(path, cause)
  const missing = code === 'ENOENT' || code === 'ENOTDIR'
  const name: ErrorCode = missing ? 'input.missing' : code === 'ELOOP' ? 'input.loop' : 'input.unreadable'
  const words = missing ? 'Nothing stands at' : code === 'ELOOP' ? 'Links go round in a circle at' : 'Cannot read'
  return new Unprocessable(name, `${words} ${path}${code === '' || missing ? '' : ` (${code})`}`, { cause })
}

/** The error for a `.gz` file that cannot be unpacked to its end. */
export function damaged(path: string, cause: unknown): Unprocessable {
  return new Unprocessable('input.damaged', `${path} is no whole gzip file`, { cause })
}

/** The error for an input of too many bytes. */
export function tooLarge(path: string, maxBytes: number): Unprocessable {
  return new Unprocessable('input.too-large', `${path} has more than ${maxBytes} bytes`)
}

async function readBounded(path: string, maxBytes: number): Promise<Uint8Array> {
  const file = await open(path).catch((error: unknown) => {
    throw unreadable(path, error)
  })
  try {
    const { size } = await file.stat()
    if (size > maxBytes) throw tooLarge(path, maxBytes)
    const bytes = await file.readFile()
    // A file that grows while it is read, or one whose size is not known beforehand.
    if (bytes.length > maxBytes) throw tooLarge(path, maxBytes)
    return bytes
  } catch (error) {
    throw error instanceof Unprocessable ? error : unreadable(path, error)
  } finally {
    await file.close()
  }
}

async function unpack(path: string, bytes: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  try {
    return await unzip(bytes, { maxOutputLength: maxBytes })
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(path, maxBytes)
    throw damaged(path, cause)
  }
}
