import { tokenize } from '../tokens.ts'

/** Words that carry no proposition: articles, pronouns, auxiliaries, prepositions, and negation, which `negated` keeps. */
const STOP = new Set(
  `a an the this that these those he she it they we you i his her its their our your my him them us me who whom whose which what
  is are was were be been being am have has had having do does did doing will would shall should may might can could must
  not no never nor n't none nobody nothing of in on at to for from by with as into onto over under about against between
  during before after since until while and or but if because so than then there here also only just very too such any some
  all each every both either neither own same more most other another again ever yet already still even up out off down
  said say says saying told tell tells`.split(/\s+/),
)

/** Stems of the content words of a text, sorted, without repeats: what comparing looks at. */
export function contentTerms(text: string): string[] {
  const stems = new Set<string>()
  for (const token of tokenize(text)) {
    const bare = token.text.toLowerCase().replace(/['’]s$/, '')
    if (!STOP.has(bare) && !/^\p{L}$/u.test(bare)) stems.add(token.stem)
  }
  return [...stems].sort()
}
