import { openEmbedded } from '@counterclaim/workers/embedded'

/** `add.ts ARCHIVE PATH…`: adds as the command does, and says a word for each input whose work ends. */
const [archive = '', ...paths] = process.argv.slice(2)
const embedded = openEmbedded(archive)
await embedded.add(paths, { onOutcome: () => void process.stdout.write('.') })
await embedded.close()
