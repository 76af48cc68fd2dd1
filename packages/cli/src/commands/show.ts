import { rankOf, type Silent, silentOn, timelinesOf } from '@counterclaim/compare'
import { figureChanges } from '@counterclaim/digest'
import type { ContradictionView, Search } from '@counterclaim/model'
import { sentenceReader } from '@counterclaim/view'
import { withSearch } from '../archive.ts'
import { type CommandMaker, type CommonOptions, command } from '../command.ts'
import { EXIT, usageError } from '../failure.ts'
import { outJson, type Shell } from '../shell.ts'
import { claimReceipt, nearMissLines, showClaim } from '../show/show-claim.ts'
import { showDocument } from '../show/show-document.ts'
import { showEntity } from '../show/show-entity.ts'
import type { Shown } from '../show/shown.ts'
import { contradictionCard, rankLine } from '../text/card.ts'
import { documentDate } from '../text/describe-claim.ts'
import { plain } from '../text/plain.ts'
import { reviewLine } from './review.ts'

interface Options extends CommonOptions {
  readonly explain?: boolean
}

/** `show ID`: one document, claim, entity or contradiction with what it rests on. */
export const show: CommandMaker = (run) =>
  command('show', 'Show one document, claim, entity or contradiction with its receipts', EXAMPLES)
    .argument(
      '<id>',
      'an id as other commands print it; a document also by its key or URL, an entity by any of its names',
    )
    .option('--explain', 'print the rules that took part, and near misses with their reasons')
    .action(run.action(showOne))

const EXAMPLES = `counterclaim show c_0a1b2c3d4e5f6
counterclaim show "Pakistan Telecommunication Authority" --explain`

async function showOne(shell: Shell, id: string, options: Options): Promise<number> {
  return withSearch(shell, options.data, async (archive) => {
    const shown = await find(shell, archive, id, options.explain === true)
    if (shown === null) {
      throw usageError(`Nothing in this archive is called ${id}; search prints the ids of claims and documents`)
    }
    if (options.json === true) await outJson(shell, await shown.json())
    else await shell.out(await shown.lines())
    return EXIT.done
  })
}

/** Tries what the id looks like first, then everything that can go by a name. */
async function find(shell: Shell, archive: Search, id: string, explain: boolean): Promise<Shown | null> {
  if (id.startsWith('c_')) return showClaimById(shell, archive, id, explain)
  if (id.startsWith('x_')) return showContradiction(shell, archive, id, explain)
  const doc = await archive.document(id)
  if (doc !== null) return showDocument(shell, doc, figureChanges(doc, await archive.former([doc.id])), explain)
  const entity = await archive.entity(id)
  if (entity === null) return null
  const { id: key } = entity.entity
  return showEntity(shell, entity, await timelinesOf(archive, key), await archive.edits(key))
}

async function showClaimById(shell: Shell, archive: Search, id: string, explain: boolean): Promise<Shown | null> {
  const hit = await archive.claim(id)
  if (hit === null) return null
  const doc = await archive.document(hit.document.id)
  return doc === null ? null : showClaim(shell, archive, hit, doc, explain)
}

async function showContradiction(shell: Shell, archive: Search, id: string, explain: boolean): Promise<Shown | null> {
  const view = await archive.contradiction(id)
  if (view === null) return null
  const hits = view.sides.flatMap((side) => side.hits)
  const rank = rankOf(view, new Date().toISOString())
  return {
    json: async () => ({ ...view, rank, silent: await silentIn(archive, view), reviews: await archive.reviews(id) }),
    lines: async () => {
      const parts = [await contradictionCard(shell, view, sentenceReader(archive), rankLine(shell, { ...view, rank }))]
      for (const hit of hits) {
        const doc = await archive.document(hit.document.id)
        if (doc !== null) parts.push(`\n${plain(hit.document.title)}\n${claimReceipt(hit.claim, doc)}`)
        if (explain) parts.push(nearMissLines(shell, await archive.nearMisses(hit.claim.id)))
      }
      parts.push(...(await silentIn(archive, view)).map(silentLine))
      for (const review of await archive.reviews(id)) parts.push(`\n${reviewLine(review)}`)
      return parts.join('')
    },
  }
}

/** Who did not comment, in the documents of both sides. */
async function silentIn(archive: Search, { sides }: ContradictionView): Promise<Silent[]> {
  const ids = new Set(sides.flatMap(({ hits }) => hits.map(({ document }) => document.id)))
  const documents = await Promise.all([...ids].map((id) => archive.document(id)))
  return silentOn(
    sides,
    documents.filter((doc) => doc !== null),
  )
}

function silentLine({ speaker, hit }: Silent): string {
  return `\n  did not comment: ${plain(speaker)} (${plain(hit.document.source)}, ${documentDate(hit.document.publishedAt)})\n`
}
