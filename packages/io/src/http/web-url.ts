import { Unprocessable } from '@counterclaim/model'

/** Longer addresses exist in attacks and mistakes. Source: RFC 9110 4.1 asks for 8,000 at least. */
const MAX_URL = 8_000

/**
 * The URL of a page, without its fragment.
 * @throws {Unprocessable} `fetch.bad-url` for anything but http and https, a name or password in it, or more than 8,000 characters
 */
export function webUrl(text: string, base?: URL): URL {
  if (text.length > MAX_URL || !URL.canParse(text, base)) throw badUrl(text, 'is no URL')
  const url = new URL(text, base)
  url.hash = ''
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw badUrl(text, 'is neither http nor https')
  if (url.username !== '' || url.password !== '') throw badUrl(url.host, 'is given with a name or password')
  if (url.href.length > MAX_URL) throw badUrl(text, 'is too long')
  return url
}

function badUrl(text: string, words: string): Unprocessable {
  return new Unprocessable('fetch.bad-url', `"${text.slice(0, 200)}" ${words}`)
}
