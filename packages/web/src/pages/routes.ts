import { chains, rankedPage, rankOf } from '@counterclaim/compare'
import { figureChanges } from '@counterclaim/digest'
import type { ClaimHit, ClaimQuery } from '@counterclaim/model'
import { digestOf, newestDay } from '@counterclaim/pipelines/digest'
import { editsOfClaim, html } from '@counterclaim/view'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { boardParams, boardQuery, claimParams, claimQuery } from '../api/query.ts'
import { dayParams, decisionBody, named } from '../api/schemas.ts'
import { decide } from '../decide.ts'
import { actingOf } from '../enter.ts'
import { href } from '../links.ts'
import type { DeskOptions, DeskPorts } from '../ports.ts'
import { notFound } from '../problem.ts'
import { collisionsOf, quotesOf, readClaim, readContradiction, sentencesOf } from '../read.ts'
import { boardPage } from './board-page.ts'
import { claimPage } from './claim-page.ts'
import { contradictionPage } from './contradiction-page.ts'
import { digestPage } from './digest-page.ts'
import { documentPage } from './document-page.ts'
import { documentRoutes } from './document-routes.ts'
import { documentsPage } from './documents-page.ts'
import { editRoutes } from './edit-routes.ts'
import { entityPage } from './entity-page.ts'
import { page } from './layout.ts'
import { searchPage } from './search-page.ts'
import { statusPage } from './status-page.ts'

/** Rows of a page. */
const PER_PAGE = 25
/** Figures that a chart is drawn of. */
const MOST_FIGURES = 200
const send = (reply: FastifyReply, text: string): FastifyReply => reply.type('text/html; charset=utf-8').send(text)

/** The pages that people read. */
export function pageRoutes(fastify: FastifyInstance, ports: DeskPorts, options: DeskOptions): void {
  const server = fastify.withTypeProvider<ZodTypeProvider>()
  const { search } = ports
  server.get('/', { schema: { hide: true, querystring: claimParams } }, async ({ query: params }, reply) => {
    const query = { limit: PER_PAGE, ...claimQuery(params) }
    // Sliders reach as far as all figures and days that the other filters leave.
    const { min: _min, max: _max, since: _since, until: _until, ...wide } = query
    const [hits, facets, extent, figures] = await Promise.all([
      search.claims(query),
      search.facets(query),
      search.extent(wide),
      figuresOf(search, query),
    ])
    const sentences = await sentencesOf(ports, hits.items)
    return send(reply, searchPage({ params, hits, facets, extent, sentences, figures }))
  })
  server.get('/documents', { schema: { hide: true, querystring: claimParams } }, async ({ query: params }, reply) => {
    return send(reply, documentsPage(params, await search.documents({ limit: PER_PAGE, ...claimQuery(params) })))
  })
  server.get('/documents/:id', { schema: { hide: true, params: named } }, async ({ params: { id }, member }, reply) => {
    const doc = await search.document(id)
    if (doc === null) throw notFound('document', id)
    const changes = figureChanges(doc, await search.former([doc.id]))
    const collisions = await collisionsOf(ports, doc.head, ({ hits }) =>
      hits.some(({ document }) => document.id === doc.id),
    )
    return send(reply, documentPage(doc, { changes, collisions }, member))
  })
  server.get('/claims/:id', { schema: { hide: true, params: named } }, async ({ params: { id }, member }, reply) => {
    const { hit, doc } = await readClaim(ports, id)
    const [misses, edits] = [await search.nearMisses(id), editsOfClaim(hit.claim, await search.edits(doc.id))]
    const collisions = await collisionsOf(ports, hit.document, ({ group }) => group === hit.claim.group)
    return send(reply, claimPage({ hit, doc, misses, collisions, edits, signedIn: member }))
  })
  server.get('/entities/:id', { schema: { hide: true, params: named } }, async ({ params: { id }, member }, reply) => {
    const known = await search.entity(id)
    if (known === null) throw notFound('name', id)
    const entity = known.entity.id
    const [claims, figures, contradictions, edits] = await Promise.all([
      search.claims({ entity, limit: PER_PAGE }),
      search.claims({ entity, kind: 'quantity', limit: MOST_FIGURES }),
      search.contradictions({ entity, limit: 10 }),
      search.edits(entity),
    ])
    const sentences = await sentencesOf(ports, claims.items)
    const told = { claims, sentences, figures: figures.items, contradictions, edits, signedIn: member }
    return send(reply, entityPage({ ...known, ...told }))
  })
  boardRoutes(fastify, ports, options)
  documentRoutes(fastify, ports)
  editRoutes(fastify, ports, options)
  digestRoutes(fastify, ports)
  server.get('/status', { schema: { hide: true } }, async (_request, reply) =>
    send(reply, statusPage(await search.counts(), await ports.sources.list())),
  )
}

/** What is drawn of a search: its figures, where it asks for those of one unit or measure. */
async function figuresOf(search: DeskPorts['search'], query: ClaimQuery): Promise<readonly ClaimHit[]> {
  if (query.unit === undefined && query.measure === undefined) return []
  const { cursor: _cursor, ...rest } = query
  return (await search.claims({ ...rest, kind: 'quantity', limit: MOST_FIGURES })).items
}

function boardRoutes(fastify: FastifyInstance, ports: DeskPorts, options: DeskOptions): void {
  const server = fastify.withTypeProvider<ZodTypeProvider>()
  server.get(
    '/contradictions',
    { schema: { hide: true, querystring: boardParams } },
    async ({ query: params }, reply) => {
      const found = await rankedPage(ports.search, { limit: PER_PAGE, ...boardQuery(params) }, ports.now())
      const place = new Map(found.items.map(({ id }, i) => [id, i]))
      const first = (chain: ReturnType<typeof chains>[number]): number =>
        Math.min(...chain.contradictions.map(({ id }) => place.get(id) ?? found.items.length))
      const sorted = chains(found.items).sort((a, b) => first(a) - first(b))
      return send(reply, boardPage({ params, found, chains: sorted, sentences: await quotesOf(ports, found.items) }))
    },
  )
  server.get('/contradictions/:id', { schema: { hide: true, params: named } }, async (request, reply) => {
    const { id } = request.params
    const { view, chain, silent } = await readContradiction(ports, id)
    const sentences = await quotesOf(ports, [view, ...chain.contradictions])
    return send(
      reply,
      contradictionPage({
        view,
        rank: rankOf(view, ports.now()),
        chain,
        silent,
        sentences,
        reviews: await ports.search.reviews(id),
        signedIn: request.member,
      }),
    )
  })
  server.post(
    '/contradictions/:id/review',
    { schema: { hide: true, params: named, body: decisionBody }, config: { role: 'reviewer', tells: true } },
    async (request, reply) => {
      const { params, body } = request
      await decide(ports, params.id, { verdict: body.verdict, ...actingOf(request, ports, options, body) })
      return reply.redirect(`/contradictions/${encodeURIComponent(request.params.id)}`, 303)
    },
  )
}

function digestRoutes(fastify: FastifyInstance, ports: DeskPorts): void {
  const server = fastify.withTypeProvider<ZodTypeProvider>()
  server.get(
    '/digest',
    { schema: { hide: true, querystring: dayParams } },
    async ({ query: { date, days } }, reply) => {
      const day = date ?? (await newestDay(ports.search))
      if (day === null) {
        const body = html`<h1>Digest</h1><p class="empty">No document of this archive has a date. <a href="${href('/status')}">What is in it</a></p>`
        return send(reply, page({ title: 'Digest', at: 'digest', body }))
      }
      return send(reply, digestPage(await digestOf(ports.search, day, days), days, await ports.digests.days()))
    },
  )
}
