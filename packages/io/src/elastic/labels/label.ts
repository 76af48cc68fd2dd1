/**
 * The labels of a document that was linked with others once; one without an entry is alone in its story and cluster.
 * A label is the smallest document id of its component, and that document's entry lists the members.
 */
export interface LabelSource {
  readonly id: string
  readonly story: string
  /** Documents joined by copy links. */
  readonly cluster: string
  /** The original of its cluster, null for the original itself. */
  readonly copy_of: string | null
  /** True when another document names the story. */
  readonly joined: boolean
  readonly story_members: readonly string[] | null
  readonly cluster_members: readonly string[] | null
}

/** What documents of one component share. */
export type Component = 'story' | 'cluster'

/** The labels of a document that is alone. */
export function alone(id: string): LabelSource {
  const members = [id]
  return { id, story: id, cluster: id, copy_of: null, joined: false, story_members: members, cluster_members: members }
}

/** The label put into a component of these members; its smallest lists them. */
export function inComponent(label: LabelSource, component: Component, members: readonly string[]): LabelSource {
  const root = members[0] ?? label.id
  const listed = root === label.id ? members : null
  return component === 'story'
    ? { ...label, story: root, joined: root !== label.id, story_members: listed }
    : { ...label, cluster: root, cluster_members: listed }
}

/** Members of a component as its root lists them. */
export function membersOf(root: LabelSource, component: Component): readonly string[] {
  return (component === 'story' ? root.story_members : root.cluster_members) ?? [root.id]
}
