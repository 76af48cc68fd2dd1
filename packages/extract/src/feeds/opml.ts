import { type Source, Unprocessable } from '@counterclaim/model'
import { generateOpml, type Opml, parseOpml } from 'feedsmith'

/** A feed that a list of subscriptions names. */
export type Subscription = Pick<Source, 'url' | 'title'>

type Outline = NonNullable<NonNullable<Opml.Document<string>['body']>['outlines']>[number]

/**
 * The feeds of an OPML file, in its order, folders or not. Entities that it defines itself are not expanded.
 * @throws {Unprocessable} `feed.invalid`
 */
export function readOpml(text: string): Subscription[] {
  try {
    return (parseOpml(text).body?.outlines ?? []).flatMap(readOutline)
  } catch (cause) {
    throw new Unprocessable('feed.invalid', 'It is no OPML that can be read', { cause })
  }
}

/** The OPML file of some feeds. */
export function writeOpml(sources: readonly Subscription[]): string {
  const outlines = sources.map(({ url, title }) => ({ text: title ?? url, type: 'rss', xmlUrl: url }))
  return generateOpml({ head: { title: 'Sources of Counterclaim' }, body: { outlines } })
}

function readOutline({ xmlUrl, title, text, outlines = [] }: Outline): Subscription[] {
  const own = xmlUrl === undefined ? [] : [{ url: xmlUrl, title: title ?? text ?? null }]
  return [...own, ...outlines.flatMap(readOutline)]
}
