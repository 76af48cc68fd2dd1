import stances from '../data/stance-words.json' with { type: 'json' }
import { contentEnd } from './content-end.ts'
import { rebuts } from './rebuts.ts'
import { type Draft, trimSpan } from './scene.ts'
import { draft, speakerOf, stanceOf, type VerbContext } from './verb-context.ts'

const ACCOUNTS = new Set(stances.accounts)
/** Words between "as" and the account at most: "as “a complete and utter fabrication” the". */
const MOST_BETWEEN = 9

/** "dismissed as baseless the allegation that …", "rejected as “pure fiction” claims by the union that …": the account stands behind what it is called. */
export function dismissedAs(context: VerbContext): Draft | null {
  const { scene, line, group } = context
  const { words } = line
  if (words[group.to]?.lower !== 'as' || stanceOf(group, 'as') !== 'denies' || group.modal) return null
  const called = words.findIndex((_, i) => i > group.to && i <= group.to + MOST_BETWEEN && rebuts(words, i))
  const account = words.findIndex((w, i) => i > called && i <= group.to + MOST_BETWEEN && ACCOUNTS.has(w.lower))
  if (called < 0 || account < 0 || words.slice(called + 1, account).some((w) => w.pos === 'VERB')) return null
  const source = speakerOf(context)
  const from = words[account - 1]?.pos === 'DET' ? account - 1 : account
  const first = words[from]
  if (source === null || first === undefined) return null
  const content = trimSpan(scene.text, { start: first.start, end: contentEnd(line, account, false) })
  return draft(context, source, content, 'denies', 'verb-object')
}
