import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The judging texts and their scorer stand beside the project, not in it. */
export const SHARED: string = join(import.meta.dirname, '../../../shared')

/** Why the gate cannot run here, or null when it can. */
export function missing(): string | null {
  if (!existsSync(join(SHARED, 'eval/score.py'))) return 'no ../shared/eval beside the project'
  if (spawnSync('python3', ['--version']).status !== 0) return 'no python3 to run the scorer with'
  return null
}
