import { readFileSync, writeFileSync } from "node:fs";
import { eulerFromRotation, rotationFromEuler } from "vitrine";
import type { Rotation } from "vitrine";
import type { Pose } from "vitrine/model";

/** What a STAR file of poses says of the images beside their angles. */
export interface PosedImages {
  /** The stack of them all. */
  readonly images: string;
  readonly boxSizePx: number;
  readonly pixelSizeA: number;
}

const opticsLabels = [
  "rlnOpticsGroup",
  "rlnOpticsGroupName",
  "rlnImagePixelSize",
  "rlnImageSize",
  "rlnImageDimensionality",
  "rlnVoltage",
  "rlnSphericalAberration",
  "rlnAmplitudeContrast",
];
const angleLabels = ["rlnAngleRot", "rlnAngleTilt", "rlnAnglePsi"];
const particleLabels = ["rlnImageName", "rlnOpticsGroup", ...angleLabels];

/** Writes rotations as RELION 3.1 wants them: with a group of optics, and a name for each image. */
export function writePoses(
  file: string,
  rotations: readonly Rotation[],
  { images, boxSizePx, pixelSizeA }: PosedImages,
): void {
  const optics = [1, "opticsGroup1", pixelSizeA, boxSizePx, 2, 300, 2.7, 0.1];
  const particles = rotations.map((rotation, i) => {
    const { rotDeg, tiltDeg, psiDeg } = eulerFromRotation(rotation);
    return [`${i + 1}@${images}`, 1, ...[rotDeg, tiltDeg, psiDeg].map((angle) => angle.toFixed(6))];
  });
  writeFileSync(
    file,
    table("optics", opticsLabels, [optics]) + table("particles", particleLabels, particles),
  );
}

/** Reads the poses back, in the order of the rows. */
export function readPoses(file: string): Pose[] {
  const particles = readFileSync(file, "utf8").split("data_particles")[1]!;
  const lines = particles.split("\n").map((line) => line.trim());
  const labels = lines.filter((line) => line.startsWith("_")).map((line) => line.split(/\s+/)[0]!.slice(1));
  const columns = angleLabels.map((label) => labels.indexOf(label));
  return lines
    .filter((line) => line !== "" && line !== "loop_" && !line.startsWith("_"))
    .map((line) => {
      const cells = line.split(/\s+/);
      const [rotDeg, tiltDeg, psiDeg] = columns.map((column) => Number(cells[column])) as [
        number,
        number,
        number,
      ];
      return { rotation: rotationFromEuler({ rotDeg, tiltDeg, psiDeg }) };
    });
}

function table(
  name: string,
  labels: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const heads = labels.map((label, i) => `_${label} #${i + 1}`);
  return [`data_${name}`, "", "loop_", ...heads, ...rows.map((row) => row.join(" ")), "", ""].join("\n");
}
