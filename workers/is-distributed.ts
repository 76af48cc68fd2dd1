/** True where the settings ask for an archive of many processes. Apart, so that embedded runs load no client of a server. */
export function isDistributed(env: Readonly<Record<string, string | undefined>>): boolean {
  return (env.COUNTERCLAIM_REDIS_URL ?? '') !== ''
}

/** True where documents, claims and what people decided lie in Elasticsearch, not in the folder. */
export function isOnElastic(env: Readonly<Record<string, string | undefined>>): boolean {
  return (env.COUNTERCLAIM_ELASTIC_URL ?? '') !== ''
}
