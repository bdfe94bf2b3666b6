import type { MimeBundle } from "@vitrine/kernel/cell";
import type { WidgetModel } from "@vitrine/kernel/controls";
import type { Provenance } from "vitrine/model";
import { protocolVersion, viewMime } from "../protocol/index.js";
import type { SavedView, WidgetState } from "../protocol/index.js";
import { pngBase64 } from "./stills/png.js";
import type { Raster } from "./stills/raster.js";

/** A figure: what the notebook stores, and the live model behind it where there is one. */
export interface Figure<State extends WidgetState = WidgetState> {
  readonly bundle: MimeBundle;
  readonly model?: WidgetModel<State>;
}

/** A picture in the forms a notebook keeps. */
export type Still = { readonly png: Raster } | { readonly svg: string };

/** All forms of a figure with a live view; `plain` is the text with the numbers. */
export async function liveBundle<State extends WidgetState>(
  model: WidgetModel<State>,
  still: Still,
  plain: string,
  more: MimeBundle = {},
): Promise<MimeBundle> {
  const saved: SavedView = {
    version: protocolVersion,
    widget: model.get("_widget"),
    model_id: model.id,
    text: model.get("text"),
  };
  return { [viewMime]: saved, ...model.view(), ...more, ...(await stillBundle(still, plain)) };
}

/** A picture and its text. */
export async function stillBundle(still: Still, plain: string): Promise<MimeBundle> {
  const picture =
    "png" in still ? { "image/png": await pngBase64(still.png) } : { "image/svg+xml": still.svg };
  return { ...picture, "text/plain": plain };
}

/** The lines that say where a record came from, and what its reader accepted with a warning. */
export function sourceLines(source: Provenance | undefined, name: string = "from"): string[] {
  if (source === undefined) return [];
  return [`${name} ${source.name} (${source.format})`, ...source.warnings.map((text) => `warning: ${text}`)];
}

/** A title before a text, where there is one. */
export function titled(title: string | undefined, text: string): string {
  return title === undefined || title === "" ? text : `${title}: ${text}`;
}
