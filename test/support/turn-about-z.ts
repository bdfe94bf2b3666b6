import type { Volume } from "vitrine";

/** The map turned about z through voxel floor(n/2), bilinear in each section; 0 outside. */
export function turnedAboutZ({ data, shape: [nz, ny, nx] }: Volume, angleDeg: number): Float32Array {
  const out = new Float32Array(data.length);
  const [c, s] = [Math.cos((angleDeg * Math.PI) / 180), Math.sin((angleDeg * Math.PI) / 180)];
  const [oy, ox] = [Math.floor(ny / 2), Math.floor(nx / 2)];
  for (let y = 0; y < ny; y++) {
    for (let x = 0; x < nx; x++) {
      const u = c * (x - ox) + s * (y - oy) + ox;
      const v = -s * (x - ox) + c * (y - oy) + oy;
      const [x0, y0] = [Math.floor(u + 1e-9), Math.floor(v + 1e-9)];
      if (x0 < 0 || y0 < 0 || x0 >= nx || y0 >= ny) continue;
      const [x1, y1] = [Math.min(x0 + 1, nx - 1), Math.min(y0 + 1, ny - 1)];
      const [fx, fy] = [u - x0, v - y0];
      for (let z = 0; z < nz; z++) {
        const at = (row: number, column: number) => data[(z * ny + row) * nx + column]!;
        out[(z * ny + y) * nx + x] =
          (1 - fy) * ((1 - fx) * at(y0, x0) + fx * at(y0, x1)) +
          fy * ((1 - fx) * at(y1, x0) + fx * at(y1, x1));
      }
    }
  }
  return out;
}

/** Correlation coefficient of two arrays, means taken off; only where `use` says so. */
export function correlation(
  a: Float32Array,
  b: Float32Array,
  use: (index: number) => boolean = () => true,
): number {
  let [n, sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    if (!use(i)) continue;
    const [x, y] = [a[i]!, b[i]!];
    n += 1;
    sa += x;
    sb += y;
    saa += x * x;
    sbb += y * y;
    sab += x * y;
  }
  return (sab - (sa * sb) / n) / Math.sqrt((saa - (sa * sa) / n) * (sbb - (sb * sb) / n));
}
