import manifest from '../package.json' with { type: 'json' }

/** Version of the program (semver). All packages of the repository carry the same; a test sees to it. */
export const VERSION: string = manifest.version
