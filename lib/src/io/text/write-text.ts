/** Writes a text in UTF-8. The file appears whole or not at all. @throws FileError if the place is not writable */
export async function writeText(path: string, text: string): Promise<void> {
  const { writeAtomically } = await import("../node/index.js");
  const bytes = new TextEncoder().encode(text);
  await writeAtomically(path, [bytes], { totalBytes: bytes.length });
}
