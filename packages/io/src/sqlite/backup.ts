import { constants, existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ConfigError } from '@counterclaim/model'
import { SCHEMA } from './open.ts'

/** What a backup says of itself. */
export interface Manifest {
  readonly format: 1
  /** Version of the schema of `archive.sqlite` in it. */
  readonly schema: number
  readonly madeAt: string
  readonly documents: number
}

/** Folders of an archive beside the database: what is in them is only ever added to or replaced whole. */
const FOLDERS = ['blobs', 'digests']
const DATABASE = 'archive.sqlite'
const MANIFEST = 'manifest.json'

/**
 * Copies an embedded archive to a new folder while it is in use: the database as it is in one moment, then the raw bytes,
 * which are written before the database names them. The folder appears under its name when it is whole. Work that was
 * under way is in it as not begun.
 * @throws {ConfigError} `config.invalid` when there is no archive, or something stands where the backup is to go
 */
export async function backupArchive(dir: string, to: string, now: string): Promise<Manifest> {
  if (!existsSync(join(dir, DATABASE))) throw new ConfigError('config.invalid', `There is no archive in ${dir}`)
  await needEmpty(to, 'a backup goes into a new folder')
  const part = `${to}.part`
  await rm(part, { recursive: true, force: true })
  await mkdir(part, { recursive: true })
  snapshot(join(dir, DATABASE), join(part, DATABASE))
  const documents = settle(join(part, DATABASE))
  await copyFolders(dir, part)
  const manifest: Manifest = { format: 1, schema: SCHEMA, madeAt: now, documents }
  await writeFile(join(part, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
  await rm(to, { recursive: true, force: true })
  await rename(part, to)
  return manifest
}

/**
 * Makes the archive in `dir` from a backup, which is checked first.
 * @throws {ConfigError} `config.invalid` when it is no backup, damaged, or `dir` has an archive; `archive.newer`
 */
export async function restoreArchive(from: string, dir: string): Promise<Manifest> {
  const manifest = await readManifest(from)
  if (manifest.schema > SCHEMA)
    throw new ConfigError('archive.newer', `${from} has schema ${manifest.schema}, this version knows ${SCHEMA}`)
  if (existsSync(join(dir, DATABASE)))
    throw new ConfigError('config.invalid', `${dir} has an archive: restore into another folder with --data`)
  check(join(from, DATABASE))
  await mkdir(dir, { recursive: true })
  await copyFolders(from, dir)
  const part = join(dir, `${DATABASE}.part`)
  await cp(join(from, DATABASE), part)
  await rename(part, join(dir, DATABASE))
  return manifest
}

async function readManifest(from: string): Promise<Manifest> {
  try {
    const manifest = JSON.parse(await readFile(join(from, MANIFEST), 'utf8')) as Manifest
    if (manifest.format === 1) return manifest
  } catch (cause) {
    throw new ConfigError('config.invalid', `${from} is no backup: ${MANIFEST} cannot be read`, { cause })
  }
  throw new ConfigError('config.invalid', `${from} was made by a newer version`)
}

/** One moment of the database, whoever writes meanwhile: a reader in WAL mode keeps nobody out. */
function snapshot(from: string, to: string): void {
  const database = new DatabaseSync(from)
  try {
    database.prepare('VACUUM INTO ?').run(to)
  } finally {
    database.close()
  }
}

/** Gives back what was on loan, so that no process is blamed for having left. Gives the number of documents. */
function settle(path: string): number {
  const database = new DatabaseSync(path)
  try {
    database.exec('UPDATE tasks SET owner = NULL; DELETE FROM owners')
    return Number(database.prepare('SELECT count(*) AS count FROM documents').get()?.count ?? 0)
  } finally {
    database.close()
  }
}

function check(path: string): void {
  let found: unknown
  try {
    const database = new DatabaseSync(path, { readOnly: true })
    try {
      found = database.prepare('PRAGMA integrity_check').get()?.integrity_check
    } finally {
      database.close()
    }
  } catch (cause) {
    throw new ConfigError('config.invalid', `${path} is damaged`, { cause })
  }
  if (found !== 'ok') throw new ConfigError('config.invalid', `${path} is damaged: ${String(found)}`)
}

async function copyFolders(from: string, to: string): Promise<void> {
  for (const name of FOLDERS) await copyFolder(join(from, name), join(to, name))
}

/** Copies what is in a folder, sharing blocks where the file system can; nothing when it is not there. */
export async function copyFolder(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return
  // Raw bytes being written stand beside their place, under a longer name.
  const filter = (path: string): boolean => !/\.part$|[0-9a-f]{64}\.[0-9a-f-]{36}$/.test(path)
  await cp(from, to, { recursive: true, force: false, mode: constants.COPYFILE_FICLONE, filter })
}

async function needEmpty(folder: string, why: string): Promise<void> {
  const names = existsSync(folder) ? await readdir(folder) : []
  if (names.length > 0) throw new ConfigError('config.invalid', `${folder} is not empty: ${why}`)
}
