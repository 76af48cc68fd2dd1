import { describe, expect, test } from 'vitest'
import { guessCharset } from './guess-charset.ts'

/** Bytes of a text in a legacy set, by looking up what decodes to each character. */
function encode(charset: string, text: string): Uint8Array {
  const decoder = new TextDecoder(charset)
  const bytes = new Map<string, number[]>()
  const learn = (...sequence: number[]): void => {
    const char = decoder.decode(Uint8Array.from(sequence))
    if (!char.includes('\ufffd') && !bytes.has(char)) bytes.set(char, sequence)
  }
  for (let a = 0; a < 256; a++) learn(a)
  for (let a = 0x81; a < 255; a++) for (let b = 0x40; b < 255; b++) learn(a, b)
  return Uint8Array.from(Array.from(text).flatMap((char) => bytes.get(char) ?? [63]))
}

const TEXTS: readonly (readonly [string, string])[] = [
  [
    'shift_jis',
    '港湾局は月曜日、今年の貨物取扱量が四百二十万トンになったと発表した。来年はさらに増える見込みだという。',
  ],
  ['euc-jp', '港湾局は月曜日、今年の貨物取扱量が四百二十万トンになったと発表した。来年はさらに増える見込みだという。'],
  ['euc-kr', '항만청은 월요일 올해 화물 처리량이 사백이십만 톤에 달했다고 발표했다. 내년에는 더 늘어날 것으로 보인다.'],
  [
    'gb18030',
    '港务局星期一说，今年的货物吞吐量是四百二十万吨，比去年多。局长说，他们在明年会有更大的增长，这个国家的人都知道。',
  ],
  [
    'big5',
    '港務局星期一說，今年的貨物吞吐量是四百二十萬噸，比去年多。局長說，他們在明年會有更大的增長，這個國家的人都知道。',
  ],
  [
    'windows-1251',
    'Начальник порта сообщил в понедельник, что за год через порт прошло больше четырёх миллионов тонн грузов.',
  ],
  [
    'koi8-r',
    'Начальник порта сообщил в понедельник, что за год через порт прошло больше четырёх миллионов тонн грузов.',
  ],
  [
    'iso-8859-5',
    'Начальник порта сообщил в понедельник, что за год через порт прошло больше четырёх миллионов тонн грузов.',
  ],
  [
    'windows-1253',
    'Ο διευθυντής του λιμανιού είπε τη Δευτέρα ότι το φορτίο του έτους ξεπέρασε τα τέσσερα εκατομμύρια τόνους.',
  ],
  ['windows-1255', 'מנהל הנמל אמר ביום שני כי במהלך השנה עברו בנמל יותר מארבעה מיליון טונות של סחורות.'],
  ['windows-1256', 'قال مدير الميناء يوم الاثنين إن أكثر من أربعة ملايين طن من البضائع مرت عبر الميناء خلال العام.'],
  [
    'windows-1252',
    'Le directeur du port a déclaré lundi que le trafic de l’année avait dépassé quatre millions de tonnes.',
  ],
  ['windows-1252', 'Größe, Öl, Äpfel: der Hafen schlug mehr als vier Millionen Tonnen um.'],
]

describe('guessCharset', () => {
  test.each(TEXTS)('%s', (charset, text) => expect(guessCharset(encode(charset, text))).toBe(charset))

  test('takes a text with markup for what its words are', () => {
    const [charset = '', text = ''] = TEXTS[5] ?? []
    expect(guessCharset(encode(charset, `<p class="a">${text}</p>`.repeat(300)))).toBe(charset)
  })
})
