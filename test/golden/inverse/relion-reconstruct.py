"""Reconstructions of a phantom of Gaussians by relion_reconstruct, for test/lib/inverse.

Projections are exact line integrals in random views. Writes relion-reconstruct.json beside this file: the phantom, the
views, and how near RELION's map comes to the truth within a soft sphere of 18 to 23 pixels. Needs RELION 3.1.
"""

import json
import subprocess
import tempfile
from pathlib import Path

import mrcfile
import numpy as np

HERE = Path(__file__).parent
BOX, PIXEL = 48, 2.0
BLOBS, VIEWS = 30, [60, 200]
GRID = np.arange(BOX) - BOX // 2


def phantom(rng):
    centres = []
    while len(centres) < BLOBS:
        point = rng.uniform(-1, 1, 3)
        if point @ point <= 1:
            centres.append(np.round(point * [14, 11, 8], 3))
    return np.array(centres), np.round(rng.uniform(1.2, 1.5, BLOBS), 3), np.round(rng.uniform(0.5, 1.5, BLOBS), 3)


def matrix(rot, tilt, psi):
    def z(deg):
        c, s = np.cos(np.radians(deg)), np.sin(np.radians(deg))
        return np.array([[c, s, 0], [-s, c, 0], [0, 0, 1]])

    c, s = np.cos(np.radians(tilt)), np.sin(np.radians(tilt))
    return z(psi) @ np.array([[c, 0, -s], [0, 1, 0], [s, 0, c]]) @ z(rot)


def gaussian(centre, sigma):
    return np.exp(-((GRID - centre) ** 2) / (2 * sigma**2))


def density(centres, sigmas, weights):
    terms = zip(centres, sigmas, weights)
    return sum(w * np.einsum("k,j,i->kji", gaussian(z, s), gaussian(y, s), gaussian(x, s)) for (x, y, z), s, w in terms)


def projection(centres, sigmas, weights, angles):
    turned = centres @ matrix(*angles).T
    through = weights * sigmas * np.sqrt(2 * np.pi)
    terms = zip(turned, sigmas, through)
    return sum(t * np.outer(gaussian(y, s), gaussian(x, s)) for (x, y, _), s, t in terms)


def soft_sphere(inside=18, outside=23):
    r = np.sqrt(GRID[:, None, None] ** 2 + GRID[:, None] ** 2 + GRID**2)
    return 0.5 + 0.5 * np.cos(np.pi * np.clip((r - inside) / (outside - inside), 0, 1))


def shell_correlation(a, b):
    k = np.rint(np.fft.fftfreq(BOX) * BOX)
    shell = np.floor(np.sqrt(k[:, None, None] ** 2 + k[:, None] ** 2 + k**2) + 0.5).astype(int)
    fa, fb = np.fft.fftn(np.fft.ifftshift(a)), np.fft.fftn(np.fft.ifftshift(b))
    sums = [np.bincount(shell.ravel(), v.ravel()) for v in ((fa * fb.conj()).real, abs(fa) ** 2, abs(fb) ** 2)]
    return (sums[0] / np.sqrt(sums[1] * sums[2]))[: BOX // 2 + 1]


def reconstructed(folder, images, angles):
    with mrcfile.new(folder / "views.mrcs") as stack:
        stack.set_data(images.astype(np.float32))
        stack.voxel_size = PIXEL
    rows = "\n".join(f"{i + 1:06d}@views.mrcs {r} {t} {p} 1" for i, (r, t, p) in enumerate(angles))
    (folder / "views.star").write_text(
        "data_optics\n\nloop_\n_rlnOpticsGroup #1\n_rlnOpticsGroupName #2\n_rlnVoltage #3\n_rlnSphericalAberration #4\n"
        "_rlnAmplitudeContrast #5\n_rlnImagePixelSize #6\n_rlnImageSize #7\n_rlnImageDimensionality #8\n"
        f"1 one 300 2.7 0.1 {PIXEL} {BOX} 2\n\ndata_particles\n\nloop_\n_rlnImageName #1\n_rlnAngleRot #2\n"
        f"_rlnAngleTilt #3\n_rlnAnglePsi #4\n_rlnOpticsGroup #5\n{rows}\n"
    )
    command = ["relion_reconstruct", "--i", "views.star", "--o", "map.mrc"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    with mrcfile.open(folder / "map.mrc") as file:
        return file.data.astype(float)


def main():
    rng = np.random.default_rng(20260301)
    blobs = phantom(rng)
    truth = density(*blobs)
    cases = []
    for count in VIEWS:
        tilts = np.degrees(np.arccos(rng.uniform(-1, 1, count)))
        angles = np.round(np.column_stack([rng.uniform(-180, 180, count), tilts, rng.uniform(-180, 180, count)]), 3)
        images = np.array([projection(*blobs, view) for view in angles])
        with tempfile.TemporaryDirectory() as folder:
            seen = reconstructed(Path(folder), images, angles) * soft_sphere()
        fsc = shell_correlation(seen, truth)
        cases.append(
            {
                "anglesDeg": angles.ravel().tolist(),
                "scale": float((seen * truth).sum() / (seen * seen).sum()),
                "nrmse": float(np.linalg.norm(seen - truth) / np.linalg.norm(truth)),
                "fsc": {str(shell): float(fsc[shell]) for shell in (12, 18, 22)},
            }
        )
    golden = {
        "boxSizePx": BOX,
        "voxelSizeA": PIXEL,
        "centresPx": blobs[0].ravel().tolist(),
        "sigmasPx": blobs[1].tolist(),
        "weights": blobs[2].tolist(),
        "cases": cases,
    }
    (HERE / "relion-reconstruct.json").write_text(json.dumps(golden) + "\n")


main()
