import type { DigestItem } from '@counterclaim/model'

/** Where in the desk the evidence of a digest's line is shown. */
export function pathOf({ id }: Pick<DigestItem, 'id'>): string {
  if (id.startsWith('d_')) return `/documents/${id}`
  return id.startsWith('x_') ? `/contradictions/${id}` : `/claims/${id}`
}
