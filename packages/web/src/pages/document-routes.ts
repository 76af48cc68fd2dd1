import type { ClaimHit, IndexableDocument } from '@counterclaim/model'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { named } from '../api/schemas.ts'
import type { DeskPorts } from '../ports.ts'
import { notFound } from '../problem.ts'
import { sidesPage } from './sides-page.ts'
import { versionsPage } from './versions-page.ts'

const ofVersion = z.object({ version: z.string().max(100).optional() })

/** What a document was read from, what it said before, and two documents side by side. */
export function documentRoutes(fastify: FastifyInstance, ports: DeskPorts): void {
  const server = fastify.withTypeProvider<ZodTypeProvider>()
  server.get('/documents/:id/versions', { schema: { hide: true, params: named } }, async ({ params }, reply) => {
    return reply.type('text/html; charset=utf-8').send(versionsPage(await versionsOf(ports, params.id)))
  })
  server.get(
    '/documents/:id/original',
    { schema: { hide: true, params: named, querystring: ofVersion } },
    async ({ params: { id }, query: { version } }, reply) => {
      const versions = await versionsOf(ports, id)
      const doc = versions.find((one) => version === undefined || one.version === version)
      if (doc === undefined) throw notFound('version', version ?? '')
      const bytes = await ports.blobs.get(doc.contentHash)
      // As bytes to keep, whatever they are: a page of somebody else is never shown in the desk's own name.
      return reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename="${fileName(doc)}"`)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(Buffer.from(bytes))
    },
  )
  server.get('/contradictions/:id/documents', { schema: { hide: true, params: named } }, async ({ params }, reply) => {
    const view = await ports.search.contradiction(params.id)
    if (view === null) throw notFound('contradiction', params.id)
    const hits = view.sides.flatMap((side) => side.hits.slice(0, 1))
    const docs = await Promise.all(hits.map((hit) => standingIn(ports, hit)))
    const sides = hits.flatMap((hit, i) => (docs[i] == null ? [] : [{ hit, doc: docs[i] }]))
    return reply.type('text/html; charset=utf-8').send(sidesPage(view, sides))
  })
}

/** The current version, then those it replaced, the latest first. */
async function versionsOf({ search, archive }: DeskPorts, id: string): Promise<IndexableDocument[]> {
  const doc = await search.document(id)
  if (doc === null) throw notFound('document', id)
  const former = (await archive.former([doc.id])).filter(({ version }) => version !== doc.version)
  return [doc, ...former.sort((a, b) => (a.fetchedAt > b.fetchedAt ? -1 : 1))]
}

/** The version in which a claim stands: what a page took back is in a former one. */
async function standingIn(
  { archive }: DeskPorts,
  { document: { id, version } }: ClaimHit,
): Promise<IndexableDocument | null> {
  const doc = await archive.document(id)
  if (doc?.version === version) return doc
  return (await archive.former([id])).find((one) => one.version === version) ?? doc
}

const ENDINGS: Readonly<Record<IndexableDocument['mediaType'], string>> = {
  'text/html': 'html',
  'text/plain': 'txt',
  'text/markdown': 'md',
  'application/pdf': 'pdf',
}

function fileName({ id, mediaType, contentHash }: IndexableDocument): string {
  return `${id}-${contentHash.slice(0, 8)}.${ENDINGS[mediaType]}`
}
