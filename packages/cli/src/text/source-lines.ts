import type { Source } from '@counterclaim/model'
import { isSilent } from '@counterclaim/pipeline'
import { plain } from './plain.ts'
import type { Style } from './style.ts'
import { table } from './table.ts'
import { count } from './wrap.ts'

/** Sources as a table, with the reasons of those that failed, and those that fell silent. */
export function sourceLines(sources: readonly Source[], now: string, style: Style): string {
  const rows = sources.map((source) => [plain(source.url), plain(source.title ?? ''), day(source), state(source, now)])
  const reasons = sources.flatMap(({ url, failure }) =>
    failure === null ? [] : [`${style.bad('failed')}  ${plain(url)}\n  ${failure.code}: ${plain(failure.reason)}\n`],
  )
  const lines = sources.length === 0 ? '' : table(['source', 'title', 'newest', 'state'], rows, style)
  return `${style.bold(count(sources.length, 'source'))}\n${lines}${reasons.join('')}`
}

function day({ published }: Source): string {
  return published[0]?.slice(0, 10) ?? '–'
}

function state(source: Source, now: string): string {
  if (source.failure !== null) return 'failed'
  if (isSilent(source, now)) return 'silent'
  return source.checkedAt === null ? 'new' : 'good'
}
