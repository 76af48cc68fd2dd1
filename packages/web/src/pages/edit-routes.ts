import type { Acting, Change, Edit } from '@counterclaim/model'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import {
  correctionBody,
  entityBody,
  mergeBody,
  otherBody,
  removeBody,
  type SaidBody,
  saidBody,
  splitBody,
} from '../api/edit-schemas.ts'
import { named } from '../api/schemas.ts'
import { link } from '../decide.ts'
import { correct, edit, merge, split, takeDown, undo } from '../edit.ts'
import { actingOf } from '../enter.ts'
import type { DeskOptions, DeskPorts } from '../ports.ts'
import { notFound, unusable } from '../problem.ts'
import { removedPage } from './removed-page.ts'

const reviewer = { role: 'reviewer', tells: true } as const
const editor = { role: 'editor', tells: true } as const

/** The forms by which people set things right, each on the page where they notice it. They lead back there. */
export function editRoutes(fastify: FastifyInstance, ports: DeskPorts, options: DeskOptions): void {
  const server = fastify.withTypeProvider<ZodTypeProvider>()
  const said = (request: FastifyRequest, body: SaidBody): Acting => actingOf(request, ports, options, body)
  server.post(
    '/claims/:id/correct',
    { schema: { hide: true, params: named, body: correctionBody }, config: editor },
    async (request, reply) => {
      const { params, body } = request
      return backTo(reply, await correct(ports, params.id, body, said(request, body)))
    },
  )
  server.post(
    '/edits/:id/undo',
    { schema: { hide: true, params: named, body: saidBody }, config: editor },
    async (request, reply) => {
      const [made] = (await ports.search.edits(request.params.id)).filter(({ id }) => id === request.params.id)
      if (made === undefined) throw notFound('edit', request.params.id)
      await undo(ports, made.id, said(request, request.body))
      return backTo(reply, made)
    },
  )
  server.post(
    '/documents/:id/remove',
    { schema: { hide: true, params: named, body: removeBody }, config: editor },
    async (request, reply) => {
      const removed = await takeDown(ports, request.params.id, said(request, request.body))
      return reply.type('text/html; charset=utf-8').send(removedPage(removed))
    },
  )
  linkRoutes(fastify, ports, options)
  entityRoutes(fastify, ports, said)
}

function linkRoutes(fastify: FastifyInstance, ports: DeskPorts, options: DeskOptions): void {
  const server = fastify.withTypeProvider<ZodTypeProvider>()
  server.post(
    '/claims/:id/link',
    { schema: { hide: true, params: named, body: otherBody }, config: reviewer },
    async (request, reply) => {
      const { params, body } = request
      const [other] = /c_[0-9a-z]+/.exec(body.other) ?? []
      if (other === undefined) throw unusable('Give the other claim by its id, c_…, or the address of its page')
      const acting = actingOf(request, ports, options, body)
      const [made] = await link(ports, { claims: [params.id, other], type: body.type, ...acting })
      return reply.redirect(`/contradictions/${made?.contradiction}`, 303)
    },
  )
  server.post(
    '/contradictions/:id/unlink',
    { schema: { hide: true, params: named, body: saidBody }, config: reviewer },
    async (request, reply) => {
      const view = await ports.search.contradiction(request.params.id)
      const [a, b] = view?.sides.map(({ hits }) => hits[0]?.claim.id) ?? []
      if (a === undefined || b === undefined) throw notFound('contradiction', request.params.id)
      const type = view?.type ?? 'denial'
      await link(ports, { claims: [a, b], type, undo: true, ...actingOf(request, ports, options, request.body) })
      return reply.redirect(`/claims/${a}`, 303)
    },
  )
}

function entityRoutes(
  fastify: FastifyInstance,
  ports: DeskPorts,
  said: (request: FastifyRequest, body: SaidBody) => Acting,
): void {
  const server = fastify.withTypeProvider<ZodTypeProvider>()
  server.post(
    '/entities/:id/edit',
    { schema: { hide: true, params: named, body: entityBody }, config: editor },
    async (request, reply) =>
      backTo(reply, await edit(ports, request.params.id, request.body, said(request, request.body))),
  )
  server.post(
    '/entities/:id/merge',
    { schema: { hide: true, params: named, body: mergeBody }, config: editor },
    async (request, reply) =>
      backTo(reply, await merge(ports, request.params.id, request.body.into, said(request, request.body))),
  )
  server.post(
    '/entities/:id/split',
    { schema: { hide: true, params: named, body: splitBody }, config: editor },
    async (request, reply) =>
      backTo(reply, await split(ports, request.params.id, request.body, said(request, request.body))),
  )
}

function backTo(reply: FastifyReply, { change }: Edit): FastifyReply {
  return reply.redirect(pageOf(change), 303)
}

/** Where what was edited is shown. */
function pageOf(change: Change): string {
  switch (change.kind) {
    case 'claim':
      return `/claims/${change.evidence.claim}`
    case 'merge':
    case 'split':
      return `/entities/${encodeURIComponent(change.into.id)}`
    case 'entity':
      return `/entities/${encodeURIComponent(change.entity)}`
    default:
      return '/'
  }
}
