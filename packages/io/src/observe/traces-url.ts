/** Where traces go, by the standard variables of OpenTelemetry; null for nowhere. */
export function tracesUrl(env: Readonly<Record<string, string | undefined>>): string | null {
  const own = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? ''
  if (own !== '') return own
  const base = env.OTEL_EXPORTER_OTLP_ENDPOINT ?? ''
  return base === '' ? null : `${base.replace(/\/$/, '')}/v1/traces`
}
