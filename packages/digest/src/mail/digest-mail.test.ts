import type { Digest, DigestItem } from '@counterclaim/model'
import { decode } from 'fast-png'
import { describe, expect, test } from 'vitest'
import { alertMail } from './alert-mail.ts'
import { digestMail } from './digest-mail.ts'

const HOSTILE = '<img src=x onerror=alert(1)>\r\nBcc: all@quay.example.org'

const figures = (...values: readonly (readonly [number | null, number | null])[]): DigestItem => ({
  kind: 'contradiction',
  id: 'x_1',
  headline: HOSTILE,
  why: 'two figures that cannot both hold',
  quotes: values.map(([min, max]) => ({
    speaker: HOSTILE,
    source: HOSTILE,
    text: `ferries ${HOSTILE}`,
    document: 'quay',
    publishedAt: '2031-04-01',
    value: { min, max, unit: 'count', modifier: 'exact' },
  })),
})

const digest = (items: readonly DigestItem[]): Digest => ({
  date: '2031-04-01',
  since: '2031-04-01',
  until: '2031-04-02',
  items,
  sources: [{ source: HOSTILE, documents: 2 }],
  omitted: [{ why: HOSTILE, count: 3 }],
})

const options = { desk: 'https://desk.example.org', unsubscribe: 'https://desk.example.org/unsubscribe?token=t' }

describe('a digest as a mail', () => {
  const mail = digestMail(digest([figures([3_200_000, 3_200_000], [2_900_000, null])]), options)

  test('shows what sources wrote as text', () => {
    expect(mail.html).not.toContain('<img src=x')
    expect(mail.html).toContain('&#60;img src=x onerror=alert(1)&#62;')
    expect(mail.html).not.toMatch(/<script|javascript:/i)
    // No line of the text is what a source wrote: it could be read as a header, a link or a signature.
    expect(mail.text).not.toMatch(/^Bcc:/m)
    expect(mail.subject).toBe('Digest of 1 April 2031: 1 line')
  })

  test('tells the same as text, with where the evidence is and how it ends', () => {
    for (const part of [mail.html, mail.text]) {
      expect(part).toContain('https://desk.example.org/contradictions/x_1')
      expect(part).toContain(options.unsubscribe)
      for (const words of ['Cannot both hold (1)', 'two figures that cannot both hold', 'Left out', 'Sources'])
        expect(part).toContain(words)
    }
    for (const line of mail.text.split('\n')) if (!line.includes('://')) expect(line.length).toBeLessThanOrEqual(100)
  })

  test('draws figures that differ, and says in words what the picture shows', () => {
    expect(mail.html).toContain('src="cid:bars-0"')
    expect(mail.html).toContain('alt="Bars: 3.2 million; 2.9 million"')
    const [picture] = mail.pictures
    const { width, height, data } = decode(picture?.png ?? new Uint8Array())
    expect([width, height]).toEqual([280, 24])
    const alphaAt = (x: number, y: number): number => Number(data[(y * width + x) * 4 + 3])
    // The first bar is full, the second until 2.9 of 3.2 million, and faint where its bound leaves it open.
    expect([alphaAt(279, 0), alphaAt(252, 14), alphaAt(260, 14), alphaAt(0, 11)]).toEqual([255, 255, 110, 0])
  })

  test.each([
    ['one figure', figures([5, 5])],
    [
      'statements',
      { ...figures([5, 5], [6, 6]), quotes: figures([5, 5], [6, 6]).quotes.map((q) => ({ ...q, value: null })) },
    ],
    ['a loss and a gain', figures([-5, -5], [6, 6])],
  ])('draws nothing of %s', (_what, item) => {
    expect(digestMail(digest([item]), options).pictures).toEqual([])
  })

  test('says so when nothing is new, and links nowhere without a desk', () => {
    const empty = digestMail(digest([]), { desk: null, unsubscribe: null })
    expect(empty.subject).toBe('Digest of 1 April 2031: nothing new')
    expect(empty.text).toContain('Nothing new')
    expect(digestMail(digest([figures([1, 1])]), { desk: null, unsubscribe: null }).html).not.toContain('<a ')
  })
})

test('an alert as a mail shows names and texts as text, what fired, and how much more there is', () => {
  const item = { kind: 'claim', id: 'c_1', text: HOSTILE, fired: ['ferr*'], document: null } as const
  const mail = alertMail({ saved: { name: HOSTILE }, alert: { items: [item], more: 4 } }, 'https://desk.example.org')
  expect(mail.subject).toBe('<img src=x onerror=alert(1)> Bcc: all@quay.example.org: 5 new')
  expect(mail.html).not.toContain('<img')
  for (const part of [mail.html, mail.text]) {
    expect(part).toContain('Fired: ferr*')
    expect(part).toContain('https://desk.example.org/claims/c_1')
    expect(part).toContain('4 more')
  }
})
