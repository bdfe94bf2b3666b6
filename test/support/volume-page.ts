import type { Page } from "playwright-core";

/** Sides of the map, odd and unequal, and its one bright voxel, `[z, y, x]`. */
export const shape = [7, 11, 13] as const;
export const bright = [2, 8, 3] as const;
/** Side of a panel in a box 600 pixels wide: two panels and the gap of 6, less the frame's 4. */
export const side = 295;
/** Pixels per voxel: the longest side, 13 voxels along x, fills the panel. */
export const scale = side / 13;

/** What a test wants of the map's cell. */
export interface VolumeSetup {
  /** Whether exact slices wait until they are let go. */
  readonly held?: boolean;
  readonly cursor?: readonly number[];
  readonly text?: string;
  readonly answers?: boolean;
}

/** A map of zeros with one bright voxel, of odd and unequal sides. */
export async function mountVolume(
  page: Page,
  { held = false, cursor = bright, text = "a volume", answers = true }: VolumeSetup,
): Promise<void> {
  await page.evaluate(
    ({ shape, bright, cursor, held, text, answers }) => {
      const data = new Float32Array(shape[0] * shape[1] * shape[2]);
      data[(bright[0] * shape[1] + bright[1]) * shape[2] + bright[2]] = 1;
      const percentiles = [...Array<number>(100).fill(0), 1];
      const state = {
        _widget: "volume-view",
        shape,
        voxelSizeA: 2,
        cursor,
        contrast: [0, 100],
        level: 0.5,
        range: [0, 1],
        percentiles,
        text,
      };
      window.harness.countContexts();
      const cell = answers ? { data, shape, held } : undefined;
      window.mounted = window.harness.mount(window.subject.default, state, 600, (model) => {
        if (cell !== undefined) window.harness.answerForVolume(model, cell);
      });
    },
    { shape, bright, cursor, held, text, answers },
  );
}
/** Centre of the square of voxel `(across, down)` in a panel that shows `[width, height]` voxels in its middle. */
export function centre(
  [across, down]: readonly number[],
  [width, height]: readonly number[],
): [number, number] {
  return [side / 2 + (across! + 0.5 - width! / 2) * scale, side / 2 + (down! + 0.5 - height! / 2) * scale];
}
const [nz, ny, nx] = shape;
const [bz, by, bx] = bright;
/** Where the bright voxel must be seen, and where it would be seen if rows, columns or both were turned round. */
export const places = {
  z: {
    at: centre([bx, by], [nx, ny]),
    turned: [centre([nx - 1 - bx, by], [nx, ny]), centre([bx, ny - 1 - by], [nx, ny])],
  },
  y: {
    at: centre([bx, bz], [nx, nz]),
    turned: [centre([nx - 1 - bx, bz], [nx, nz]), centre([bx, nz - 1 - bz], [nx, nz])],
  },
  x: {
    at: centre([bz, by], [nz, ny]),
    turned: [centre([nz - 1 - bz, by], [nz, ny]), centre([bz, ny - 1 - by], [nz, ny])],
  },
} as const;
