import { createHash } from 'node:crypto'
import type { Observe } from '@counterclaim/pipeline'
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-node'

/** Traces of one process. */
export interface Tracing {
  readonly observe: Observe
  /** Sends what has not been sent. */
  close(): Promise<void>
}

/**
 * Sends a span for every task, and in it one for every stage, to a collector by OTLP over HTTP. All spans of an input are in one trace, whatever process
 * makes them: its id is made from the input, so nothing has to be carried along.
 * @param url of the collector's traces, as in `http://127.0.0.1:4318/v1/traces`
 */
export function openTracing(url: string): Tracing {
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'counterclaim', 'process.pid': process.pid }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))],
  })
  const tracer = provider.getTracer('counterclaim')
  return {
    observe: ({ topic, input, attempts }) => {
      const attributes = { 'counterclaim.input': input, 'counterclaim.attempts': attempts }
      const span = tracer.startSpan(`task ${topic}`, { kind: SpanKind.CONSUMER, attributes }, parentOf(input))
      return ({ result, code, times }) => {
        const inside = trace.setSpan(ROOT_CONTEXT, span)
        for (const { stage, at, ms } of times) tracer.startSpan(stage, { startTime: at }, inside).end(at + ms)
        span.setAttributes({ 'counterclaim.result': result, ...(code === null ? {} : { 'counterclaim.code': code }) })
        if (result === 'quarantined' || result === 'stopped')
          span.setStatus({ code: SpanStatusCode.ERROR, message: code ?? '' })
        span.end()
      }
    },
    close: () => provider.shutdown(),
  }
}

/** The trace of an input, as a span that nobody sends. */
function parentOf(input: string): typeof ROOT_CONTEXT {
  const hash = createHash('sha256').update(input).digest('hex')
  const traceId = hash.slice(0, 32)
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId,
    spanId: hash.slice(32, 48),
    traceFlags: TraceFlags.SAMPLED,
    isRemote: true,
  })
}
