import { wasmBackend } from "vitrine/compute";
import { reconstruct } from "vitrine/inverse";
import { readImageStack, writeVolume } from "vitrine/io";
import { readPoses } from "./poses.js";

/*
 * A map reconstructed from its projections, file to file.
 *
 * reconstruct.js IMAGES POSES OUTPUT THREADS
 */
const [images, poses, output, threads] = process.argv.slice(2) as [string, string, string, string];
const backend = await wasmBackend({ threads: Number(threads) });
const views = { images: await readImageStack(images), poses: readPoses(poses) };
const { map } = await reconstruct(views, { backend });
backend.stop();
await writeVolume(output, map);
