import { escapeMarkdown } from '@counterclaim/digest'
import type { ClaimHit, ContradictionView, Review } from '@counterclaim/model'
import { actOf, csvFields, formatValue, type Receipt } from '@counterclaim/view'
import { stringify } from 'csv-stringify/sync'

/** A contradiction with all that it rests on. */
export interface Bundle {
  readonly view: ContradictionView
  readonly evidence: readonly { readonly hit: ClaimHit; readonly sentence: string; readonly receipt: Receipt }[]
  readonly reviews: readonly Review[]
}

/** For a person: both sides quoted, with receipts and decisions. */
export function bundleMarkdown({ view, evidence, reviews }: Bundle): string {
  const lines = [
    `# ${view.type === 'denial' ? 'Denial' : 'Figures that cannot both hold'}`,
    '',
    escapeMarkdown(view.reason),
    '',
    `State: ${view.state}. Id: \`${view.id}\``,
  ]
  for (const [i, side] of view.sides.entries()) {
    lines.push('', `## ${view.answer === i ? 'The answer' : `Side ${i + 1}`}`)
    for (const { hit, sentence, receipt } of evidence.filter(({ hit: { claim } }) => side.claims.includes(claim.id))) {
      const { claim, document } = hit
      const who = claim.speaker === null ? 'the outlet itself' : escapeMarkdown(claim.speaker)
      const figure = claim.value === null ? '' : ` (${formatValue(claim.value, claim.per)})`
      lines.push(
        '',
        `> ${escapeMarkdown(sentence)}`,
        '',
        `— ${who}, ${claim.stance}${figure}; ${escapeMarkdown(document.title)}, ${escapeMarkdown(document.source)}, ${document.publishedAt ?? 'no date'}`,
      )
      lines.push(
        '',
        `Receipt: <${encodeURI(receipt.finalUrl)}>, fetched ${receipt.fetchedAt}, sha256 \`${receipt.contentHash}\`, ${receipt.field} ${receipt.start}–${receipt.end}${receipt.page === null ? '' : `, page ${receipt.page}`}; ${receipt.program}`,
      )
    }
  }
  if (reviews.length > 0) lines.push('', '## Decisions', '')
  for (const review of reviews) {
    const note = review.note === null ? '' : `: ${escapeMarkdown(review.note)}`
    lines.push(`- ${actOf(review)} by ${escapeMarkdown(review.by)}, ${review.at}${note}`)
  }
  return `${lines.join('\n')}\n`
}

/**
 * A draft of schema.org ClaimReview, a Claim for each side: the rating is left to the person who publishes it.
 * Source: https://schema.org/ClaimReview
 */
export function bundleJsonLd({ view, evidence, reviews }: Bundle): string {
  const claims = evidence.map(({ hit: { claim, document }, sentence }) => ({
    '@type': 'Claim',
    identifier: claim.id,
    text: sentence,
    ...(claim.speaker === null ? {} : { author: { '@type': 'Thing', name: claim.speaker } }),
    appearance: {
      '@type': 'CreativeWork',
      headline: document.title,
      url: document.url,
      ...(document.publishedAt === null ? {} : { datePublished: document.publishedAt }),
      publisher: { '@type': 'Organization', name: document.source },
    },
  }))
  const [latest] = reviews
  const draft = {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    identifier: view.id,
    claimReviewed: claims[0]?.text ?? view.reason,
    itemReviewed: claims,
    reviewBody: latest?.note ?? view.reason,
    creativeWorkStatus: 'Draft',
    ...(latest === undefined ? {} : { author: { '@type': 'Person', name: latest.by }, datePublished: latest.at }),
  }
  // `<` in no text may end the script that a page wraps this in.
  return `${JSON.stringify(draft, null, 2).replaceAll('<', '\\u003c')}\n`
}

/** A line for each claim. */
export function bundleCsv({ view, evidence }: Bundle): string {
  const rows = evidence.map(({ hit: { claim, document }, sentence, receipt }) =>
    csvFields({
      contradiction: view.id,
      side: view.sides.findIndex((side) => side.claims.includes(claim.id)) + 1,
      reason: view.reason,
      claim: claim.id,
      sentence,
      speaker: claim.speaker,
      stance: claim.stance,
      value: claim.value,
      source: document.source,
      publishedAt: document.publishedAt,
      url: receipt.finalUrl,
      sha256: receipt.contentHash,
      fetchedAt: receipt.fetchedAt,
      start: receipt.start,
      end: receipt.end,
    }),
  )
  return stringify(rows, { header: true, record_delimiter: 'windows' })
}
