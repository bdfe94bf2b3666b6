/** `make` with its last `most` results kept, one per size; the one unused for longest goes first. */
export function kept<T>(most: number, make: (size: number) => T): (size: number) => T {
  const results = new Map<number, T>();
  return (size) => {
    const result = results.get(size) ?? make(size);
    results.delete(size);
    results.set(size, result);
    if (results.size > most) results.delete(results.keys().next().value!);
    return result;
  };
}
