import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { scoreAttribution } from './score-attribution.ts'
import { NAMED_SETS, scoreEntities } from './score-entities.ts'
import { missingPolnear, missingSets, openSets } from './sets.ts'

/**
 * `node test/peers/peers.ts`: attributions and entities on the dev halves of public sets, beside the figures that other
 * systems reach (shared/research/nlp.md; theirs are of the held-out halves). `--only entities|attribution` takes one;
 * `--keep DIR` is not removed afterwards. PolNeAR is read from COUNTERCLAIM_POLNEAR.
 */
const { values } = parseArgs({ options: { only: { type: 'string' }, keep: { type: 'boolean', default: false } } })

async function run(): Promise<void> {
  const why = missingSets()
  if (why !== null) {
    console.log(`peers skipped: ${why}`)
    return
  }
  const noPolnear = missingPolnear()
  const folder = openSets(noPolnear === null && values.only !== 'entities')
  try {
    if (values.only !== 'attribution') {
      for (const [set, spacy] of Object.entries(NAMED_SETS)) {
        console.log(`${(await scoreEntities(folder, set)).report}  spaCy en_core_web_sm 3.8: ${spacy}\n`)
      }
    }
    if (values.only === 'entities') return
    if (noPolnear !== null) console.log(`PolNeAR skipped: ${noPolnear}`)
    else {
      console.log((await scoreAttribution(folder)).report)
      console.log(
        '  peers (source+content, direct quotes): textacy 19 50, CoreNLP 24 60, Citron 44 59, Citron trained on it 56 62',
      )
    }
  } finally {
    if (values.keep) console.log(`kept ${folder}`)
    else rmSync(folder, { recursive: true })
  }
}

await run()
