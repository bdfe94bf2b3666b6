/**
 * Which rows a benchmark was asked for: all, or those of a group that is named, or whose name holds one of the words.
 * @template {{ readonly group: string }} G
 * @param {readonly G[]} groups
 * @param {readonly string[]} names
 * @returns {readonly { group: G, only: (name: string) => boolean }[]} the groups that may have such rows
 */
export function wantedRows(groups, names) {
  const known = groups.map(({ group }) => group);
  const parts = names.filter((name) => !known.includes(name));
  return groups
    .map((group) => {
      const whole = names.length === 0 || names.includes(group.group);
      return { group, only: (name) => whole || parts.some((part) => name.includes(part)), whole };
    })
    .filter(({ whole }) => whole || parts.length > 0)
    .map(({ group, only }) => ({ group, only }));
}
