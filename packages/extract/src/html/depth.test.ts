import { describe, expect, test } from 'vitest'
import { nestingDepth } from './depth.ts'

describe('nestingDepth', () => {
  test.each([
    ['<div><p>a</p></div>', 2],
    ['<p>a<p>b<p>c', 1],
    ['<ul><li>a<li>b<li>c</ul>', 2],
    ['<br><br><img><hr>', 0],
    ['<!-- <div><div> --><div>', 1],
    ['<script>"<div><div>"</script><p>', 1],
    ['</div></div><div>', 1],
    ['<div><b></div><div><b></div>', 2],
  ])('%s', (html, depth) => {
    expect(nestingDepth(html)).toBe(depth)
  })

  test.each(['<p><a name="x">section ', '<a name="x">section ', '<p>text <a href="y">link<h2>head</h2>'])(
    'what old pages never close does not nest: %s',
    (part) => expect(nestingDepth(part.repeat(1_000))).toBeLessThan(5),
  )

  test('stops soon after the limit', () => {
    expect(nestingDepth('<div>'.repeat(50_000))).toBe(513)
  })
})
