import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fuzzRound } from './fuzz-round.ts'

/**
 * `npm run fuzz`: rounds of damaged documents through the whole line until `--minutes` (60) are over. Ends with 1 at the first
 * round in which something is wrong, told with its seed; `--seed N --rounds 1` makes it again.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    rounds: { type: 'string', default: 'Infinity' },
    inputs: { type: 'string', default: '24' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
const base = mkdtempSync(join(tmpdir(), 'counterclaim-fuzz-'))
const end = Date.now() + Number(values.minutes) * 60_000
let rounds = 0
let wrong: string[] = []
while (wrong.length === 0 && rounds < Number(values.rounds) && Date.now() < end) {
  const seed = Number(values.seed) + rounds
  const folder = mkdtempSync(join(base, 'seed-'))
  wrong = await fuzzRound(folder, seed, Number(values.inputs))
  rounds++
  if (wrong.length > 0) console.log([`seed ${seed}; its files are in ${folder}`, ...wrong].join('\n  '))
  else rmSync(folder, { recursive: true })
}
if (wrong.length === 0) rmSync(base, { recursive: true })
console.log(`${rounds} rounds of ${values.inputs} inputs from seed ${values.seed}: ${wrong.length} wrong`)
process.exit(wrong.length === 0 ? 0 : 1)
