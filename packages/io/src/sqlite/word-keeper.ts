import { stem, tokenTexts } from '@counterclaim/nlp'
import type { Db } from './database.ts'

/** Lower-cased words known to be in the table already; starts over when it grows beyond what memory should give it. */
const MAX_KNOWN = 200_000

/** Keeps the words of texts with their stems, for prefix queries. */
export function wordKeeper(db: Db): (...texts: readonly string[]) => void {
  const known = new Set<string>()
  return (...texts) => {
    for (const text of texts) {
      for (const token of tokenTexts(text)) {
        const word = token.toLowerCase()
        if (known.has(word)) continue
        if (known.size >= MAX_KNOWN) known.clear()
        known.add(word)
        db.run('INSERT OR IGNORE INTO words (word, stem) VALUES (?, ?)', word, stem(token))
      }
    }
  }
}
