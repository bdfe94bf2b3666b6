/** A number as WGSL writes it. */
const literal = (value: number): string => value.toExponential(12);

/** Function `dft4`, by hand: no multiplications. */
const dft4 = `
fn dft4(x: array<vec2f, 4>) -> array<vec2f, 4> {
  let a = x[0] + x[2];
  let b = x[0] - x[2];
  let c = x[1] + x[3];
  let d = quarter(x[1] - x[3]);
  return array<vec2f, 4>(a + c, b + d, a - c, b - d);
}`;

const dft2 = `
fn dft2(x: array<vec2f, 2>) -> array<vec2f, 2> {
  return array<vec2f, 2>(x[0] + x[1], x[0] - x[1]);
}`;

/** Function `dft8`: two of four, joined by eighth turns. */
const dft8 = `
fn dft8(x: array<vec2f, 8>) -> array<vec2f, 8> {
  let a = dft4(array<vec2f, 4>(x[0], x[2], x[4], x[6]));
  let b = dft4(array<vec2f, 4>(x[1], x[3], x[5], x[7]));
  let h = ${literal(Math.SQRT1_2)};
  let b1 = h * vec2f(b[1].x + b[1].y, b[1].y - b[1].x);
  let b2 = quarter(b[2]);
  let b3 = h * vec2f(b[3].y - b[3].x, -b[3].x - b[3].y);
  return array<vec2f, 8>(a[0] + b[0], a[1] + b1, a[2] + b2, a[3] + b3, a[0] - b[0], a[1] - b1, a[2] - b2, a[3] - b3);
}`;

/** Function `dft<prime>` of an odd prime, from the sums and differences of elements that lie opposite. */
function dftPrime(prime: number): string {
  const half = (prime - 1) / 2;
  const pairs = Array.from({ length: half }, (_, index) => index + 1);
  const weighted = (name: string, k: number, wave: (angle: number) => number): string =>
    pairs.map((j) => `${literal(wave((2 * Math.PI * ((j * k) % prime)) / prime))} * ${name}${j}`).join(" + ");
  const lines = pairs.flatMap((j) => [
    `let a${j} = x[${j}] + x[${prime - j}];`,
    `let b${j} = x[${j}] - x[${prime - j}];`,
  ]);
  for (const k of pairs) {
    lines.push(`let c${k} = x[0] + ${weighted("a", k, Math.cos)};`);
    lines.push(`let d${k} = quarter(${weighted("b", k, Math.sin)});`);
  }
  const first = `x[0] + ${pairs.map((j) => `a${j}`).join(" + ")}`;
  const lower = pairs.map((k) => `c${k} + d${k}`);
  const upper = pairs.map((k) => `c${k} - d${k}`).reverse();
  return `
fn dft${prime}(x: array<vec2f, ${prime}>) -> array<vec2f, ${prime}> {
  ${lines.join("\n  ")}
  return array<vec2f, ${prime}>(${[first, ...lower, ...upper].join(", ")});
}`;
}

/** Functions `dft<radix>` in WGSL: forward transforms of short lines, for every radix given. */
export function butterflies(radices: readonly number[]): string {
  const asked = new Set(radices);
  const quarter = "fn quarter(a: vec2f) -> vec2f { return vec2f(a.y, -a.x); }"; // times -i
  const functions = [...asked].map((radix) => {
    switch (radix) {
      case 2:
        return dft2;
      case 4:
        return dft4;
      case 8:
        return asked.has(4) ? dft8 : dft4 + dft8;
      default:
        return dftPrime(radix);
    }
  });
  return [quarter, ...functions].join("\n");
}
