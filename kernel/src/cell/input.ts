import { cellHost } from "./host.js";

/** Asks the user for a line of text and waits for the answer; `password` hides what is typed. */
export function input(
  prompt: string = "",
  { password = false }: { readonly password?: boolean } = {},
): string {
  return cellHost().input(prompt, password);
}
