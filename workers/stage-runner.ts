import { type Limits, readOcrSettings, threadRunner } from '@counterclaim/io'
import type { Runner } from '@counterclaim/pipeline'
import { news } from '@counterclaim/pipelines/news'
import type { ThreadData } from './stages-thread.ts'

/**
 * Runs stages of `news` on threads of their own.
 * @throws {ConfigError} `config.invalid`
 */
export function stageRunner(data: Omit<ThreadData, 'ocr'>, limits: Limits): Runner {
  const { stageMs, threadMb: memoryMb, threads: size } = limits
  const ocr = readOcrSettings(process.env, limits)
  const entry = new URL('./stages-thread.ts', import.meta.url)
  const stages = news.between(data.from, data.until)
  return threadRunner({ entry, data: { ...data, ocr }, stages, until: data.until, size, stageMs, memoryMb })
}
