import { randomUUID } from "node:crypto";
import process from "node:process";
import { displayBundle, updateBundle } from "../cell/index.js";

/** Shows ready-made output below the cell, by its kind. Bytes go out as base64. */
export interface TslabDisplay {
  javascript(code: string): void;
  html(text: string): void;
  markdown(text: string): void;
  latex(text: string): void;
  svg(text: string): void;
  png(bytes: Uint8Array): void;
  jpeg(bytes: Uint8Array): void;
  gif(bytes: Uint8Array): void;
  pdf(bytes: Uint8Array): void;
  text(text: string): void;
  raw(contentType: string, data: string | Uint8Array): void;
}

/** What `import * as tslab from "tslab"` gives. */
export interface TslabApi {
  readonly display: TslabDisplay;
  /** An output of its own: whatever it shows takes the place of what it showed before. */
  newDisplay(): TslabDisplay;
  readonly versions: { readonly tslab: string; readonly typescript: string; readonly node: string };
}

/** The version of tslab whose interface this is. */
export const tslabVersion = "1.0.22";

/**
 * The public interface of tslab over this kernel's own output, so that notebooks written for tslab run unchanged.
 * @param typescript version of TypeScript that `versions` tells
 */
export function createTslabApi(typescript: string): TslabApi {
  const display = displayWith((data) => void displayBundle({ data }));
  return {
    display,
    newDisplay,
    versions: { tslab: tslabVersion, typescript, node: process.version },
  };
}

function newDisplay(): TslabDisplay {
  const id = randomUUID();
  let shown = false;
  return displayWith((data) => {
    if (shown) updateBundle({ data }, id);
    else displayBundle({ data }, id);
    shown = true;
  });
}

function displayWith(show: (data: Readonly<Record<string, string>>) => void): TslabDisplay {
  const raw = (type: string, data: string | Uint8Array): void =>
    show({ [type]: typeof data === "string" ? data : Buffer.from(data).toString("base64") });
  const of =
    <T extends string | Uint8Array>(type: string) =>
    (data: T): void =>
      raw(type, data);
  return {
    javascript: of("text/javascript"),
    html: of("text/html"),
    markdown: of("text/markdown"),
    latex: of("text/latex"),
    svg: of("image/svg+xml"),
    png: of("image/png"),
    jpeg: of("image/jpeg"),
    gif: of("image/gif"),
    pdf: of("application/pdf"),
    text: of("text/plain"),
    raw,
  };
}
