/** As many bytes as are looked at. */
const SAMPLE = 16_384
/** Western European text has fewer bytes above 127 among its letters. Source: Czech, the richest in accents, has 0.17. */
const MIN_FOREIGN = 0.25
/** Fewer such bytes tell nothing. */
const MIN_BYTES = 30

interface Script {
  readonly charset: string
  /** The characters that the text has to be made of, beside ASCII. */
  readonly own: RegExp
  /** What is frequent in its languages, and how much of the text that has to be. */
  readonly frequent: RegExp
  readonly share: number
}

const HAN = /[\u4e00-\u9fff]/g
const CYRILLIC = { own: /[\u0400-\u045f«»–—“”„’№…\u00a0]/g, frequent: /[оеаинтсрвл]/g, share: 0.45 }
const KANA = {
  own: /[\u3040-\u30fa\u4e00-\u9fff\u3000-\u301fー－！？，．（）０-９]/g,
  frequent: /[\u3041-\u3096\u30a1-\u30fa]/g,
  share: 0.2,
}
const HANGUL = { own: /[\uac00-\ud7a3\u4e00-\u9fff‘’“”·…\u3000-\u301f]/g, frequent: /[\uac00-\ud7a3]/g, share: 0.9 }
const CHINESE =
  /[的一是不了在人有我他這这中大来來上国國个個到说說们們为為子和你地出道也时時年得就那要下以生会會自着去之过過家学學对對可里後后日月市元]/g

/** Multi-byte sets come first: they refuse most texts of others, single-byte sets refuse none. */
const SCRIPTS: readonly Script[] = [
  { charset: 'shift_jis', ...KANA },
  { charset: 'euc-jp', ...KANA },
  { charset: 'euc-kr', ...HANGUL },
  {
    charset: 'gb18030',
    own: /[\u4e00-\u9fff\u3000-\u301f，。！？；：（）“”‘’…—、０-９]/g,
    frequent: CHINESE,
    share: 0.12,
  },
  {
    charset: 'big5',
    own: /[\u4e00-\u9fff\u3000-\u301f，。！？；：（）「」…—、０-９]/g,
    frequent: CHINESE,
    share: 0.12,
  },
  { charset: 'windows-1251', ...CYRILLIC },
  { charset: 'koi8-r', ...CYRILLIC },
  { charset: 'iso-8859-5', ...CYRILLIC },
  { charset: 'windows-1253', own: /[\u0384-\u03ce«»–—“”’…\u00a0]/g, frequent: /[αοιετσνηυρ]/g, share: 0.45 },
  { charset: 'windows-1255', own: /[\u05d0-\u05ea–—“”’״׳\u00a0]/g, frequent: /[יוהלאמרתבנ]/g, share: 0.5 },
  { charset: 'windows-1256', own: /[\u0600-\u06ff«»–—“”’\u00a0]/g, frequent: /[اليموندرهت]/g, share: 0.5 },
]

/**
 * The label of the legacy character set of a text that declares none and is no UTF-8: the first whose script the text
 * is made of, in the proportions that its languages have; windows-1252 when it is none of them.
 */
export function guessCharset(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE)
  let [high, letters] = [0, 0]
  for (const byte of sample) {
    if (byte > 127) high++
    else if ((byte | 32) >= 97 && (byte | 32) <= 122) letters++
  }
  if (high < MIN_BYTES || high < (high + letters) * MIN_FOREIGN) return 'windows-1252'
  let best = { charset: 'windows-1252', fit: 0 }
  for (const script of SCRIPTS) {
    const fit = fitOf(sample, script)
    if (fit > best.fit) best = { charset: script.charset, fit }
  }
  return best.charset
}

/** How much more of what is frequent there is than there has to be; 0 when the bytes are not of this set. */
function fitOf(sample: Uint8Array, { charset, own, frequent, share }: Script): number {
  let text: string
  try {
    text = new TextDecoder(charset, { fatal: true }).decode(sample, { stream: true })
  } catch {
    return 0
  }
  const foreign = text.match(/[^\0-\x7f]/g)?.length ?? 0
  if (foreign === 0 || (text.match(own)?.length ?? 0) < foreign * 0.9) return 0
  const words = frequent === CHINESE ? (text.match(HAN)?.length ?? 0) : foreign
  const found = (text.match(frequent)?.length ?? 0) / Math.max(1, words)
  return found >= share ? found / share : 0
}
