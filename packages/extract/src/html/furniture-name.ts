import lists from '../data/markup-furniture.json' with { type: 'json' }
import { attribute, type Element } from './tree.ts'

const WORDS: ReadonlySet<string> = new Set(lists.words)
const IN_TEXT: ReadonlySet<string> = new Set(lists.inText)

/** Words before a name that say that something else has it, or has it not: `no-caption`, `with_sidebar`. */
const DENIED: ReadonlySet<string> = new Set(['no', 'non', 'not', 'has', 'have', 'with', 'without'])

/** Whether a class or id holds a word of the list: `article__share-bar`, `relatedPosts`, `most-read`. */
export function hasFurnitureName(e: Element): boolean {
  // Cells and rows are named for what they hold: a "player", an "author".
  return !/^t(?:able|head|body|foot|r|d|h)$/.test(e.tagName) && isNamed(e, WORDS)
}

/** Whether an element inside a sentence is named as what shows only when it is asked for: a tooltip, a card of a person. */
export function hasPopupName(e: Element): boolean {
  return isNamed(e, IN_TEXT)
}

function isNamed(e: Element, list: ReadonlySet<string>): boolean {
  for (const name of `${attribute(e, 'class')} ${attribute(e, 'id')}`.split(/\s+/)) {
    if (name === '' || name.length > 80) continue
    const words = name
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
      .toLowerCase()
      .split(/[-_:.]+/)
    if (words.some((w, i) => !DENIED.has(words[i - 1] ?? '') && (list.has(w) || list.has(`${words[i - 1]}-${w}`))))
      return true
  }
  return false
}
