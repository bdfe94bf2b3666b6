/** Finished SVG text: only {@link element} and {@link written} make it, so that nothing gets in unescaped. */
export interface Markup {
  readonly markup: string;
}

/** Attributes; numbers are written with two decimals, which is finer than a screen. */
export type Attributes = Readonly<Record<string, string | number>>;

/** One element around its children. */
export function element(name: string, attributes: Attributes, ...children: readonly Markup[]): Markup {
  const head = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? round(value) : escaped(value)}"`)
    .join("");
  const body = children.map((child) => child.markup).join("");
  return { markup: body === "" ? `<${name}${head}/>` : `<${name}${head}>${body}</${name}>` };
}

/** Text as content of an element. */
export function written(text: string): Markup {
  return { markup: escaped(text) };
}

/** A label at a place. */
export function label(text: string, x: number, y: number, attributes: Attributes = {}): Markup {
  return element("text", { x, y, ...attributes }, written(text));
}

/** A whole picture on white paper with `text` as its description for those who can't see it. */
export function document(
  width: number,
  height: number,
  text: string,
  ...children: readonly Markup[]
): string {
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "font-family": "system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif",
      "font-size": 12,
    },
    element("title", {}, written(text)),
    element("rect", { width, height, fill: "#ffffff" }),
    ...children,
  ).markup;
}

/** `M x y L x y …`, with a gap wherever a point is not finite; a point alone between gaps becomes a dot. */
export function pathData(xs: readonly number[], ys: readonly number[]): string {
  const drawn = (i: number): boolean => Number.isFinite(xs[i] ?? Number.NaN) && Number.isFinite(ys[i]!);
  let path = "";
  for (let i = 0; i < xs.length; i++) {
    if (!drawn(i)) continue;
    path += `${drawn(i - 1) ? "L" : "M"}${round(xs[i]!)} ${round(ys[i]!)}`;
    if (!drawn(i - 1) && !drawn(i + 1)) path += "h0";
  }
  return path;
}

function round(value: number): string {
  return String(Number(value.toFixed(2)));
}

/** Text safe inside an element or a quoted attribute; characters that XML forbids become U+FFFD. */
export function escaped(text: string): string {
  return text
    .replace(/[\ud800-\udfff\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, "\ufffd")
    .replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
