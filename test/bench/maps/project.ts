import { wasmBackend } from "vitrine/compute";
import { prepareProjector, projectFrom } from "vitrine/forward";
import { readVolume, writeImageStack } from "vitrine/io";
import { readPoses } from "./poses.js";

/*
 * Projections of a map, file to file.
 *
 * project.js MAP POSES OUTPUT THREADS
 */
const [map, poses, output, threads] = process.argv.slice(2) as [string, string, string, string];
const backend = await wasmBackend({ threads: Number(threads) });
const projector = await prepareProjector(await readVolume(map), { backend });
const images = await projectFrom(projector, { poses: readPoses(poses) });
backend.stop();
await writeImageStack(output, images);
