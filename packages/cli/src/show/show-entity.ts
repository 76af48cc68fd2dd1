import type { DocumentHead, Entity } from '@counterclaim/model'
import type { Shell } from '../shell.ts'
import { documentDate } from '../text/describe-claim.ts'
import { fields } from '../text/fields.ts'
import { plain } from '../text/plain.ts'
import { clip, count } from '../text/wrap.ts'
import type { Shown } from './shown.ts'

/** An entity with its names and the documents that name it. */
export function showEntity(
  { style, width }: Shell,
  found: { readonly entity: Entity; readonly documents: readonly DocumentHead[] },
): Shown {
  const { entity, documents } = found
  return {
    json: async () => found,
    lines: async () => {
      const heads = documents.map((head) => {
        return `  ${head.id}  ${clip(`${documentDate(head.publishedAt)}, ${plain(head.source)}: ${plain(head.title)}`, width - 18)}\n`
      })
      return [
        `${style.bold(plain(entity.name))}\n`,
        fields([
          ['id', entity.id],
          ['type', entity.type],
          ['names', entity.names.map(plain).join(', ')],
          ['known by', entity.provisional ? 'the texts alone' : 'the knowledge base'],
        ]),
        `\n${style.bold(count(documents.length, 'document'))}\n${heads.join('')}`,
      ].join('')
    },
  }
}
