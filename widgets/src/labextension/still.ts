import { viewMime } from "../protocol/index.js";
import type { SavedView } from "../protocol/index.js";

/** An output's data by MIME type, as a notebook keeps them. */
export type OutputData = Readonly<Record<string, unknown>>;

/** The stored picture of a figure, or its text where no picture was stored. Neither can run anything. */
export function stillNode(data: OutputData): HTMLElement {
  const text = stillText(data);
  const source = pictureSource(data);
  if (source === undefined) {
    const node = document.createElement("pre");
    node.textContent = text;
    return node;
  }
  const node = document.createElement("img");
  node.src = source;
  node.alt = text;
  node.style.maxWidth = "100%";
  node.dataset["vitrine"] = "still";
  return node;
}

/** Address of the picture inside the notebook: SVG before PNG, since it stays sharp. */
export function pictureSource(data: OutputData): string | undefined {
  const svg = joined(data["image/svg+xml"]);
  // As an image's source an SVG is only a picture: its scripts and links are dead.
  if (svg !== undefined) return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  const png = joined(data["image/png"]);
  return png === undefined ? undefined : `data:image/png;base64,${png.replace(/[^A-Za-z0-9+/=]/g, "")}`;
}

/** The figure in words. */
export function stillText(data: OutputData): string {
  const saved = data[viewMime] as Partial<SavedView> | undefined;
  return typeof saved?.text === "string" ? saved.text : (joined(data["text/plain"]) ?? "");
}

/** A notebook keeps long texts as one string or as a list of lines. */
function joined(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.join("");
  return typeof value === "string" && value !== "" ? value : undefined;
}
