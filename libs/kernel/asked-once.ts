/** A function that asks about each key once and remembers the answer: thousands share a due day, or a moment. */
export function askedOnce<K, V>(ask: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, ask(key));
    return known.get(key) as V;
  };
}
