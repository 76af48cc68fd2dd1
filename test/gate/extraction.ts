import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { extractDocument } from '@counterclaim/extract'

/**
 * Article bodies of the public extraction benchmark's development half, for its scorer:
 * `node test/gate/extraction.ts PRED.json && python3 ../shared/eval/extraction/score.py ../shared/eval/extraction/ground-truth.json PRED.json`.
 * Skips, and says so, where the benchmark is not beside the checkout.
 */
const HOME = join(import.meta.dirname, '../../../shared/eval/extraction')
const out = process.argv[2] ?? 'predictions.json'

if (!existsSync(HOME)) {
  console.log(`skipped: ${HOME} is not here`)
} else {
  const truth: Record<string, { readonly url: string }> = JSON.parse(
    readFileSync(join(HOME, 'ground-truth.json'), 'utf8'),
  )
  const bodies: Record<string, { readonly articleBody: string }> = {}
  const started = performance.now()
  for (const [key, { url }] of Object.entries(truth)) {
    const bytes = gunzipSync(readFileSync(join(HOME, 'html', `${key}.html.gz`)))
    const doc = await extractDocument({ id: key, url, key, mediaType: 'text/html', given: {} }, bytes)
    bodies[key] = { articleBody: doc.text }
  }
  const seconds = (performance.now() - started) / 1000
  writeFileSync(out, JSON.stringify(bodies))
  console.log(`${Object.keys(bodies).length} pages in ${seconds.toFixed(1)} s`)
}
