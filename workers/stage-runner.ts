import { type Limits, threadRunner } from '@counterclaim/io'
import type { Runner } from '@counterclaim/pipeline'
import { news } from '@counterclaim/pipelines/news'
import type { ThreadData } from './stages-thread.ts'

/** Runs stages of `news` on threads of their own. */
export function stageRunner(data: ThreadData, limits: Limits): Runner {
  const { stageMs, threadMb: memoryMb, threads: size } = limits
  const entry = new URL('./stages-thread.ts', import.meta.url)
  const stages = news.between(data.from, data.until)
  return threadRunner({ entry, data, stages, until: data.until, size, stageMs, memoryMb })
}
