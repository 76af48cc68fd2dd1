import verbs from '../data/measure-verbs.json' with { type: 'json' }
import type { Measure } from './measure-types.ts'
import { joinWords, participleOf, phraseWords, tailWords } from './measure-words.ts'
import type { Frame } from './quantity-frame.ts'

const PRICES = new Map(
  Object.entries(verbs.price).flatMap(([measure, forms]) => forms.map((form) => [form, measure] as const)),
)
const LIGHT = new Set(verbs.light)
const DEALS = new Set(verbs.deal_nouns)

/** What a sum of money is: a price, a cost, a fine, a budget; null when neither verb nor noun tells. */
export function moneyMeasure(frame: Frame): Measure | null {
  const { parse, clause, counted, governor, role } = frame
  const own = counted.at(-1)
  if (own !== undefined) {
    if (DEALS.has(own.lower)) return measure('price')
    const tail = tailWords(parse, frame.at, clause.to)
    return measure(joinWords([...counted, ...tail]))
  }
  const kind = inKind(frame)
  if (kind !== null) return kind
  if (frame.whole !== -1) return measure(joinWords(phraseWords(parse, frame.whole)))
  if (role === 'of' && governor !== -1) {
    const words = phraseWords(parse, governor)
    if (words.length > 0) return measure(DEALS.has(words.at(-1)?.lower ?? '') ? 'price' : joinWords(words))
  }
  return byRelative(frame) ?? byVerb(frame)
}

const measure = (text: string): Measure => ({ measure: text, noun: text, by: 'measure:money' })

/** "$2 billion in aid", "347 billion shillings in new taxes": what the money is. */
function inKind({ parse, at, clause, role }: Frame): Measure | null {
  const [link, noun] = [parse.phrases[at + 1], parse.phrases[at + 2]]
  if (parse.words[link?.from ?? -1]?.lower !== 'in' || noun?.kind !== 'noun') return null
  const words = phraseWords(parse, at + 2)
  const own = parse.words.slice(noun.from, noun.to)
  if (
    words.length === 0 ||
    own.some((w) => w.pos === 'PROPN' || w.pos === 'DET' || w.pos === 'PRON' || w.pos === 'NUM')
  )
    return null
  const verb = parse.phrases[clause.verb]
  const head = parse.words[verb?.head ?? -1]
  const done = role === 'object' && head !== undefined && verb?.verb?.copula === false && !LIGHT.has(head.lower)
  return measure(joinWords(words) + (done ? ` ${participleOf(head)}` : ''))
}

/** The verbs of the clause, the nearest before the figure first: "an agreement to buy it for $3 billion". */
function byVerb({ parse, clause, at }: Frame): Measure | null {
  const from = clause.opening === 'fragment' || clause.opening === 'resume' ? 0 : clause.from
  for (let i = at - 1; i >= from; i--) {
    const phrase = parse.phrases[i]
    const word = parse.words[phrase?.head ?? -1]?.lower ?? ''
    if (phrase?.kind !== 'verb' && word !== 'worth' && !(word === 'cost' && i === at - 1)) {
      if (phrase?.kind === 'noun' && DEALS.has(word) && at - i <= 2) return measure('price')
      continue
    }
    const known = PRICES.get(word)
    if (known !== undefined) return measure(known === 'funding' ? `funding ${word}` : known)
  }
  return null
}

/** "the $3 billion it offered last month", "the 2 million euros that the city paid". */
function byRelative({ parse, at }: Frame): Measure | null {
  const who = parse.phrases[at + 1]
  if (who?.kind !== 'link' && who?.kind !== 'noun') return null
  for (let i = at + 1; i <= at + 3; i++) {
    const phrase = parse.phrases[i]
    if (phrase?.kind === 'mark') return null
    const known = phrase?.kind === 'verb' ? PRICES.get(parse.words[phrase.head]?.lower ?? '') : undefined
    if (known !== undefined) return measure(known)
  }
  return null
}
