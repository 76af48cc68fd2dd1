import { between, type FigureChange } from '@counterclaim/digest'
import type { DocumentHead, IndexableDocument } from '@counterclaim/model'
import { formatValue, stagesOf } from '@counterclaim/view'
import type { Shell } from '../shell.ts'
import { claimHeadline, documentDate } from '../text/describe-claim.ts'
import { fields } from '../text/fields.ts'
import { plain, plainLines } from '../text/plain.ts'
import { clip, count } from '../text/wrap.ts'
import type { Shown } from './shown.ts'

/** A document with its receipt, the figures it changed, its claims and its text. */
export function showDocument(
  shell: Shell,
  doc: IndexableDocument & { readonly head: DocumentHead },
  changes: readonly FigureChange[],
  explain: boolean,
): Shown {
  return {
    json: async () => ({ ...doc, changes }),
    lines: async () => {
      const { style, width } = shell
      const claims = doc.claims.map((claim) => `  ${claim.id}  ${clip(claimHeadline(claim), width - 20)}\n`)
      return [
        `${style.bold(plain(doc.title))}\n`,
        documentFields(doc),
        changeLines(shell, changes),
        `\n${style.bold(count(doc.claims.length, 'claim'))}\n${claims.join('')}`,
        explain ? mentionLines(shell, doc) : '',
        `\n${plainLines(doc.text)}\n`,
      ].join('')
    },
  }
}

/** "72 % → 82 %  votes · share counted, between 10:05 and 14:20 on 2026-03-02 (UTC)", the latest first. */
function changeLines({ style }: Shell, changes: readonly FigureChange[]): string {
  if (changes.length === 0) return ''
  const lines = changes.map(({ before, after, from, to }) => {
    const old = before.value === null ? '' : formatValue(before.value, before.per)
    return `  ${old} → ${claimHeadline(after)}\n      ${between(from, to)}\n`
  })
  return `\n${style.bold(count(changes.length, 'changed figure'))}\n${lines.join('')}`
}

function documentFields(doc: IndexableDocument & { readonly head: DocumentHead }): string {
  const from = doc.publishedFrom === null ? '' : ` (from ${doc.publishedFrom})`
  return fields([
    ['id', `${doc.id} (key ${plain(doc.key)})`],
    ['source', plain(doc.source)],
    ['byline', doc.byline === null ? null : plain(doc.byline)],
    ['published', `${documentDate(doc.publishedAt)}${from}`],
    ['language', doc.language],
    ['recognised', doc.recognizedBy === undefined ? null : `by ${plain(doc.recognizedBy)}, from pictures of pages`],
    ['copy of', doc.head.copyOf],
    ['story', doc.head.story],
    ['url', plain(doc.url)],
    ['read from', doc.web === undefined ? null : plain(doc.web.finalUrl)],
    ['bytes', `${doc.bytes.toLocaleString('en-US')}, sha256 ${doc.contentHash}`],
    ['fetched', doc.fetchedAt],
    ['stages', stagesOf(doc)],
  ])
}

function mentionLines({ style }: Shell, doc: IndexableDocument): string {
  const lines = doc.mentions.map((mention) => {
    const text = (mention.field === 'title' ? doc.title : doc.text).slice(mention.start, mention.end)
    return `  ${mention.field} ${mention.start}–${mention.end}  ${plain(text)} → ${mention.entity}, by ${mention.by}\n`
  })
  const rules = doc.claims.map((claim) => `  ${claim.id}  ${claim.by.join(', ')}\n`)
  return `\n${style.bold('Mentions')}\n${lines.join('')}\n${style.bold('Rules of the claims')}\n${rules.join('')}`
}
