import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, serialize } from 'parse5'
import { describe, expect, test } from 'vitest'
import { findArticle } from './article.ts'
import { domBlocks } from './blocks.ts'
import { prune } from './prune.ts'
import { readAgain } from './second-reading.ts'
import { toXhtml } from './to-xhtml.ts'

const PAGES = join(import.meta.dirname, '../../../../corpus/documents/pages')
const WORDS = 'The harbour authority moved 4.2 million tonnes of goods in the year, which is more than ever before. '
const LONG = WORDS.repeat(4)

/** What is hard to write as XHTML, or to read as HTML. */
const SNIPPETS = [
  '&amp;lt;b&amp;gt; and &lt;i&gt; and &amp;#60; and &nbsp; and &#8217; and &unknown;',
  '"double" and \'single\' & bare <3 and a < b',
  '<p title="a &quot;b&quot; <c>" data-x=\'{"a":1}\' onclick=x()>attributes</p>',
  '<p =odd "quoted" a=1 a=2 <b>malformed tags</p>',
  '<font color=red><p>misnested</font></p><b><i>overlap</b></i>',
  '<o:p>office</o:p><my-widget>custom</my-widget><a"b>odd name</a"b>',
  '<p>unclosed<p>paragraphs<br>and<br/>breaks<hr>and rules<img src=x alt="y">',
  '<table><tr><td>cell<td>cell<tr><td>row</table>after<div>foster <table>text<tr><td>x</table></div>',
  '<ul><li>one<li>two<ul><li>nested</ul></ul><dl><dt>term<dd>meaning</dl>',
  '<pre>\n  kept\n\n  apart</pre><blockquote>quoted<p>twice</blockquote>',
  '<math><mi>x</mi></math><ruby>漢<rt>kan</rt></ruby><wbr>soft&shy;hyphen',
  '<div hidden>hidden</div><p aria-hidden="true">also</p><p style="display:none">and this</p>',
  '<![CDATA[data]]><?php echo 1 ?><!-- comment --><!doctype html>',
  '<noscript><p>no script</p></noscript><template><p>template</p></template>',
]

async function byBoth(html: string): Promise<{ fast: unknown; full: unknown }> {
  const tree = parse(html)
  prune(tree)
  const fast = findArticle(toXhtml(tree), 'https://quay.example.org/a')
  const full = await readAgain(serialize(tree))
  return {
    fast: { blocks: fast.content && domBlocks(fast.content), byline: fast.byline },
    full: { blocks: full.content && domBlocks(full.content), byline: full.byline },
  }
}

describe("Readability finds the same article in its own tree and in jsdom's", () => {
  test.each(readdirSync(PAGES))('%s', async (name) => {
    const { fast, full } = await byBoth(readFileSync(join(PAGES, name), 'utf8'))
    expect(fast).toEqual(full)
  })

  test.each(SNIPPETS)('%s', async (snippet) => {
    const { fast, full } = await byBoth(
      `<html><head><title>Harbour</title></head><body><article><p>${LONG}</p>${snippet}<p>${LONG}</p></article></body></html>`,
    )
    expect(fast).toEqual(full)
  })
})
