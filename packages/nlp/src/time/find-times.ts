import type { Span, TimeExpression } from '@counterclaim/model'

/** Every time expression of a field, in order, resolved against the document's date (ISO 8601, or null). */
export function findTimes(
  text: string,
  sentences: readonly Span[],
  field: 'text' | 'title',
  publishedAt: string | null,
): TimeExpression[] {
  void text, sentences, field, publishedAt
  return []
}
