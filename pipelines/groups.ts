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
const ON_THREADS: readonly GroupName[] = ['extract', 'annotate']

/** A run of stages with those of them that run on threads; null when none do. */
export interface Serving {
  readonly run: Run
  readonly threads: { readonly from: string; readonly until: string } | null
}

/**
 * The runs of a process that serves these groups. Through groups that follow each other it takes a document in one go: to put
 * it down in between for others costs as much as a stage does. It also takes up what others put down midway. Only what was
 * fetched is put down always: a page is not asked for again because a later stage failed.
 */
export function servingsOf(names: readonly GroupName[]): Serving[] {
  const order = Object.keys(groups) as GroupName[]
  return names.map((name) => {
    const following = order.slice(order.indexOf(name))
    const gap = following.findIndex((other) => !names.includes(other))
    const stretch = name === 'fetch' ? following.slice(0, 1) : following.slice(0, gap < 0 ? following.length : gap)
    const { until } = groups[stretch.at(-1) ?? name]
    const last = stretch.filter((other) => ON_THREADS.includes(other)).at(-1)
    const end = last === undefined ? undefined : groups[last].until
    return {
      run: { from: name, ...(until === undefined ? {} : { until }) },
      threads: end === undefined ? null : { from: name, until: end },
    }
  })
}

/** What a worker process serves: a group of stages, or the digests, which are made on a clock. */
export type ServiceName = GroupName | 'digest'

/** Every service, in the order of the pipeline. */
export const services: readonly ServiceName[] = [...(Object.keys(groups) as GroupName[]), 'digest']

/** True for the name of a service. */
export function isServiceName(name: string): name is ServiceName {
  return (services as readonly string[]).includes(name)
}
