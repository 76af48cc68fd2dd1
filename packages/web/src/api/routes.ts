import { Readable } from 'node:stream'
import { rankedPage, rankOf, timelinesOf } from '@counterclaim/compare'
import { figureChanges } from '@counterclaim/digest'
import { digestOf } from '@counterclaim/pipelines/digest'
import { receiptOf, sentenceAround } from '@counterclaim/view'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { decide, link } from '../decide.ts'
import { actingOf } from '../enter.ts'
import type { DeskOptions, DeskPorts } from '../ports.ts'
import { notFound } from '../problem.ts'
import { readClaim, readContradiction } from '../read.ts'
import { bundleCsv, bundleJsonLd, bundleMarkdown } from './bundle.ts'
import { csvOf, jsonLinesOf } from './export.ts'
import { boardParams, boardQuery, claimParams, claimQuery } from './query.ts'
import { dayParams, decisionBody, linkBody, named, pageOf, problem } from './schemas.ts'

const failures = { 400: problem, 404: problem }

/** The same archive for programs. */
export function apiRoutes(fastify: FastifyInstance, ports: DeskPorts, options: DeskOptions): void {
  const server = fastify.withTypeProvider<ZodTypeProvider>()
  const { search } = ports
  const list = { 200: pageOf, ...failures }
  const one = { 200: z.unknown(), ...failures }
  server.get(
    '/api/claims',
    { schema: { summary: 'Claims by words and filters', querystring: claimParams, response: list } },
    async ({ query }) => search.claims(claimQuery(query)),
  )
  server.get(
    '/api/facets',
    { schema: { summary: 'How the claims of a query divide', querystring: claimParams, response: one } },
    async ({ query }) => search.facets(claimQuery(query)),
  )
  server.get(
    '/api/documents',
    { schema: { summary: 'Documents by words and filters', querystring: claimParams, response: list } },
    async ({ query }) => search.documents(claimQuery(query)),
  )
  server.get(
    '/api/documents/:id',
    {
      schema: { summary: 'One document with the figures it changed, by id, key or URL', params: named, response: one },
    },
    async ({ params: { id } }) => {
      const doc = await search.document(id)
      if (doc === null) throw notFound('document', id)
      return { ...doc, changes: figureChanges(doc, await search.former([doc.id])) }
    },
  )
  server.get(
    '/api/claims/:id',
    { schema: { summary: 'One claim with its sentence, receipt and near misses', params: named, response: one } },
    async ({ params: { id } }) => {
      const { hit, doc } = await readClaim(ports, id)
      return {
        ...hit,
        sentence: sentenceAround(doc, hit.claim),
        receipt: receiptOf(hit.claim, doc),
        nearMisses: await search.nearMisses(id),
      }
    },
  )
  thingRoutes(fastify, ports)
  contradictionRoutes(fastify, ports, options)
  exportRoutes(fastify, ports)
}

function thingRoutes(fastify: FastifyInstance, ports: DeskPorts): void {
  const server = fastify.withTypeProvider<ZodTypeProvider>()
  const { search } = ports
  const one = { 200: z.unknown(), ...failures }
  server.get(
    '/api/entities/:id',
    { schema: { summary: 'One entity, by id or any name', params: named, response: one } },
    async ({ params: { id } }) => {
      const known = await search.entity(id)
      if (known === null) throw notFound('name', id)
      return known
    },
  )
  server.get(
    '/api/entities/:id/timelines',
    { schema: { summary: 'What a speaker said again, with silent changes', params: named, response: one } },
    async ({ params: { id } }) => {
      const known = await search.entity(id)
      if (known === null) throw notFound('name', id)
      return { timelines: await timelinesOf(search, known.entity.id) }
    },
  )
  server.get('/api/status', { schema: { summary: 'Counts by state and source', response: one } }, async () =>
    search.counts(),
  )
  server.get('/api/sources', { schema: { summary: 'What is watched', response: one } }, async () =>
    ports.sources.list(),
  )
  server.get('/api/digests', { schema: { summary: 'Days of which a digest was kept', response: one } }, async () => ({
    days: await ports.digests.days(),
  }))
  server.get(
    '/api/digests/:date',
    {
      schema: {
        summary: 'The digest of the days that end with a date',
        params: z.object({ date: z.iso.date() }),
        querystring: dayParams,
        response: one,
      },
    },
    async ({ params: { date }, query: { days } }) => digestOf(search, date, days),
  )
}

function contradictionRoutes(fastify: FastifyInstance, ports: DeskPorts, options: DeskOptions): void {
  const server = fastify.withTypeProvider<ZodTypeProvider>()
  const { search } = ports
  const one = { 200: z.unknown(), ...failures }
  server.get(
    '/api/contradictions',
    {
      schema: {
        summary: 'The board by rank: confidence first, then independence of sources, prominence and freshness',
        querystring: boardParams,
        response: { 200: pageOf, ...failures },
      },
    },
    async ({ query }) => rankedPage(search, boardQuery(query), ports.now()),
  )
  server.get(
    '/api/contradictions/:id',
    { schema: { summary: 'One contradiction with its chain and decisions', params: named, response: one } },
    async ({ params: { id } }) => {
      const { view, chain, silent } = await readContradiction(ports, id)
      return {
        ...view,
        rank: rankOf(view, ports.now()),
        silent,
        chain: { id: chain.id, groups: chain.groups },
        reviews: await search.reviews(id),
      }
    },
  )
  server.post(
    '/api/contradictions/:id/reviews',
    {
      config: { role: 'reviewer', tells: true },
      schema: {
        summary: 'Confirm, dismiss or reopen',
        params: named,
        body: decisionBody,
        response: { 201: z.unknown(), ...failures },
      },
    },
    async (request, reply) =>
      reply.code(201).send(
        await decide(ports, request.params.id, {
          verdict: request.body.verdict,
          ...actingOf(request, ports, options, request.body),
        }),
      ),
  )
  server.post(
    '/api/links',
    {
      config: { role: 'reviewer', tells: true },
      schema: {
        summary: 'Link two claims that collide and were missed, or take that back',
        body: linkBody,
        response: { 201: z.unknown(), ...failures, 422: problem },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send({ made: await link(ports, { ...request.body, ...actingOf(request, ports, options, request.body) }) }),
  )
  bundleRoute(fastify, ports)
}

function bundleRoute(fastify: FastifyInstance, ports: DeskPorts): void {
  const server = fastify.withTypeProvider<ZodTypeProvider>()
  const { search } = ports
  const bundles = {
    md: ['text/markdown', bundleMarkdown],
    jsonld: ['application/ld+json', bundleJsonLd],
    csv: ['text/csv', bundleCsv],
  } as const
  server.get(
    '/api/contradictions/:id/bundle.:format',
    {
      schema: {
        summary: 'One contradiction to take along, with receipts',
        params: z.object({ id: z.string().max(500), format: z.enum(['md', 'jsonld', 'csv']) }),
      },
    },
    async ({ params: { id, format } }, reply) => {
      const view = await search.contradiction(id)
      if (view === null) throw notFound('contradiction', id)
      const hits = view.sides.flatMap((side) => side.hits)
      const docs = await Promise.all(hits.map(({ document }) => search.document(document.id)))
      const evidence = hits.flatMap((hit, i) => {
        const doc = docs[i]
        return doc == null
          ? []
          : [{ hit, sentence: sentenceAround(doc, hit.claim), receipt: receiptOf(hit.claim, doc) }]
      })
      const [type, make] = bundles[format]
      return reply
        .type(`${type}; charset=utf-8`)
        .header('content-disposition', `attachment; filename="${id.replace(/\W/g, '_')}.${format}"`)
        .send(make({ view, evidence, reviews: await search.reviews(id) }))
    },
  )
}

function exportRoutes(fastify: FastifyInstance, ports: DeskPorts): void {
  const server = fastify.withTypeProvider<ZodTypeProvider>()
  const made = { csv: ['text/csv', csvOf], jsonl: ['application/x-ndjson', jsonLinesOf] } as const
  for (const format of ['csv', 'jsonl'] as const) {
    const [type, make] = made[format]
    server.get(
      `/api/claims.${format}`,
      { schema: { summary: `All claims of a query as ${format}`, querystring: claimParams } },
      async ({ query }, reply) => {
        // From the first to the last, wherever the page began that it was asked from.
        const { cursor: _cursor, limit: _limit, ...all } = claimQuery(query)
        return reply
          .type(`${type}; charset=utf-8`)
          .header('content-disposition', `attachment; filename="claims.${format}"`)
          .send(Readable.from(await begun(make(ports.search, all))))
      },
    )
  }
}

/** A list whose first line has been read: what fails before it is answered as a failure, and not in the middle of a file. */
async function begun(lines: AsyncGenerator<string>): Promise<AsyncIterable<string>> {
  const first = await lines.next()
  return (async function* () {
    if (first.done !== true) yield first.value
    yield* lines
  })()
}
