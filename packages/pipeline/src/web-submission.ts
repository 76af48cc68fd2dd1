import { type Content, documentId, type FeedEntry, type SubmittedDocument } from '@counterclaim/model'

/** A page of the web as it is submitted. Its key is the URL without what every URL has. */
export function webSubmission(url: string, content: Content): SubmittedDocument {
  const key = url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')
  return { id: documentId(url), url, key, trace: [], input: url, content, given: {} }
}

/** An entry of a list as it is submitted, with what the list tells of it. */
export function entrySubmission({ url, title, publishedAt }: FeedEntry, within: 'feed' | 'index'): SubmittedDocument {
  const listed = { ...(title === null ? {} : { title }), ...(publishedAt === null ? {} : { publishedAt }) }
  const given = Object.keys(listed).length === 0 ? {} : { listed }
  return { ...webSubmission(url, { kind: 'url', url, within }), given }
}
