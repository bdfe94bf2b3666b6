/** Whether a column is known to hold words, even where they look like numbers: names of groups and files. */
export function holdsWords(label: string): boolean {
  return /Name$/.test(label);
}
