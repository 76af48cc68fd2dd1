import { describe, expect, test } from 'vitest'
import { mendMojibake } from './mojibake.ts'

describe('mendMojibake', () => {
  test.each([
    ['the mayor donâ€™t know', 'the mayor don’t know'],
    ['â€œGo,â€\u009d she said', '“Go,” she said'],
    ['the cafÃ© in ZÃ¼rich', 'the café in Zürich'],
    ['2019â€“2021 â€” in short', '2019–2021 — in short'],
    ['10â‚¬ and donâ€™t', '10€ and don’t'],
    ['SÃ£o Paulo, NiÃ±o, Ã…land, cafÃ©', 'São Paulo, Niño, Åland, café'],
  ])('%j', (broken, mended) => expect(mendMojibake(broken)).toBe(mended))

  test.each(['the café in Zürich', 'É… said the poet', 'SÃO PAULO', 'Â£5', '100 € – “yes”', 'ÃŽle', ''])(
    'leaves %j alone',
    (text) => expect(mendMojibake(text)).toBe(text),
  )
})
