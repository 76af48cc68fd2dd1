import type { Digest, DigestItem } from '@counterclaim/model'
import { day, silenceWords, sourceCount } from './quote.ts'
import { NOTHING_NEW, sectionsOf } from './sections.ts'

/** A digest as CommonMark. Whatever sources wrote is escaped: it can neither format, nor link, nor embed. */
export function toMarkdown(digest: Digest): string {
  const { since, until } = digest
  const blocks = [
    `# Digest of ${escapeMarkdown(digest.date)}`,
    `From ${escapeMarkdown(since)} up to ${escapeMarkdown(until)}, which is not included.`,
  ]
  if (digest.items.length === 0) blocks.push(NOTHING_NEW)
  for (const { heading, items } of sectionsOf(digest))
    blocks.push(`## ${heading} (${items.length})`, ...items.map(itemBlock))
  const { stories = [], silent = [] } = digest
  if (stories.length > 0) blocks.push('## Stories', stories.map(storyLine).join('\n'))
  if (silent.length > 0) blocks.push('## Fell silent', silent.map(silentLine).join('\n'))
  blocks.push('## Sources', sourceList(digest))
  if (digest.omitted.length > 0) {
    blocks.push('## Left out', digest.omitted.map(({ why, count }) => `- ${count} × ${escapeMarkdown(why)}`).join('\n'))
  }
  return `${blocks.join('\n\n')}\n`
}

function itemBlock(item: DigestItem): string {
  const quotes = item.quotes.map(({ speaker, source, text, document, publishedAt }) => {
    const who = speaker === null ? 'in its own voice' : escapeMarkdown(speaker)
    return `> “${escapeMarkdown(text)}”\n> — ${who}; ${escapeMarkdown(source)}, ${day(publishedAt)} (${escapeMarkdown(document)})`
  })
  return [
    `### ${escapeMarkdown(item.headline)}`,
    `Why it is here: ${escapeMarkdown(item.why)}. \`${item.id}\``,
    ...quotes,
  ].join('\n\n')
}

function storyLine({ headline, sources, documents }: NonNullable<Digest['stories']>[number]): string {
  return `- ${escapeMarkdown(headline)}: ${sourceCount(sources)}, ${documents} documents`
}

function silentLine(one: NonNullable<Digest['silent']>[number]): string {
  return `- ${escapeMarkdown(one.source)}: ${silenceWords(one)}`
}

function sourceList(digest: Digest): string {
  if (digest.sources.length === 0) return 'No document was published in this time.'
  return digest.sources
    .map(
      ({ source, documents }) =>
        `- ${escapeMarkdown(source)}: ${documents} ${documents === 1 ? 'document' : 'documents'}`,
    )
    .join('\n')
}

/**
 * Text in which nothing is mark-up, on one line: CommonMark and GFM punctuation gets a backslash, list marks at the start
 * and bare addresses, which GFM makes into links, are broken.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_[\]<>#|~&$!]/g, String.raw`\$&`)
    .replace(/^([-+=])/, String.raw`\$1`)
    .replace(/^(\d{1,9})([.)])/, String.raw`$1\$2`)
    .replaceAll('://', String.raw`\://`)
    .replaceAll(/\bwww\./gi, String.raw`www\.`)
    .replaceAll('@', String.raw`\@`)
}
