import { writeFileSync } from 'node:fs'
import { missingPages, predictBodies } from './extraction-score.ts'

/**
 * Article bodies of the public extraction benchmark's development half, for its scorer:
 * `node test/gate/extraction.ts PRED.json && python3 ../shared/eval/extraction/score.py ../shared/eval/extraction/ground-truth.json PRED.json`.
 * Skips, and says so, where the benchmark is not beside the checkout.
 */
const why = missingPages()
if (why !== null) {
  console.log(`skipped: ${why}`)
} else {
  const { bodies, seconds } = await predictBodies()
  writeFileSync(process.argv[2] ?? 'predictions.json', JSON.stringify(bodies))
  const count = Object.keys(bodies).length
  console.log(`${count} pages in ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(0)} pages/s`)
}
