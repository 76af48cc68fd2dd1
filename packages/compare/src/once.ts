/**
 * A function of an object, worked out once per object and forgotten with it. For what comparing reads again with every
 * candidate; documents do not change, so nothing can go stale.
 */
export function once<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>()
  return (key) => {
    const before = made.get(key)
    if (before !== undefined) return before
    const value = make(key)
    made.set(key, value)
    return value
  }
}
