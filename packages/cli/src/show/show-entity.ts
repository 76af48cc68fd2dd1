import type { Timeline } from '@counterclaim/compare'
import type { DocumentHead, Edit, Entity } from '@counterclaim/model'
import type { Shell } from '../shell.ts'
import { claimHeadline, documentDate } from '../text/describe-claim.ts'
import { editLine } from '../text/edit-line.ts'
import { fields } from '../text/fields.ts'
import { plain } from '../text/plain.ts'
import { clip, count } from '../text/wrap.ts'
import type { Shown } from './shown.ts'

/** Timelines that are read at a glance: those with silent changes come first. */
const MOST_TIMELINES = 5

/** An entity with its names and the documents that name it. */
export function showEntity(
  { style, width }: Shell,
  found: { readonly entity: Entity; readonly documents: readonly DocumentHead[] },
  timelines: readonly Timeline[],
  edits: readonly Edit[],
): Shown {
  const { entity, documents } = found
  return {
    json: async () => ({ ...found, timelines, edits }),
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
        edits.length === 0 ? '' : `\n${style.bold('Edited by hand')}\n`,
        ...edits.map((edit) => `  ${editLine(edit)}`),
        timelines.length === 0 ? '' : `\n${style.bold('Said again and again')}\n`,
        ...timelines.slice(0, MOST_TIMELINES).map((one) => timelineLines(one, width)),
      ].join('')
    },
  }
}

const CHANGES = { none: '', told: '  (changed)', silent: '  (changed without a word)' } as const

function timelineLines({ what, told }: Timeline, width: number): string {
  const lines = told.map(({ hit: { claim, document }, change }) => {
    const line = `${documentDate(document.publishedAt)}, ${plain(document.source)}: ${claim.stance} ${claimHeadline(claim)}`
    return `    ${clip(line, width - 4 - CHANGES[change].length)}${CHANGES[change]}\n`
  })
  return `  ${clip(plain(what), width - 2)}\n${lines.join('')}`
}
