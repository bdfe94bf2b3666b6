/**
 * One pass of a decimation-in-frequency transform in Stockham's self-sorting form (Stockham 1966,
 * "High-speed convolution and correlation", AFIPS 28, 229): `radix` inputs that lie `m * s` apart become `radix`
 * neighbouring outputs `s` apart. `s` is the length of the contiguous run, which the batch of lines starts off,
 * and `w` holds the twiddle factors of outputs 1 ... radix - 1 for each of the `m` positions, interleaved.
 */
export type Pass = (
  xr: Float64Array,
  xi: Float64Array,
  yr: Float64Array,
  yi: Float64Array,
  m: number,
  s: number,
  w: Float64Array,
) => void;

/** The pass of radix 2. */
export const pass2: Pass = (xr, xi, yr, yi, m, s, w) => {
  const half = m * s;
  for (let p = 0; p < m; p++) {
    const wr = w[2 * p]!;
    const wi = w[2 * p + 1]!;
    const from = p * s;
    const to = 2 * from;
    for (let q = 0; q < s; q++) {
      const a = from + q;
      const b = a + half;
      const c = to + q;
      const dr = xr[a]! - xr[b]!;
      const di = xi[a]! - xi[b]!;
      yr[c] = xr[a]! + xr[b]!;
      yi[c] = xi[a]! + xi[b]!;
      yr[c + s] = dr * wr - di * wi;
      yi[c + s] = dr * wi + di * wr;
    }
  }
};

/** The pass of radix 3. */
export const pass3: Pass = (xr, xi, yr, yi, m, s, w) => {
  const third = m * s;
  const sine = Math.sqrt(3) / 2;
  for (let p = 0; p < m; p++) {
    const w1r = w[4 * p]!;
    const w1i = w[4 * p + 1]!;
    const w2r = w[4 * p + 2]!;
    const w2i = w[4 * p + 3]!;
    const from = p * s;
    const to = 3 * from;
    for (let q = 0; q < s; q++) {
      const a = from + q;
      const b = a + third;
      const c = b + third;
      const d = to + q;
      const sumR = xr[b]! + xr[c]!;
      const sumI = xi[b]! + xi[c]!;
      const midR = xr[a]! - sumR / 2;
      const midI = xi[a]! - sumI / 2;
      const turnR = sine * (xi[b]! - xi[c]!);
      const turnI = sine * (xr[c]! - xr[b]!);
      yr[d] = xr[a]! + sumR;
      yi[d] = xi[a]! + sumI;
      const r1 = midR + turnR;
      const i1 = midI + turnI;
      const r2 = midR - turnR;
      const i2 = midI - turnI;
      yr[d + s] = r1 * w1r - i1 * w1i;
      yi[d + s] = r1 * w1i + i1 * w1r;
      yr[d + 2 * s] = r2 * w2r - i2 * w2i;
      yi[d + 2 * s] = r2 * w2i + i2 * w2r;
    }
  }
};

/** The pass of radix 4. */
export const pass4: Pass = (xr, xi, yr, yi, m, s, w) => {
  const quarter = m * s;
  for (let p = 0; p < m; p++) {
    const w1r = w[6 * p]!;
    const w1i = w[6 * p + 1]!;
    const w2r = w[6 * p + 2]!;
    const w2i = w[6 * p + 3]!;
    const w3r = w[6 * p + 4]!;
    const w3i = w[6 * p + 5]!;
    const from = p * s;
    const to = 4 * from;
    for (let q = 0; q < s; q++) {
      const a = from + q;
      const b = a + quarter;
      const c = b + quarter;
      const d = c + quarter;
      const e = to + q;
      const acR = xr[a]! + xr[c]!;
      const acI = xi[a]! + xi[c]!;
      const bdR = xr[b]! + xr[d]!;
      const bdI = xi[b]! + xi[d]!;
      const amcR = xr[a]! - xr[c]!;
      const amcI = xi[a]! - xi[c]!;
      const bmdR = xr[b]! - xr[d]!;
      const bmdI = xi[b]! - xi[d]!;
      yr[e] = acR + bdR;
      yi[e] = acI + bdI;
      const r1 = amcR + bmdI;
      const i1 = amcI - bmdR;
      const r2 = acR - bdR;
      const i2 = acI - bdI;
      const r3 = amcR - bmdI;
      const i3 = amcI + bmdR;
      yr[e + s] = r1 * w1r - i1 * w1i;
      yi[e + s] = r1 * w1i + i1 * w1r;
      yr[e + 2 * s] = r2 * w2r - i2 * w2i;
      yi[e + 2 * s] = r2 * w2i + i2 * w2r;
      yr[e + 3 * s] = r3 * w3r - i3 * w3i;
      yi[e + 3 * s] = r3 * w3i + i3 * w3r;
    }
  }
};

const cos72 = (Math.sqrt(5) - 1) / 4;
const cos144 = -(Math.sqrt(5) + 1) / 4;
const sin72 = Math.sqrt((5 + Math.sqrt(5)) / 8);
const sin144 = Math.sqrt((5 - Math.sqrt(5)) / 8);

/** The pass of radix 5. */
export const pass5: Pass = (xr, xi, yr, yi, m, s, w) => {
  const fifth = m * s;
  for (let p = 0; p < m; p++) {
    const from = p * s;
    const to = 5 * from;
    const at = 8 * p;
    for (let q = 0; q < s; q++) {
      const a = from + q;
      const b = a + fifth;
      const c = b + fifth;
      const d = c + fifth;
      const e = d + fifth;
      const o = to + q;
      const beR = xr[b]! + xr[e]!;
      const beI = xi[b]! + xi[e]!;
      const cdR = xr[c]! + xr[d]!;
      const cdI = xi[c]! + xi[d]!;
      const bmeR = xr[b]! - xr[e]!;
      const bmeI = xi[b]! - xi[e]!;
      const cmdR = xr[c]! - xr[d]!;
      const cmdI = xi[c]! - xi[d]!;
      const m1R = xr[a]! + cos72 * beR + cos144 * cdR;
      const m1I = xi[a]! + cos72 * beI + cos144 * cdI;
      const m2R = xr[a]! + cos144 * beR + cos72 * cdR;
      const m2I = xi[a]! + cos144 * beI + cos72 * cdI;
      const t1R = sin72 * bmeR + sin144 * cmdR;
      const t1I = sin72 * bmeI + sin144 * cmdI;
      const t2R = sin144 * bmeR - sin72 * cmdR;
      const t2I = sin144 * bmeI - sin72 * cmdI;
      yr[o] = xr[a]! + beR + cdR;
      yi[o] = xi[a]! + beI + cdI;
      const r1 = m1R + t1I;
      const i1 = m1I - t1R;
      const r2 = m2R + t2I;
      const i2 = m2I - t2R;
      const r3 = m2R - t2I;
      const i3 = m2I + t2R;
      const r4 = m1R - t1I;
      const i4 = m1I + t1R;
      yr[o + s] = r1 * w[at]! - i1 * w[at + 1]!;
      yi[o + s] = r1 * w[at + 1]! + i1 * w[at]!;
      yr[o + 2 * s] = r2 * w[at + 2]! - i2 * w[at + 3]!;
      yi[o + 2 * s] = r2 * w[at + 3]! + i2 * w[at + 2]!;
      yr[o + 3 * s] = r3 * w[at + 4]! - i3 * w[at + 5]!;
      yi[o + 3 * s] = r3 * w[at + 5]! + i3 * w[at + 4]!;
      yr[o + 4 * s] = r4 * w[at + 6]! - i4 * w[at + 7]!;
      yi[o + 4 * s] = r4 * w[at + 7]! + i4 * w[at + 6]!;
    }
  }
};
