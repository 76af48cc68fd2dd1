import { lineKey } from '../text/shape.ts'
import type { LinkedData } from './json-ld.ts'
import { type Element, textOf } from './tree.ts'

/** The headline: what the page claims, a heading that it begins with, never with the outlet's name behind it. */
export function titleOf(
  elements: readonly Element[],
  meta: Map<string, string>,
  linked: LinkedData,
  isOutlet: (name: string) => boolean,
): string | null {
  const own = elements.find((e) => e.tagName === 'title' && e.parentNode?.nodeName === 'head')
  const page = own === undefined ? null : textOf(own)
  const claimed = meta.get('og:title') ?? linked.headline ?? meta.get('twitter:title') ?? page
  const headings = elements
    .filter((e) => e.tagName === 'h1')
    .map(textOf)
    .filter((t) => t.length >= 8)
  if (claimed === null || claimed === '') return headings[0] ?? null
  // A heading that the claimed title begins with is the headline without the outlet's name behind it.
  const key = lineKey(claimed)
  return headings.find((h) => key.startsWith(lineKey(h)) && lineKey(h).length >= 12) ?? withoutSource(claimed, isOutlet)
}

/** Outlets have at most this many words. */
const MOST_OUTLET_WORDS = 5

/** "Headline - Outlet", "Outlet: headline": what a page's own title holds besides the headline, when that is short. */
export function outletInTitle(elements: readonly Element[], title: string | null): string | null {
  const page = elements.find((e) => e.tagName === 'title' && e.parentNode?.nodeName === 'head')
  const whole = page === undefined ? '' : textOf(page)
  const at = title === null ? -1 : whole.indexOf(title)
  if (title === null || at < 0 || whole.length === title.length) return null
  const around = [whole.slice(0, at).replace(/\s*[|–—·»:-]\s*$/, ''), whole.slice(at + title.length)]
  const parts = around.flatMap((part) => part.split(/\s+[|–—·»-]\s+/)).map((part) => part.trim())
  const named = parts.filter((part) => part !== '')
  const outlet = named.at(-1)
  return outlet !== undefined && outlet.split(' ').length <= MOST_OUTLET_WORDS ? outlet : null
}

/** "Headline | Outlet" without the outlet: its name where known, else a last part of up to three words after a bar. */
function withoutSource(title: string, isOutlet: (name: string) => boolean): string {
  const parts = title.split(/\s+[|–—·»-]\s+/)
  const last = parts.at(-1) ?? ''
  if (parts.length < 2) return title
  const known = last.split(' ').length <= MOST_OUTLET_WORDS + 1 && isOutlet(last)
  const barred = /\s[|»]\s[^|»]*$/.test(title) && last.split(' ').length <= 3
  return known || barred ? title.slice(0, title.lastIndexOf(last)).replace(/\s+[|–—·»-]\s+$/, '') : title
}

/** Whether a name is that of the page's outlet: the one it gives itself, or one that its host is called by. */
export function isOutlet(name: string, source: string | null, url: string): boolean {
  if (source !== null && lineKey(name) === lineKey(source)) return true
  const squeezed = lineKey(name).replace(/^the /, '').replaceAll(' ', '')
  const host = /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? ''
  const labels = host
    .split('.')
    .filter((label) => label.length >= 3 && !/^(?:www|com|org|net|gov|edu|news)$/.test(label))
  return (
    squeezed.length >= 3 &&
    labels.some((label) => squeezed.includes(label) || label.replaceAll('-', '').includes(squeezed))
  )
}
