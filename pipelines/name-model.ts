import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ConfigError, type NameModel } from '@counterclaim/model'

/**
 * The model that a user's module exports as `default`, null without a path. A module that cannot be used fails the first document
 * that needs it, with ConfigError: what only reads the archive goes on without.
 */
export async function loadNameModel(path: string | undefined): Promise<NameModel | null> {
  if (path === undefined || path === '') return null
  try {
    const module = (await import(pathToFileURL(resolve(path)).href)) as { readonly default?: unknown }
    if (isNameModel(module.default)) return module.default
    return unusable(path, new TypeError('its default export needs name, version and propose'))
  } catch (error) {
    return unusable(path, error)
  }
}

function isNameModel(value: unknown): value is NameModel {
  const { name, version, propose } = (value ?? {}) as Partial<NameModel>
  return typeof name === 'string' && typeof version === 'string' && typeof propose === 'function'
}

function unusable(path: string, cause: unknown): NameModel {
  const why = cause instanceof Error ? cause.message : String(cause)
  return {
    name: 'unusable',
    version: '0',
    propose: () => {
      throw new ConfigError('config.invalid', `COUNTERCLAIM_NAME_MODEL ${path}: ${why}`, { cause })
    },
  }
}
