import { ConfigError } from '@counterclaim/model'
import type { Limits } from '../limits.ts'

/** How scans are read. */
export interface OcrSettings {
  /** As Tesseract names them: `eng`, `eng+deu`. */
  readonly languages: string
  /** Time for one report, in ms. */
  readonly budgetMs: number
}

/**
 * Reads `COUNTERCLAIM_OCR_LANGUAGES` from environment variables. Of a stage's time half is left to what comes after.
 * @throws {ConfigError} `config.invalid`
 */
export function readOcrSettings(
  env: Readonly<Record<string, string | undefined>>,
  { stageMs }: Pick<Limits, 'stageMs'>,
): OcrSettings {
  const given = env.COUNTERCLAIM_OCR_LANGUAGES ?? ''
  const languages = given === '' ? 'eng' : given
  // It becomes an argument of a program.
  if (!/^[a-z]\w*(?:\+[a-z]\w*)*$/i.test(languages)) {
    throw new ConfigError('config.invalid', `COUNTERCLAIM_OCR_LANGUAGES is "${given}": give names as eng+deu`)
  }
  return { languages, budgetMs: Math.ceil(stageMs / 2) }
}
