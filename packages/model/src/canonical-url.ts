/** Parameters that say where a reader came from, never what the page is. */
const TRACKING = /^(?:utm_\w*|fbclid|gclid|mc_cid|mc_eid|igshid)$/

/** One spelling for one page: host in lower case, no default port, no fragment, no tracking. Null when it is no URL. */
export function canonicalUrl(text: string): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  url.hash = ''
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name))
  for (const name of tracking) url.searchParams.delete(name)
  return url.href
}
