import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { blobProjection, blobVolume, imageStack, randomRotation, seeded, simulateBlobs } from "vitrine";
import type { BlobPhantom, ImageStack, Rotation, Volume } from "vitrine";
import { writeImageStack, writeVolume } from "vitrine/io";
import { ownFolder } from "../support/folders.js";
import { writePoses } from "./poses.js";

/** What the programs read: a map, its exact projections in random directions, and the poses of these. */
export interface MapFiles {
  readonly folder: string;
  readonly map: string;
  readonly images: string;
  readonly poses: string;
  readonly truth: Truth;
}

/** What the programs should write. */
export interface Truth {
  readonly map: Volume;
  readonly images: ImageStack;
}

/** Writes the files of a phantom, for programs that work from file to file. */
export async function writeMapFiles(boxSizePx: number, count: number): Promise<MapFiles> {
  const folder = join(ownFolder, "maps");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const phantom = simulateBlobs({ seed: 1, boxSizePx });
  const random = seeded(2);
  const rotations = Array.from({ length: count }, (_, i) => randomRotation(random.item(i)));
  const truth = { map: blobVolume(phantom), images: projections(phantom, rotations) };
  const [map, images, poses] = ["map.mrc", "images.mrcs", "poses.star"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await writeVolume(map, truth.map);
  await writeImageStack(images, truth.images);
  writePoses(poses, rotations, { images, boxSizePx, pixelSizeA: phantom.voxelSizeA });
  return { folder, map, images, poses, truth };
}

function projections(phantom: BlobPhantom, rotations: readonly Rotation[]): ImageStack {
  const side = phantom.boxSizePx;
  const data = new Float32Array(rotations.length * side * side);
  for (const [i, rotation] of rotations.entries())
    data.set(blobProjection(phantom, { rotation }).data, i * side * side);
  return imageStack(data, { shape: [rotations.length, side, side], pixelSizeA: phantom.voxelSizeA });
}
