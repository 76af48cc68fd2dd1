import { type Counts, type Entry, STATES, type State } from '@counterclaim/model'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { DeskPorts } from '../ports.ts'
import { Problem } from '../problem.ts'
import { problem } from './schemas.ts'

const MOST_ENTRIES = 500

/** Which inputs are asked for. */
interface LedgerParams {
  readonly state?: State | undefined
  readonly document?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

const ledgerParams: z.ZodType<LedgerParams> = z.object({
  state: z.enum(STATES).optional(),
  document: z.string().max(500).optional().describe('Inputs that became this document, by its id'),
  limit: z.coerce.number().int().min(1).max(MOST_ENTRIES).default(100),
  cursor: z.string().max(10_000).optional().describe('`next` of the page before'),
})
const ledgerPage = z.object({ items: z.array(z.unknown()), next: z.string().nullable() })

/** What became of every input, and how the desk is, for programs that watch. */
export function watchRoutes(fastify: FastifyInstance, ports: DeskPorts): void {
  const server = fastify.withTypeProvider<ZodTypeProvider>()
  server.get(
    '/api/ledger',
    {
      schema: {
        summary: 'What became of every input, by its path or URL',
        querystring: ledgerParams,
        response: { 200: ledgerPage, 400: problem },
      },
    },
    async ({ query }) => entriesOf(ports, query),
  )
  server.get(
    '/api/health',
    {
      schema: { summary: 'Whether the desk can read its archive', response: { 200: z.unknown(), 503: problem } },
      config: { open: true },
    },
    async () => {
      // One read by id: it fails as every other would.
      await ports.search.reviews('x_none')
      return { status: 'ok' }
    },
  )
  server.get(
    '/api/metrics',
    { schema: { summary: 'Numbers of the archive, as Prometheus reads them' } },
    async (_request, reply) =>
      reply.type('text/plain; version=0.0.4; charset=utf-8').send(metricsOf(await ports.search.counts())),
  )
}

async function entriesOf(
  { search }: DeskPorts,
  { state, document, limit, cursor }: LedgerParams,
): Promise<{ items: Entry[]; next: string | null }> {
  const filter = {
    ...(state === undefined ? {} : { state }),
    ...(document === undefined ? {} : { document }),
    ...(cursor === undefined ? {} : { after: inputOf(cursor) }),
  }
  const items: Entry[] = []
  for await (const entry of search.entries(filter)) {
    if (items.length === limit) return { items, next: cursorOf(items.at(-1)?.input ?? '') }
    items.push(entry)
  }
  return { items, next: null }
}

function cursorOf(input: string): string {
  return Buffer.from(JSON.stringify([input])).toString('base64url')
}

/** @throws {Problem} for one that nobody gave */
function inputOf(cursor: string): string {
  try {
    const given: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(given) && given.length === 1 && typeof given[0] === 'string') return given[0]
  } catch {
    // Said below: whatever is wrong with it, nobody gave it.
  }
  throw new Problem(400, 'This cursor was not given by the page before')
}

function metricsOf({ byState, bySource: _bySource, ...numbers }: Counts): string {
  const gauges = Object.entries(numbers).map(
    ([name, value]) => `# TYPE counterclaim_${name} gauge\ncounterclaim_${name} ${value}\n`,
  )
  const inputs = Object.entries(byState).map(([state, n]) => `counterclaim_inputs{state="${state}"} ${n}\n`)
  return `${gauges.join('')}# TYPE counterclaim_inputs gauge\n${inputs.join('')}`
}
