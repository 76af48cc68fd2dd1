import { describe, expect, test } from 'vitest'
import { readHtml } from './read-html.ts'

const PARAGRAPH =
  'The harbour authority said on Monday that it had moved 4.2 million tonnes of goods in the year, more than ever.'
const texts = async (body: string): Promise<string[]> =>
  (await readHtml(`<html><body><article>${body}</article></body></html>`, 'https://quay.example.org/d')).blocks.map(
    (block) => block.text,
  )
const OTHERS = ['Tuesday', 'Thursday'].map((day) => PARAGRAPH.replace('Monday', day))

describe('what looks like furniture and is text', () => {
  test.each(['X', 'Facebook', 'Telegram'])('a subhead may be the name of a network: %s', async (name) => {
    const rest = `${name} agreed to nearly half of the requests that year, which is more than the year before.`
    expect(await texts(`<p>${PARAGRAPH}</p><h2>${name}</h2><p>${rest}</p><p>${OTHERS[0]}</p>`)).toEqual([
      PARAGRAPH,
      name,
      rest,
      OTHERS[0],
    ])
  })

  test.each([
    '<a href="#r1">↩</a>',
    '<a href="#r1">↩︎</a>',
    '<a href="#r1">^</a> <a href="#r2">^</a>',
    '<a href="#r1" role="doc-backlink">back to text</a>',
    '<a class="footnote-backref" href="#r1">Return</a>',
    '↩',
  ])('a note loses its way back: %s', async (back) => {
    const note = 'Shares are of cranes, not of piers.'
    expect(
      await texts(`<p>${PARAGRAPH}</p><p>${OTHERS.join(' ')}</p><ol><li id="fn1">${note} ${back}</li></ol>`),
    ).toEqual([PARAGRAPH, OTHERS.join(' '), note])
  })

  test.each([
    ['a link named as a tag', '<a class="tag" href="/t">Harbour Lines</a>'],
    ['a link named as an author', '<a class="author" rel="author" href="/t">Harbour Lines</a>'],
    ['a link to a network', '<a href="https://x.example.org/h">Harbour Lines</a>'],
    [
      'a name with a card that pops up',
      '<span class="hovercard-name"><a href="/t">Harbour Lines</a><span class="hovercard">Ferries since 1931</span></span>',
    ],
    ['an emphasis named as a promo', '<em class="promo">Harbour Lines</em>'],
  ])('%s is a word of its sentence', async (_, name) => {
    const sentence = (words: string): string =>
      `${words} denied on Friday that any of its forty ferries had been late that winter.`
    expect(await texts(`<p>${PARAGRAPH}</p><p>${sentence(name)}</p><p>${OTHERS[0]}</p>`)).toEqual([
      PARAGRAPH,
      sentence('Harbour Lines'),
      OTHERS[0],
    ])
  })

  test.each(['no-caption', 'with_sidebar', 'has-comments', 'withoutAds', 'non-sponsored'])(
    'a name that only says what else there is or is not: %s',
    async (name) => {
      expect(
        await texts(
          `<p>${PARAGRAPH}</p><div class="${name}"><h3>What it costs</h3><p>Nobody knows.</p></div><p>${OTHERS[0]}</p>`,
        ),
      ).toEqual([PARAGRAPH, 'What it costs', 'Nobody knows.', OTHERS[0]])
    },
  )
})

test('a short article stays whole when each paragraph has wrappers of its own', async () => {
  const wrapped = [PARAGRAPH, ...OTHERS].map((text) => `<div class="c"><div><span>${text}</span></div></div>`)
  const html = `<html><body><main>${wrapped.join('')}</main></body></html>`
  const { blocks } = await readHtml(html, 'https://quay.example.org/d')
  expect(blocks.map(({ text }) => text)).toEqual([PARAGRAPH, ...OTHERS])
})

describe('what goes by the name of furniture and is text', () => {
  test('a place in front of a report is no byline', async () => {
    expect(await texts(`<p><span class="dateline">OAKVALE —</span> ${PARAGRAPH}</p><p>${OTHERS[0]}</p>`)).toEqual([
      `OAKVALE — ${PARAGRAPH}`,
      OTHERS[0],
    ])
  })

  test('a post that is quoted stays, with its author', async () => {
    const post =
      '<blockquote class="tweet"><p>The last ferry was 40 minutes late.</p>— Isla (@isla) <a href="https://x.example.org/1">3 May</a></blockquote>'
    const found = await texts(
      `<p>${PARAGRAPH}</p><div class="social-embed">${post}</div><p>${OTHERS[0]}</p><p>${OTHERS[1]}</p>`,
    )
    expect(found).toEqual([PARAGRAPH, 'The last ferry was 40 minutes late.', '— Isla (@isla) 3 May', ...OTHERS])
  })
})

describe('what is furniture', () => {
  test.each([
    ['in a figure', '<figure><img src="a.jpg"><figcaption>The crane at dawn</figcaption></figure>'],
    ['in a paragraph', '<p><img src="a.jpg"><br>The crane at dawn</p>'],
    ['in a block', '<div class="x"><img src="a.jpg"><span>The crane at dawn</span></div>'],
    ['by its name', '<div class="picture"><img src="a.jpg"></div><p class="wp-caption-text">The crane at dawn.</p>'],
  ])('a caption goes: %s', async (_, picture) => {
    expect(await texts(`<p>${PARAGRAPH}</p>${picture}<p>${OTHERS[0]}</p>`)).toEqual([PARAGRAPH, OTHERS[0]])
  })

  test.each([
    [
      'a list of links',
      '<ul><li><a href="/1">Old crane is sold</a></li><li><a href="/2">New crane arrives</a></li></ul>',
    ],
    [
      'lists of one link each',
      '<h4>More:</h4><ul><li><h4><a href="/1">Old crane is sold to a friend</a></h4></li></ul><ul><li><h4><a href="/2">New crane arrives by ferry</a></h4></li></ul>',
    ],
    ['a link alone', '<p><a href="/1">Old crane is sold to a friend</a></p>'],
    ['a link that says so', '<p>Also read: <a href="/1">Old crane is sold</a></p>'],
    ['a call', '<p>Sign up for <a href="/n">our newsletter</a> and never miss a crane.</p>'],
  ])('%s goes', async (_, links) => {
    expect(await texts(`<p>${PARAGRAPH}</p>${links}<p>${OTHERS[0]}</p><p>${OTHERS[1]}</p>`)).toEqual([
      PARAGRAPH,
      ...OTHERS,
    ])
  })
})
