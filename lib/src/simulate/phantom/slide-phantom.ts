import { requireOneOf } from "../../core/index.js";

const bodyAndRing = `#Xdim Ydim Zdim Background_density
128 128 128 0
# 6 main ellipsoids
ell = 1  30.00   0.0000 0 15 15 30    0  30 0
ell = 1  15.00  25.9808 0 15 15 30   60  30 0
ell = 1 -15.00  25.9808 0 15 15 30  120  30 0
ell = 1 -30.00   0.0000 0 15 15 30    0 -30 0
ell = 1 -15.00 -25.9808 0 15 15 30 -120  30 0
ell = 1  15.00 -25.9808 0 15 15 30  -60  30 0
# 6 spheres of the inner ring
sph = 1  14.00   0.0000 0 10
sph = 1   7.00  12.1235 0 10
sph = 1   7.00 -12.1235 0 10
sph = 1  -7.00  12.1235 0 10
sph = 1  -7.00 -12.1235 0 10
sph = 1 -14.00   0.0000 0 10
# 6 outer ellipsoids that give the hand
`;

const outerAsPrinted = `ell = 1  40.00  -6.00 -8 20 8 6 -15 0 0
ell = 1  14.80  37.64 -8 20 8 6  45 0 0
ell = 1 -14.80  37.64 -8 20 8 6  75 0 0
ell = 1 -40.00   6.00 -8 20 8 6 -15 0 0
ell = 1 -14.80 -37.64 -8 20 8 6  45 0 0
ell = 1  14.80 -37.64 -8 20 8 6 -75 0 0
`;

const outerCorrected = `ell = 1  40.000  -6.000 -8 20 8 6 -15 0 0
ell = 1  25.196  31.641 -8 20 8 6  45 0 0
ell = 1 -14.800  37.640 -8 20 8 6 -75 0 0
ell = 1 -40.000   6.000 -8 20 8 6 -15 0 0
ell = 1 -25.196 -31.641 -8 20 8 6  45 0 0
ell = 1  14.800 -37.640 -8 20 8 6 -75 0 0
`;

/**
 * The course's phantom of 18 features, as a text for {@link parsePhantom}.
 *
 * `"corrected"` has the six-fold symmetry that was meant. `"printed"` is the slide's own text: its second and fifth
 * outer ellipsoids stand where the third and sixth mirror them, and the third is turned by 75 instead of -75 degrees,
 * so that neither the six-fold nor the two-fold axis is left.
 *
 * @throws ValueError if `as` is another word
 * @row F2
 * @example
 * ```ts
 * import { parsePhantom, renderPhantom, slidePhantomText } from "vitrine";
 * const map = await renderPhantom(parsePhantom(slidePhantomText({ as: "corrected" })), { voxelSizeA: 2, boxSizePx: 32 });
 * map.shape;   // [32, 32, 32]
 * ```
 */
export function slidePhantomText({ as }: { readonly as: "printed" | "corrected" }): string {
  const outer = requireOneOf("as", as, ["printed", "corrected"]);
  return bodyAndRing + (outer === "printed" ? outerAsPrinted : outerCorrected);
}
