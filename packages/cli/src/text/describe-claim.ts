import { type Claim, type ClaimHit, isCorrected } from '@counterclaim/model'
import { formatTime, formatValue } from '@counterclaim/view'
import { plain } from './plain.ts'
import { count } from './wrap.ts'

/** The figure of a claim, or what is said in it: the line a reader looks for first. */
export function claimHeadline(claim: Claim): string {
  if (claim.value === null) return plain(claim.about ?? claim.evidence)
  const what = [claim.subject, claim.measure].filter((part) => part !== null).map(plain)
  const unique = what.filter((part, i) => !what.slice(0, i).some((other) => other.toLowerCase() === part.toLowerCase()))
  return `${formatValue(claim.value, claim.per)}${unique.length === 0 ? '' : `  ${unique.join(' · ')}`}`
}

/** Who says it and what they do with it: "Meta denies"; null for a figure in the document's own voice. */
function claimVoice(claim: Claim): string | null {
  if (claim.speaker === null) return claim.kind === 'statement' || claim.stance !== 'asserts' ? claim.stance : null
  return `${plain(claim.speaker)} ${claim.stance}`
}

/** When, where and who, as far as the claim says. */
export function claimCircumstances(claim: Claim): string {
  const parts = [
    claim.time === null ? null : formatTime(claim.time),
    claim.place === null ? null : plain(claim.place),
    claimVoice(claim),
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

/** Where it stands: source, date, how many independent sources say the same. */
export function claimOrigin({ claim, document, independentSources }: ClaimHit): string {
  const parts = [plain(document.source), documentDate(document.publishedAt)]
  if (document.copyOf !== null) parts.push('a copy')
  if (isCorrected(claim)) parts.push('corrected by hand')
  if (independentSources > 1) parts.push(count(independentSources, 'independent source'))
  return parts.join(' · ')
}

/** The day a document was published. */
export function documentDate(publishedAt: string | null): string {
  return publishedAt === null ? 'undated' : formatTime(publishedAt)
}
