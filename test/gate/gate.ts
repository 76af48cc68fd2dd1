import { parseArgs } from 'node:util'
import { missingPages, predictBodies, scoreBodies } from './extraction-score.ts'
import { belowFloor, readFloors } from './floors.ts'
import { DEV, measure, type Scores } from './score.ts'
import { missing } from './shared.ts'

/** `npm run gate`: prints the scores of the dev texts, all and by part, and fails when one is below its floor. `--errors` lists each error. */
const { values } = parseArgs({ options: { errors: { type: 'boolean', default: false }, part: { type: 'string' } } })

function print(title: string, scores: Scores): void {
  console.log(`\n${title}`)
  for (const [name, figures] of Object.entries(scores)) {
    const shown = Object.entries(figures).map(([figure, value]) => `${figure} ${value}`)
    console.log(`  ${name.padEnd(15)}${shown.join('  ')}`)
  }
}

function check(gate: string, scores: Scores): void {
  const below = belowFloor(scores, readFloors()[gate] ?? {})
  for (const line of below) console.log(`  BELOW FLOOR: ${line}`)
  if (below.length > 0) process.exitCode = 1
}

function gateClaims(): void {
  const why = missing()
  if (why !== null) {
    console.log(`gate skipped: ${why}`)
    return
  }
  const parts = values.part === undefined ? ['', 'seed', 'att', 'dorsey', 'twitterbots'] : [values.part]
  for (const part of parts) {
    const { scores, errors } = measure(DEV, part)
    print(part === '' ? 'all dev texts' : part, scores)
    if (values.errors) console.log(errors)
    if (part === '') check('dev', scores)
  }
}

async function gateExtraction(): Promise<void> {
  const why = missingPages()
  if (why !== null) {
    console.log(`extraction skipped: ${why}`)
    return
  }
  const scores = scoreBodies(await predictBodies())
  print('pages of the extraction benchmark', scores)
  check('extraction', scores)
}

gateClaims()
if (values.part === undefined) await gateExtraction()
