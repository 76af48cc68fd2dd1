import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { correct, edit, merge, split, takeDown, undo } from '../edit.ts'
import { actingOf } from '../enter.ts'
import type { DeskOptions, DeskPorts } from '../ports.ts'
import { correctionBody, entityBody, mergeBody, removeBody, saidBody, splitBody } from './edit-schemas.ts'
import { named, problem } from './schemas.ts'

/** Takes the role of who changes what is archived; each writes its own line into the audit log. */
const editor = { role: 'editor', tells: true } as const
const response = { 201: z.unknown(), 400: problem, 404: problem, 422: problem }

/** What people set right by forms, for programs: the same, answered with the edit that was made. */
export function editApi(fastify: FastifyInstance, ports: DeskPorts, options: DeskOptions): void {
  const server = fastify.withTypeProvider<ZodTypeProvider>()
  server.post(
    '/api/claims/:id/corrections',
    {
      config: editor,
      schema: {
        summary: 'Correct speaker, subject or value of a claim',
        params: named,
        body: correctionBody,
        response,
      },
    },
    async (request, reply) => {
      const acting = actingOf(request, ports, options, request.body)
      return reply.code(201).send(await correct(ports, request.params.id, request.body, acting))
    },
  )
  server.post(
    '/api/edits/:id/undo',
    { config: editor, schema: { summary: 'Take an edit back', params: named, body: saidBody, response } },
    async (request, reply) =>
      reply.code(201).send(await undo(ports, request.params.id, actingOf(request, ports, options, request.body))),
  )
  server.post(
    '/api/documents/:id/takedown',
    {
      config: editor,
      schema: {
        summary: 'Take a document down, for good',
        params: named,
        body: removeBody,
        response: { 200: z.unknown(), 400: problem, 404: problem },
      },
    },
    async (request) => takeDown(ports, request.params.id, actingOf(request, ports, options, request.body)),
  )
  entityApi(fastify, ports, options)
}

function entityApi(fastify: FastifyInstance, ports: DeskPorts, options: DeskOptions): void {
  const server = fastify.withTypeProvider<ZodTypeProvider>()
  server.post(
    '/api/entities/:id/edits',
    {
      config: editor,
      schema: {
        summary: 'Give an entity another name, kind or other names',
        params: named,
        body: entityBody,
        response,
      },
    },
    async (request, reply) => {
      const acting = actingOf(request, ports, options, request.body)
      return reply.code(201).send(await edit(ports, request.params.id, request.body, acting))
    },
  )
  server.post(
    '/api/entities/:id/merge',
    { config: editor, schema: { summary: 'Make an entity another one', params: named, body: mergeBody, response } },
    async (request, reply) => {
      const acting = actingOf(request, ports, options, request.body)
      return reply.code(201).send(await merge(ports, request.params.id, request.body.into, acting))
    },
  )
  server.post(
    '/api/entities/:id/split',
    {
      config: editor,
      schema: { summary: 'Make a part of an entity another one', params: named, body: splitBody, response },
    },
    async (request, reply) => {
      const acting = actingOf(request, ports, options, request.body)
      return reply.code(201).send(await split(ports, request.params.id, request.body, acting))
    },
  )
}
