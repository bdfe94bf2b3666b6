"""Projections of a few blobs by relion_project, through a lens and shifted, for test/lib/forward/project.

Needs RELION (3.1.3 made the file) on the path. Writes relion-project.json beside this file: the blobs (centre, standard
deviation, peak, in pixels), the rows of the STAR file, and the images to six digits.
"""

import json
import subprocess
import tempfile
from pathlib import Path

import mrcfile
import numpy as np

HERE = Path(__file__).parent
SIZE, PIXEL_SIZE_A = 32, 2.0
BLOBS = [(5, -3, 2, 1.3, 1.0), (-4, 4, -5, 1.4, 0.8), (0, 1, 6, 1.2, 1.2), (-6, -2, 0, 1.5, 0.6), (3, 6, -3, 1.3, 0.9)]
# rot, tilt, psi, origin x, origin y in Å, defocus U, V, angle, phase shift
ROWS = [
    (20, 50, 70, 0, 0, 15300, 14100, 35, 0),
    (-110, 95, 10, 6, -3, 12000, 9000, -60, 0),
    (160, 130, -45, -4.2, 7.4, 8000, 6500, 15, 90),
]
LENS = dict(voltageKV=300, csMm=2.7, amplitudeContrast=0.1)


def density():
    at = np.arange(SIZE) - SIZE // 2
    z, y, x = np.meshgrid(at, at, at, indexing="ij")
    out = np.zeros((SIZE,) * 3)
    for cx, cy, cz, sigma, peak in BLOBS:
        out += peak * np.exp(-((x - cx) ** 2 + (y - cy) ** 2 + (z - cz) ** 2) / (2 * sigma**2))
    return out.astype(np.float32)


def star():
    optics = ["rlnOpticsGroup", "rlnOpticsGroupName", "rlnVoltage", "rlnSphericalAberration", "rlnAmplitudeContrast",
              "rlnImagePixelSize", "rlnImageSize", "rlnImageDimensionality"]
    values = [1, "one", LENS["voltageKV"], LENS["csMm"], LENS["amplitudeContrast"], PIXEL_SIZE_A, SIZE, 2]
    columns = ["rlnAngleRot", "rlnAngleTilt", "rlnAnglePsi", "rlnOriginXAngst", "rlnOriginYAngst", "rlnDefocusU",
               "rlnDefocusV", "rlnDefocusAngle", "rlnPhaseShift", "rlnOpticsGroup", "rlnImageName"]
    rows = [[*row, 1, f"{i + 1:06d}@none.mrcs"] for i, row in enumerate(ROWS)]
    return "# version 30001\n" + table("optics", optics, [values]) + table("particles", columns, rows)


def table(name, columns, rows):
    head = "".join(f"_{column} #{i + 1}\n" for i, column in enumerate(columns))
    return f"\ndata_{name}\n\nloop_\n{head}" + "".join(" ".join(map(str, row)) + "\n" for row in rows) + "\n"


def projections(folder, *options):
    subprocess.run(["relion_project", "--i", "map.mrc", "--ang", "poses.star", "--o", "seen", "--angpix",
                    str(PIXEL_SIZE_A), *options], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    with mrcfile.open(Path(folder) / "seen.mrcs", permissive=True) as mrc:
        return [[float(f"{value:.6g}") for value in image.ravel()] for image in mrc.data]


with tempfile.TemporaryDirectory() as folder:
    with mrcfile.new(Path(folder) / "map.mrc") as mrc:
        mrc.set_data(density())
        mrc.voxel_size = PIXEL_SIZE_A
    (Path(folder) / "poses.star").write_text(star())
    golden = {
        "boxSizePx": SIZE,
        "pixelSizeA": PIXEL_SIZE_A,
        "blobs": BLOBS,
        "lens": LENS,
        "rows": ROWS,
        "clear": projections(folder),
        "throughLens": projections(folder, "--ctf"),
    }
(HERE / "relion-project.json").write_text(json.dumps(golden, separators=(",", ":")) + "\n")
