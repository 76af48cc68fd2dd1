import stopWords from './data/stop-words.json' with { type: 'json' }

const SAMPLE = 8_000
/** Fewer words than this tell nothing. */
const MIN_WORDS = 8
/** A language's share of function words in running text is 0.3 to 0.5; names and lists stay under 0.1. */
const MIN_SHARE = 0.15

const LANGUAGES: ReadonlyMap<string, readonly string[]> = languagesByWord()

/** Scripts that tell the language, with letters that tell neighbours in one script apart. First match wins. */
const SCRIPTS: readonly (readonly [RegExp, readonly (readonly [string, RegExp])[]])[] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/gu, [['ja', /./u]]],
  [/\p{Script=Hangul}/gu, [['ko', /./u]]],
  [/\p{Script=Han}/gu, [['zh', /./u]]],
  [
    /\p{Script=Arabic}/gu,
    [
      ['ur', /[ٹڈڑںےہھ]/u],
      ['ps', /[ټډړښځڅ]/u],
      ['fa', /[پچژگ]/u],
      ['ar', /./u],
    ],
  ],
  [
    /\p{Script=Cyrillic}/gu,
    [
      ['uk', /[іїєґ]/iu],
      ['kk', /[әғқңөұүһ]/iu],
      ['sr', /[ђјљњћџ]/iu],
      ['ru', /[ыэё]/iu],
      ['bg', /ъ/iu],
      ['ru', /./u],
    ],
  ],
  [/\p{Script=Greek}/gu, [['el', /./u]]],
  [/\p{Script=Hebrew}/gu, [['he', /./u]]],
  [/\p{Script=Devanagari}/gu, [['hi', /./u]]],
  [/\p{Script=Bengali}/gu, [['bn', /./u]]],
  [/\p{Script=Tamil}/gu, [['ta', /./u]]],
  [/\p{Script=Thai}/gu, [['th', /./u]]],
  [/\p{Script=Georgian}/gu, [['ka', /./u]]],
  [/\p{Script=Armenian}/gu, [['hy', /./u]]],
]

/**
 * ISO 639-1 code of the text's language by script and function words over its first SAMPLE characters; when the text
 * is too short or too mixed, what the page declares of itself, else `und`.
 */
export function detectLanguage(text: string, declared: string | null): string {
  const sample = text.slice(0, SAMPLE)
  return byScript(sample) ?? byWords(sample) ?? primaryTag(declared) ?? 'und'
}

function byScript(sample: string): string | null {
  if (!/[\u0370-\u1dff\u2e80-\ud7ff\uf900-\uffdc]/.test(sample)) return null
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  for (const [script, languages] of SCRIPTS) {
    const found = sample.match(script)
    // Kana are few beside the Han letters of Japanese; any other script must be most of the text.
    const share = script.source.includes('Hiragana') ? 0.1 : 0.5
    if (found === null || found.length < 4 || found.length < letters * share) continue
    const own = found.join('')
    return languages.find(([, letter]) => letter.test(own))?.[0] ?? null
  }
  return null
}

function byWords(sample: string): string | null {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < MIN_WORDS) return null
  const counts = new Map<string, number>()
  for (const word of words) {
    for (const language of LANGUAGES.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1])
  if (best === undefined || best[1] < words.length * MIN_SHARE) return null
  return second === undefined || best[1] > second[1] ? best[0] : null
}

function primaryTag(tag: string | null): string | null {
  const primary = /^[a-z]{2}(?=$|[-_])/i.exec(tag ?? '')?.[0]
  return primary === undefined ? null : primary.toLowerCase()
}

function languagesByWord(): Map<string, string[]> {
  const map = new Map<string, string[]>()
  for (const [language, list] of Object.entries(stopWords)) {
    if (typeof list === 'string') continue
    for (const word of list) map.set(word, [...(map.get(word) ?? []), language])
  }
  return map
}
