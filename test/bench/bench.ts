import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { benchCopies } from './copies.ts'
import { generateDocument } from './generate.ts'
import { benchGrowth } from './growth.ts'
import { benchLength } from './length.ts'
import { timeLine } from './line.ts'
import { benchPeers, CONTESTS } from './peers.ts'
import { benchSearch } from './search.ts'
import { timeStages } from './stages.ts'

/**
 * `npm run bench`: documents/s and MB/s of each stage on one core, of the whole line through the command on all cores,
 * and peak memory at two sizes, so that growth shows; annotation of one text and of ten times as much. Prints a table; `--documents N` sets the smaller size.
 * `-- --copies`: recall and precision over known copies among 100,000 documents (`--documents N`). `-- --growth`: the time to
 * add one document to archives of 1,000, 10,000 and 100,000 documents (`--sizes 1000,2000`). `-- --search`: the ten queries of
 * the desk over 100,000 claims (`--claims N`). `-- --peers`: speed, memory and accuracy beside other systems, written to
 * docs/benchmarks.md table by table; `--peers extraction line` makes these two.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    documents: { type: 'string' },
    copies: { type: 'boolean' },
    growth: { type: 'boolean' },
    search: { type: 'boolean' },
    peers: { type: 'boolean' },
    claims: { type: 'string', default: '100000' },
    sizes: { type: 'string', default: '1000,10000,100000' },
  },
})
if (values.copies === true) {
  console.log(await benchCopies(Number(values.documents ?? 100_000)))
  process.exit()
}
if (values.growth === true) {
  console.log(await benchGrowth(values.sizes.split(',').map(Number)))
  process.exit()
}
if (values.search === true) {
  console.log(await benchSearch(Number(values.claims)))
  process.exit()
}
if (values.peers === true) {
  const wrong = positionals.find((name) => !CONTESTS.some((known) => known === name))
  if (wrong !== undefined) throw new TypeError(`There is no table ${wrong}: ${CONTESTS.join(', ')}`)
  benchPeers(positionals, console.log)
  process.exit()
}
const n = Number(values.documents ?? 500)
const documents = Array.from({ length: n }, (_, i) => generateDocument(1, i))
const bytes = documents.reduce((sum, doc) => sum + Buffer.byteLength(doc.text), 0)

console.log(
  `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB; ` +
    `${n} generated documents of ${(bytes / n / 1000).toFixed(1)} KB, seed 1\n`,
)
await timeStages(documents.slice(0, 50))
const runs = [await timeStages(documents), await timeStages(documents), await timeStages(documents)]
const medians = (runs[0] ?? []).map(({ stage }, i) => ({
  stage,
  ms: runs.map((run) => run[i]?.ms ?? 0).sort((a, b) => a - b)[1] ?? 0,
}))
const baseline = medians[0]?.ms ?? 1
const row = (cells: readonly string[]): string =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(26) : cell.padStart(14))).join('')
console.log(row(['stage (one core)', 'documents/s', 'MB/s', '× baseline']))
for (const { stage, ms } of medians) {
  console.log(row([stage, ((n / ms) * 1000).toFixed(0), (bytes / ms / 1000).toFixed(2), (ms / baseline).toFixed(2)]))
}
console.log(`\n${await benchLength()}`)
console.log(`\n${row(['whole line (all cores)', 'documents/s', 'MB/s', 'peak memory'])}`)
for (const size of [n, 4 * n]) {
  const line = await timeLine(size)
  console.log(
    row([
      `add ${size} documents`,
      line.documentsPerSecond.toFixed(0),
      line.megabytesPerSecond.toFixed(2),
      `${line.peakMegabytes.toFixed(0)} MB`,
    ]),
  )
}
