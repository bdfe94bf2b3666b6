/** Colour maps: grey for densities, dusk (dark violet to pale yellow) where small differences should be seen. */
export type ColourMapName = "grey" | "dusk";

const entries = 256;

/**
 * Table of a colour map: 256 times red, green, blue.
 *
 * Both are evenly spaced in lightness. `dusk` runs through OKLCH (Ottosson 2020) from violet over red to yellow with chroma
 * that vanishes at neither end, so that it also reads in black and white.
 */
export function colourMap(name: ColourMapName): Uint8Array {
  const table = new Uint8Array(entries * 3);
  for (let i = 0; i < entries; i++) {
    const t = i / (entries - 1);
    table.set(name === "grey" ? [i, i, i] : dusk(t), 3 * i);
  }
  return table;
}

/** Lightness 0.10 to 0.97, hue from 290 to 460 degrees, chroma highest in the middle. */
function dusk(t: number): [number, number, number] {
  const lightness = 0.1 + 0.87 * t;
  const chroma = 0.055 + 0.11 * Math.sin(Math.PI * Math.min(1, 0.08 + 0.92 * t));
  const hue = ((290 + 170 * t) * Math.PI) / 180;
  return fromOklab(lightness, chroma * Math.cos(hue), chroma * Math.sin(hue));
}

/** OKLab to sRGB bytes, clipped into the gamut. */
function fromOklab(lightness: number, a: number, b: number): [number, number, number] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encode(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** Linear light in [0, 1] to an sRGB byte. */
function encode(linear: number): number {
  const x = Math.min(1, Math.max(0, linear));
  return Math.round(255 * (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055));
}
