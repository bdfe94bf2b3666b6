import { radices } from "./factors.js";
import { exchange } from "./line-block.js";
import type { LinePlan } from "./line-block.js";
import { oddPass } from "./odd-pass.js";
import { pass2, pass3, pass4, pass5 } from "./passes.js";
import type { Pass } from "./passes.js";
import { unitRootInto } from "./unit-root.js";

interface Stage {
  readonly radix: number;
  readonly m: number;
  readonly pass: Pass;
  readonly twiddles: Float64Array;
}

/** A plan that splits a line by its prime factors (Cooley & Tukey 1965, Math. Comput. 19, 297), one pass each. */
export function mixedRadixPlan(size: number): LinePlan {
  const stages: Stage[] = [];
  let rest = size;
  for (const radix of radices(size)) {
    const m = rest / radix;
    stages.push({ radix, m, pass: passOf(radix), twiddles: twiddlesOf(radix, m) });
    rest = m;
  }
  return {
    size,
    transform(block, batch) {
      let run = batch;
      for (const { radix, m, pass, twiddles } of stages) {
        pass(block.re, block.im, block.spareRe, block.spareIm, m, run, twiddles);
        exchange(block);
        run *= radix;
      }
    },
  };
}

function passOf(radix: number): Pass {
  switch (radix) {
    case 2:
      return pass2;
    case 3:
      return pass3;
    case 4:
      return pass4;
    case 5:
      return pass5;
    default:
      return oddPass(radix);
  }
}

function twiddlesOf(radix: number, m: number): Float64Array {
  const twiddles = new Float64Array(2 * m * (radix - 1));
  let at = 0;
  for (let p = 0; p < m; p++) {
    for (let k = 1; k < radix; k++, at += 2) unitRootInto(twiddles, at, p * k, m * radix);
  }
  return twiddles;
}
