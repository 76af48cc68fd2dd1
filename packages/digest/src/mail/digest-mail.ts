import type { Digest, DigestItem } from '@counterclaim/model'
import { formatTime, type Html, html } from '@counterclaim/view'
import { pathOf } from '../path-of.ts'
import { day, silenceWords, sourceCount } from '../quote.ts'
import { NOTHING_NEW, sectionsOf } from '../sections.ts'
import { type Bars, barsOf } from './bars.ts'
import { linked, type MailBody, type MailOptions, mailPage, oneLine } from './layout.ts'

export type { MailBody } from './layout.ts'

/** A digest as a mail: the same lines as text and as HTML, pictures of what figures differ, and where each line's evidence is. */
export function digestMail(digest: Digest, options: MailOptions): MailBody {
  const { items, date } = digest
  const title = `Digest of ${formatTime(date)}`
  const bars = new Map(items.flatMap((item, i) => withBars(item, `bars-${i}`)))
  const pictures = [...bars.values()].map(({ name, png }) => ({ name, png }))
  const count = items.length === 0 ? 'nothing new' : `${items.length} ${items.length === 1 ? 'line' : 'lines'}`
  return {
    subject: `${title}: ${count}`,
    text: textOf(digest, title, options),
    html: mailPage(title, bodyOf(digest, bars, options), options),
    pictures,
  }
}

type NamedBars = Bars & { readonly name: string }

function withBars(item: DigestItem, name: string): (readonly [DigestItem, NamedBars])[] {
  const bars = barsOf(item)
  return bars === null ? [] : [[item, { ...bars, name }]]
}

function bodyOf(digest: Digest, bars: ReadonlyMap<DigestItem, NamedBars>, { desk }: MailOptions): Html {
  const { since, until, sources, omitted, stories = [], silent = [] } = digest
  const sections = sectionsOf(digest).map(
    ({ heading, items }) =>
      html`<h2>${heading} (${items.length})</h2>${items.map((item) => itemHtml(item, bars.get(item), desk))}`,
  )
  return html`<p class="why">What was published from ${formatTime(since)} up to, not including, ${formatTime(until)}.</p>
${sections.length === 0 ? html`<p>${NOTHING_NEW}</p>` : sections}
${stories.length === 0 ? null : html`<h2>Stories</h2><ul>${stories.map((one) => html`<li>${linked(desk, `/documents/${one.document}`, one.headline)}: ${sourceCount(one.sources)}</li>`)}</ul>`}
${silent.length === 0 ? null : html`<h2>Fell silent</h2><ul>${silent.map((one) => html`<li>${one.source}: ${silenceWords(one)}</li>`)}</ul>`}
<h2>Sources</h2>
${sources.length === 0 ? html`<p>No document was published in this time.</p>` : html`<ul>${sources.map(({ source, documents }) => html`<li>${source}: ${documents}</li>`)}</ul>`}
${omitted.length === 0 ? null : html`<h2>Left out</h2><ul>${omitted.map(({ why, count }) => html`<li>${count}: ${why}</li>`)}</ul>`}`
}

function itemHtml(item: DigestItem, bars: NamedBars | undefined, desk: string | null): Html {
  const quotes = item.quotes.map(
    ({ speaker, source, text, publishedAt }) =>
      html`<blockquote>“${text}”<br><span class="who">${speaker ?? 'the outlet itself'}; ${source}, ${day(publishedAt)}</span></blockquote>`,
  )
  const picture =
    bars === undefined
      ? null
      : html`<p><img src="cid:${bars.name}" width="${bars.width}" height="${bars.height}" alt="${bars.alt}"></p>`
  return html`<div class="item"><p class="headline">${linked(desk, pathOf(item), item.headline)}</p><p class="why">${item.why}</p>${picture}${quotes}</div>
`
}

/** Lines of at most this many letters, where words allow: what programs that show text alone are made for (RFC 5322, 2.1.1). */
const LINE = 78

function textOf(digest: Digest, title: string, { desk, unsubscribe }: MailOptions): string {
  const { since, until, sources, omitted, stories = [], silent = [] } = digest
  const told = stories.map(({ headline, sources: n }) => `${oneLine(headline)}: ${sourceCount(n)}`)
  const quiet = silent.map((one) => `${oneLine(one.source)}: ${silenceWords(one)}`)
  const blocks = [
    `${title}\n${'='.repeat(title.length)}`,
    `Published from ${formatTime(since)} up to, not including, ${formatTime(until)}.`,
    ...(digest.items.length === 0 ? [NOTHING_NEW] : []),
    ...sectionsOf(digest).flatMap(({ heading, items }) => {
      const head = `${heading} (${items.length})`
      return [`${head}\n${'-'.repeat(head.length)}`, ...items.map((item) => itemText(item, desk))]
    }),
    ...(told.length === 0 ? [] : [`Stories\n-------\n${told.join('\n')}`]),
    ...(quiet.length === 0 ? [] : [`Fell silent\n-----------\n${quiet.join('\n')}`]),
    `Sources\n-------\n${sources.map(({ source, documents }) => `${oneLine(source)}: ${documents}`).join('\n') || 'No document was published in this time.'}`,
    ...(omitted.length === 0
      ? []
      : [`Left out\n--------\n${omitted.map(({ why, count }) => `${count}: ${oneLine(why)}`).join('\n')}`]),
    ...(unsubscribe === null ? [] : [`No more of these mails: ${unsubscribe}`]),
  ]
  return `${blocks.join('\n\n')}\n`
}

function itemText(item: DigestItem, desk: string | null): string {
  const quotes = item.quotes.map(({ speaker, source, text, publishedAt }) =>
    wrapped(
      `“${oneLine(text)}” (${oneLine(speaker ?? 'the outlet itself')}; ${oneLine(source)}, ${day(publishedAt)})`,
      '  ',
    ),
  )
  const link = desk === null ? [`  ${item.id}`] : [`  ${desk}${pathOf(item)}`]
  return [
    wrapped(`* ${oneLine(item.headline)}`, ''),
    wrapped(`Why: ${oneLine(item.why)}`, '  '),
    ...quotes,
    ...link,
  ].join('\n')
}

function wrapped(text: string, indent: string): string {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(' ')) {
    if (line.length + word.length > LINE && line.trim() !== '') {
      lines.push(line.trimEnd())
      line = indent
    }
    line += `${word} `
  }
  return [...lines, line.trimEnd()].join('\n')
}
