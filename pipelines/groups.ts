import type { Run } from '@counterclaim/pipeline'

/** A group of stages by the name of its first. */
export type GroupName = 'fetch' | 'extract' | 'annotate' | 'index' | 'compare'

/** The stages of `news` in groups, each served by processes of its own, as many as it needs. */
export const groups: Readonly<Record<GroupName, Run>> = {
  fetch: { from: 'fetch', until: 'extract' },
  extract: { from: 'extract', until: 'annotate' },
  annotate: { from: 'annotate', until: 'index' },
  index: { from: 'index', until: 'compare' },
  compare: { from: 'compare' },
}

/** Groups that cost processor time: their stages run on threads, so that the process can renew what it has on loan. */
export const ON_THREADS: readonly GroupName[] = ['extract', 'annotate']

/** What a worker process serves: a group of stages, or the digests, which are made on a clock. */
export type ServiceName = GroupName | 'digest'

/** Every service, in the order of the pipeline. */
export const services: readonly ServiceName[] = [...(Object.keys(groups) as GroupName[]), 'digest']

/** True for the name of a service. */
export function isServiceName(name: string): name is ServiceName {
  return (services as readonly string[]).includes(name)
}
