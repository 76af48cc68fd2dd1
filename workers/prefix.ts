/** Begins every key in Redis unless COUNTERCLAIM_REDIS_PREFIX says otherwise. In braces, it keeps all keys on one node of a cluster. */
export const PREFIX = '{counterclaim}'
