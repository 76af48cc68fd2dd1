/** Two members that belong together. */
export type Edge = readonly [string, string]

/** The connected components of members under edges, each sorted, in order of their smallest; edges to others count not. */
export function components(members: readonly string[], edges: readonly Edge[]): string[][] {
  const neighbours = new Map<string, string[]>(members.map((id) => [id, []]))
  for (const [a, b] of edges) {
    if (!neighbours.has(b)) continue
    neighbours.get(a)?.push(b)
    if (neighbours.has(a)) neighbours.get(b)?.push(a)
  }
  const done = new Set<string>()
  const found: string[][] = []
  for (const id of [...members].sort()) {
    if (done.has(id)) continue
    const reached = new Set([id])
    // A Set is iterated in order of insertion and sees what is added meanwhile: a breadth-first walk.
    for (const at of reached) for (const next of neighbours.get(at) ?? []) reached.add(next)
    for (const at of reached) done.add(at)
    found.push([...reached].sort())
  }
  return found
}
