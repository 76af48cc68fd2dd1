import { AGAIN, type Again, type Reprocessed, reprocess as runAgain } from '@counterclaim/workers/reprocess'
import { Option } from 'commander'
import { type CommandMaker, type CommonOptions, command } from '../command.ts'
import { EXIT } from '../failure.ts'
import { openToChange } from '../open-to-change.ts'
import { startProgress } from '../progress.ts'
import { outJson, type Shell } from '../shell.ts'
import { claimHeadline } from '../text/describe-claim.ts'
import { plain } from '../text/plain.ts'
import { count } from '../text/wrap.ts'

interface ReprocessOptions extends CommonOptions {
  readonly from: Again
  readonly diff?: boolean
}

/** `reprocess --from STAGE`: runs what is archived again from a stage on. */
export const reprocess: CommandMaker = (run) =>
  command('reprocess', 'Run what is archived again from a stage on; nothing is fetched', EXAMPLES)
    .addOption(new Option('--from <stage>', 'the first stage to run again').choices(AGAIN).makeOptionMandatory())
    .option('--diff', 'only show claims that would be gained (+) and lost (-), and keep nothing')
    .action(run.action(reprocessAll))

const EXAMPLES = `counterclaim reprocess --from annotate --diff
counterclaim reprocess --from annotate`

async function reprocessAll(shell: Shell, options: ReprocessOptions): Promise<number> {
  const archive = await openToChange(shell, options.data)
  const progress = startProgress(shell, 'Run again')
  const interrupt = new AbortController()
  process.once('SIGINT', () => interrupt.abort())
  const keep = options.diff !== true
  const totals = { documents: 0, gained: 0, lost: 0, failed: 0 }
  try {
    for await (const one of runAgain(archive, {
      from: options.from,
      keep,
      env: process.env,
      signal: interrupt.signal,
    })) {
      progress.update(++totals.documents)
      totals.gained += one.gained.length
      totals.lost += one.lost.length
      if (one.failure !== null) totals.failed++
      if (!keep || one.failure !== null) await tell(shell, one, options.json === true)
    }
  } finally {
    progress.end()
    await archive.close()
  }
  if (options.json === true) await outJson(shell, { ...totals, kept: keep })
  else {
    const failed = totals.failed === 0 ? '' : `, ${totals.failed} failed and stay as they were`
    const what = keep ? '' : ' (nothing was kept)'
    await shell.out(
      `${count(totals.documents, 'document')}: ${count(totals.gained, 'claim')} gained, ${totals.lost} lost${failed}${what}\n`,
    )
  }
  return totals.failed === 0 ? EXIT.done : EXIT.quarantined
}

async function tell(
  { out, style }: Shell,
  { document, gained, lost, failure }: Reprocessed,
  json: boolean,
): Promise<void> {
  if (json) {
    const failed = failure === null ? null : { stage: failure.stage, reason: String(failure.error) }
    await out(`${JSON.stringify({ document, gained, lost, failure: failed })}\n`)
    return
  }
  if (gained.length + lost.length === 0 && failure === null) return
  await out(`${style.bold(plain(document.title))} ${style.dim(document.id)}\n`)
  for (const claim of lost) await out(`  - ${claimHeadline(claim)}  “${plain(claim.evidence)}”\n`)
  for (const claim of gained) await out(`  + ${claimHeadline(claim)}  “${plain(claim.evidence)}”\n`)
  if (failure !== null) await out(`  ${style.bad(`${failure.stage} failed`)}: ${plain(String(failure.error))}\n`)
}
