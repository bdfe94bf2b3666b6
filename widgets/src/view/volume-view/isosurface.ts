import "@kitware/vtk.js/Rendering/OpenGL/Profiles/Geometry.js";
import vtkDataArray from "@kitware/vtk.js/Common/Core/DataArray.js";
import vtkImageData from "@kitware/vtk.js/Common/DataModel/ImageData.js";
import vtkPolyData from "@kitware/vtk.js/Common/DataModel/PolyData.js";
import vtkImageMarchingCubes from "@kitware/vtk.js/Filters/General/ImageMarchingCubes.js";
import vtkActor from "@kitware/vtk.js/Rendering/Core/Actor.js";
import vtkLight from "@kitware/vtk.js/Rendering/Core/Light.js";
import vtkMapper from "@kitware/vtk.js/Rendering/Core/Mapper.js";
import vtkRenderWindow from "@kitware/vtk.js/Rendering/Core/RenderWindow.js";
import vtkRenderer from "@kitware/vtk.js/Rendering/Core/Renderer.js";
import vtkOpenGLRenderWindow from "@kitware/vtk.js/Rendering/OpenGL/RenderWindow.js";
import type { Grid, Triple } from "./geometry.js";
import type { CoarseGrid } from "./resample.js";

type Colour = [red: number, green: number, blue: number];

/** A surface of constant density, its box and the cross-hair, drawn by vtk.js. Lengths in Å. */
export interface Isosurface {
  readonly canvas: HTMLCanvasElement;
  /** Puts in a map: a grid for moments of change, and a finer one for rest. */
  readonly setGrids: (draft: CoarseGrid, fine: CoarseGrid, grid: Grid) => void;
  /** Draws the surface of a density; returns its number of points. */
  readonly setLevel: (level: number, quality: "draft" | "fine") => number;
  readonly setCursor: (cursor: Triple, grid: Grid) => void;
  readonly rotate: (rightDeg: number, upDeg: number) => void;
  readonly zoom: (factor: number) => void;
  /** x to the right, y down and z away, as the slice perpendicular to z lies. */
  readonly resetCamera: () => void;
  readonly resize: (width: number, height: number) => void;
  readonly render: () => void;
  readonly dispose: () => void;
}

const ground: Colour = [0.055, 0.063, 0.078];
const surfaceColour: Colour = [0.62, 0.79, 0.93];
const boxColour: Colour = [0.27, 0.3, 0.35];
const cursorColours: readonly Colour[] = [
  [0.47, 0.72, 1],
  [0.44, 0.86, 0.55],
  [1, 0.48, 0.45],
];

/** Opens a drawing inside `container`, which must be in the page. */
export function openIsosurface(container: HTMLElement): Isosurface {
  const renderer = vtkRenderer.newInstance({ automaticLightCreation: false });
  renderer.setBackground(ground);
  const scene = vtkRenderWindow.newInstance();
  const view = vtkOpenGLRenderWindow.newInstance();
  scene.addRenderer(renderer);
  scene.addView(view);
  view.setContainer(container);
  const canvas = (view as unknown as { getCanvas(): HTMLCanvasElement }).getCanvas();
  for (const [position, intensity] of [
    [[-0.6, 0.8, 1], 0.85],
    [[0.8, -0.3, 1], 0.35],
  ] as const) {
    const light = vtkLight.newInstance({ position: [...position], focalPoint: [0, 0, 0], intensity });
    light.setLightTypeToCameraLight();
    renderer.addLight(light);
  }

  const image = { draft: vtkImageData.newInstance(), fine: vtkImageData.newInstance() };
  const cubes = vtkImageMarchingCubes.newInstance({
    contourValue: 0,
    computeNormals: true,
    mergePoints: true,
  });
  const surfaceMapper = vtkMapper.newInstance({ scalarVisibility: false });
  const surface = vtkActor.newInstance();
  surface.setMapper(surfaceMapper);
  surface.getProperty().set({ ambient: 0.18, diffuse: 0.82, specular: 0.28, specularPower: 24 });
  surface.getProperty().setColor(...surfaceColour);
  renderer.addActor(surface);
  const box = lineSet(renderer, boxColour);
  const cross = cursorColours.map((colour) => lineSet(renderer, colour));
  let hasInput = false;

  const fill = (target: typeof image.fine, coarse: CoarseGrid, { voxelSizesA }: Grid): void => {
    const { shape, step, start, values } = coarse;
    target.setDimensions([shape[2], shape[1], shape[0]]);
    target.setSpacing([step[2] * voxelSizesA[2], step[1] * voxelSizesA[1], step[0] * voxelSizesA[0]]);
    target.setOrigin([start[2] * voxelSizesA[2], start[1] * voxelSizesA[1], start[0] * voxelSizesA[0]]);
    const scalars = vtkDataArray.newInstance({ name: "density", numberOfComponents: 1, values });
    asDataSet(target).getPointData().setScalars(scalars);
    asDataSet(target).modified();
  };
  let extent: Grid | undefined;
  const resetCamera = (): void => {
    const camera = renderer.getActiveCamera();
    camera.set({ viewUp: [0, -1, 0], position: [0, 0, -1], focalPoint: [0, 0, 0], viewAngle: 26 });
    if (extent !== undefined) renderer.resetCamera(boundsToFit(extent, surfaceMapper.getBounds()));
    // The bounds' sphere, which the camera fits, reaches far beyond what most maps fill of it.
    camera.zoom(1.2);
    renderer.resetCameraClippingRange();
  };

  return {
    canvas,
    setGrids: (draft, fine, grid) => {
      fill(image.draft, draft, grid);
      fill(image.fine, fine, grid);
      box.set(boxEdges(grid));
      extent = grid;
    },
    setLevel: (level, quality) => {
      cubes.setInputData(image[quality]);
      cubes.setContourValue(level);
      if (!hasInput) surfaceMapper.setInputConnection(cubes.getOutputPort());
      hasInput = true;
      return cubes.getOutputData().getNumberOfPoints();
    },
    setCursor: (cursor, { shape, voxelSizesA }) => {
      const at = cursor.map((index, axis) => index * voxelSizesA[axis]!);
      for (const axis of [0, 1, 2] as const) {
        const [from, to] = [[...at], [...at]];
        from[axis] = -0.5 * voxelSizesA[axis];
        to[axis] = (shape[axis] - 0.5) * voxelSizesA[axis];
        cross[axis]!.set([...from.reverse(), ...to.reverse()]);
      }
    },
    rotate: (rightDeg, upDeg) => {
      const camera = renderer.getActiveCamera();
      camera.azimuth(-rightDeg);
      camera.elevation(upDeg);
      camera.orthogonalizeViewUp();
      renderer.resetCameraClippingRange();
    },
    zoom: (factor) => {
      renderer.getActiveCamera().zoom(factor);
      renderer.resetCameraClippingRange();
    },
    resetCamera,
    resize: (width, height) => view.setSize(width, height),
    render: () => scene.render(),
    dispose: () => {
      const context = canvas.getContext("webgl2");
      for (const made of [surface, surfaceMapper, cubes, renderer, scene, view]) made.delete();
      context?.getExtension("WEBGL_lose_context")?.loseContext();
    },
  };
}

/** Thin lines of one colour; points go in as x, y, z and are joined two by two. */
function lineSet(
  renderer: ReturnType<typeof vtkRenderer.newInstance>,
  colour: Colour,
): { readonly set: (points: readonly number[]) => void } {
  const data = vtkPolyData.newInstance();
  const mapper = vtkMapper.newInstance();
  const actor = vtkActor.newInstance();
  mapper.setInputData(data);
  actor.setMapper(mapper);
  actor.getProperty().setLighting(false);
  actor.getProperty().setColor(...colour);
  renderer.addActor(actor);
  return {
    set: (points) => {
      asDataSet(data).getPoints().setData(Float32Array.from(points), 3);
      const pairs = Array.from({ length: points.length / 6 }, (_, i) => [2, 2 * i, 2 * i + 1]).flat();
      data.getLines().setData(Uint32Array.from(pairs));
      asDataSet(data).modified();
    },
  };
}

/** What a data set of vtk.js inherits; its declaration files lose that under strict module resolution. */
interface DataSet {
  getPointData(): { setScalars(array: unknown): void };
  getPoints(): { setData(values: Float32Array, components: number): void };
  modified(): void;
}

function asDataSet(data: unknown): DataSet {
  return data as DataSet;
}

/**
 * A cube around the map's middle that holds the surface, or the whole map where there is no surface: the camera keeps the middle in
 * the middle, so that a surface lies where it does in the slices.
 */
function boundsToFit(
  { shape, voxelSizesA }: Grid,
  surface: readonly number[],
): [number, number, number, number, number, number] {
  const middle = ([2, 1, 0] as const).map((axis) => ((shape[axis] - 1) / 2) * voxelSizesA[axis]);
  const isEmpty = !(surface[0]! <= surface[1]!);
  const reach = [0, 1, 2].map((i) =>
    isEmpty ? middle[i]! : Math.max(middle[i]! - surface[2 * i]!, surface[2 * i + 1]! - middle[i]!),
  );
  const half = Math.max(...reach, ...voxelSizesA);
  const [x, y, z] = middle as [number, number, number];
  return [x - half, x + half, y - half, y + half, z - half, z + half];
}

/** The twelve edges of the map's box, through the outer faces of its voxels. */
function boxEdges({ shape, voxelSizesA }: Grid): number[] {
  const low = voxelSizesA.map((size) => -0.5 * size);
  const high = shape.map((n, axis) => (n - 0.5) * voxelSizesA[axis]!);
  const points: number[] = [];
  for (const axis of [0, 1, 2] as const) {
    const [b, c] = ([0, 1, 2] as const).filter((other) => other !== axis) as [0 | 1 | 2, 0 | 1 | 2];
    for (const atB of [low[b]!, high[b]!]) {
      for (const atC of [low[c]!, high[c]!]) {
        for (const end of [low[axis]!, high[axis]!]) {
          const point = [0, 0, 0];
          point[axis] = end;
          point[b] = atB;
          point[c] = atC;
          points.push(point[2]!, point[1]!, point[0]!);
        }
      }
    }
  }
  return points;
}
