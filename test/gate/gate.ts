import { parseArgs } from 'node:util'
import { belowFloor, readFloors } from './floors.ts'
import { DEV, measure } from './score.ts'
import { missing } from './shared.ts'

/** `npm run gate`: prints the scores of the dev texts, all and by part, and fails when one is below its floor. `--errors` lists each error. */
const { values } = parseArgs({ options: { errors: { type: 'boolean', default: false }, part: { type: 'string' } } })

function run(): void {
  const why = missing()
  if (why !== null) {
    console.log(`gate skipped: ${why}`)
    return
  }
  const parts = values.part === undefined ? ['', 'seed', 'att', 'dorsey', 'twitterbots'] : [values.part]
  for (const part of parts) {
    const { scores, errors } = measure(DEV, part)
    console.log(`\n${part === '' ? 'all dev texts' : part}`)
    for (const [name, figures] of Object.entries(scores)) {
      console.log(
        `  ${name.padEnd(15)}${Object.entries(figures)
          .map(([figure, value]) => `${figure} ${value}`)
          .join('  ')}`,
      )
    }
    if (values.errors) console.log(errors)
    if (part !== '') continue
    const below = belowFloor(scores, readFloors().dev ?? {})
    for (const line of below) console.log(`  BELOW FLOOR: ${line}`)
    if (below.length > 0) process.exitCode = 1
  }
}

run()
